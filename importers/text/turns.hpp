// The turns of a conversation: lines that a speaker's name or a word such as "question" opens.
#pragma once

#include <zhitu/importers/text/lines.hpp>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zhitu::text {

struct Turn {
    bool asks = false;
    std::uint32_t label = 0; // characters in front, with the colon or bracket
    std::u32string speaker;  // folded, without brackets
};

/// Knows who speaks in a paper. Where nobody asks twice (class `turn.asker`), nobody speaks.
class Turns {
  public:
    /// O(length).
    Turns(const std::vector<Line>& lines, const Vocabulary& words);

    [[nodiscard]] bool any() const { return !speakers_.empty(); }
    [[nodiscard]] std::optional<Turn> turn_of(const Line& line) const;
    /// The name of one who answers that the line begins with, as in a list of guests; empty for none.
    [[nodiscard]] std::u32string introduced(const Line& line) const;

  private:
    [[nodiscard]] std::optional<Turn> labelled(const Line& line) const;
    [[nodiscard]] bool asks(std::u32string_view speaker) const;
    [[nodiscard]] bool is_credit(std::u32string_view text) const;
    [[nodiscard]] bool is_other_label(std::u32string_view text) const;

    const Vocabulary& words_;
    std::set<std::u32string> speakers_; // who answers
};

} // namespace zhitu::text
