// Sections of a paper: levels and numbers of headings, and the topics that their words give to the text below.
#pragma once

#include <zhitu/importers/text/lines.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::text {

/// What the words of a question say of its answer.
[[nodiscard]] Topic topic_of_question(std::u32string_view folded, const Vocabulary& words);

/// Counts headings as they come; knows the section and the heading that a block stands under.
class Sections {
  public:
    explicit Sections(const Vocabulary& words)
        : words_(words) {}

    /// The section's number, "0" before the first heading.
    [[nodiscard]] const std::string& number() const { return number_; }
    /// The block of the nearest heading, -1 for none.
    [[nodiscard]] int heading() const { return heading_; }
    /// Do headings have numbers or marks? A bare short line is none then.
    [[nodiscard]] bool numbered() const { return numbered_; }
    /// How many sections of the first level there are.
    [[nodiscard]] std::uint32_t count() const { return counters_[0]; }
    /// A number in front of a line is a heading's only where it goes on counting.
    [[nodiscard]] bool follows(const Numbering& numbering) const;

    /// `blocks.back()` is a heading, or a paragraph that one runs into: sets its level, section, heading and topic.
    void enter(std::vector<Block>& blocks, const Numbering& numbering);
    /// The list of references, whose heading `block` is, is a section without a number.
    void enter_references(Block& block, int index);

  private:
    [[nodiscard]] std::uint32_t level_of(const Numbering& numbering);
    void count(std::uint32_t level, const std::string& written);
    void set_topic(std::vector<Block>& blocks, std::uint32_t level);

    const Vocabulary& words_;
    bool numbered_ = false;
    int heading_ = -1;
    std::vector<int> headings_; // by level
    std::array<std::uint32_t, 6> counters_{};
    std::uint32_t top_markdown_ = 0;
    std::string number_ = "0";
};

} // namespace zhitu::text
