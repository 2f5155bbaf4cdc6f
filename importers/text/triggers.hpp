// What makes a figure a result: verbs of change, marks, the last word of a metric, what stands behind the figure.
#pragma once

#include <zhitu/importers/text/figures.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace zhitu::text {

/// How close a verb and its figure stand, in characters.
inline constexpr std::uint32_t near_figure = 8;

/// A verb of change, a mark, or a metric's last word, with its figure. The value is the one of class `change`; `behind`
/// and `done` stand behind the figure.
struct Trigger {
    Range range;
    std::string_view value;
    const Figure* figure = nullptr;
};

[[nodiscard]] bool tells_reach(std::string_view value);
/// Doubled, halved: the verb is the figure.
[[nodiscard]] bool is_figure_verb(std::string_view value);

/// The triggers of a clause. The figures must outlive it.
class TriggerFinder {
  public:
    /// `begin` is where the first metric may begin.
    TriggerFinder(const Reading& reading, std::uint32_t block, Range clause, const std::vector<Figure>& figures,
                  std::uint32_t begin);

    /// One for each figure at most, in order of text.
    [[nodiscard]] std::vector<Trigger> run() const;

    [[nodiscard]] bool follows_from(const Figure& figure) const;
    /// "One step" is no count.
    [[nodiscard]] bool is_one(const Figure& figure) const;
    [[nodiscard]] std::u32string_view between(const Trigger& trigger) const;
    /// "A third of …".
    [[nodiscard]] bool is_share(const Trigger& trigger) const;
    /// What stands before a figure, without "about" and its like.
    [[nodiscard]] Range front_of(const Figure& figure) const;

  private:
    [[nodiscard]] std::uint32_t begin_of(std::vector<Reading::Cue>::const_iterator change,
                                         const std::vector<Reading::Cue>& changes) const;
    [[nodiscard]] const Figure* share_behind_object(const Reading::Cue& change) const;
    [[nodiscard]] std::vector<Reading::Cue> changes_in_clause() const;
    [[nodiscard]] static bool is_taken(const std::vector<Trigger>& triggers, const Figure& figure);
    [[nodiscard]] static bool may_be_object(const Reading::Cue& change);
    [[nodiscard]] const Figure* figure_of(const Reading::Cue& change, std::uint32_t limit) const;
    [[nodiscard]] bool fits(const Trigger& trigger) const;
    [[nodiscard]] bool is_start(const Trigger& trigger) const;
    [[nodiscard]] bool is_left_behind(const Figure& figure) const;
    [[nodiscard]] bool holds_list(std::u32string_view text) const;
    [[nodiscard]] std::optional<Trigger> beside(const Figure& figure) const;
    [[nodiscard]] std::optional<Trigger> activity_of(const Figure& figure) const;
    [[nodiscard]] std::optional<Trigger> behind(const Figure& figure) const;

    const Reading& reading_;
    const Vocabulary& words_;
    std::uint32_t block_;
    Range clause_;
    const std::vector<Figure>& figures_;
    std::uint32_t from_;
};

} // namespace zhitu::text
