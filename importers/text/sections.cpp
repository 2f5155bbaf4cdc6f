#include <zhitu/importers/text/sections.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

namespace zhitu::text {
namespace {

using TopicClass = std::pair<std::string_view, Topic>;

Topic topic_by(std::span<const TopicClass> classes, std::u32string_view folded, const Vocabulary& words) {
    for (const auto& [name, topic] : classes)
        if (words.contains(folded, words.group(name))) return topic;
    return Topic::none;
}

Topic topic_of(std::u32string_view folded, const Vocabulary& words) {
    static constexpr std::array<TopicClass, 8> classes{{
        {"heading.plan", Topic::plan},
        {"heading.goal", Topic::goal},
        {"heading.recommendation-first", Topic::recommendation},
        {"heading.challenge", Topic::challenge},
        {"heading.recommendation", Topic::recommendation},
        {"heading.characteristic", Topic::characteristic},
        {"heading.case", Topic::practice},
        {"heading.policy", Topic::policy},
    }};
    const auto has = [&](GroupName name) { return words.contains(folded, words.group(name)); };
    if (has("heading.task") && !has("heading.goal")) return Topic::task;
    return topic_by(classes, folded, words);
}

// A heading goes on with the topic above it, unless its own turns to the other side or narrows it.
Topic topic_below(Topic inherited, Topic own) {
    const bool aim = own == Topic::goal || own == Topic::plan;
    const bool turns = (inherited == Topic::practice || inherited == Topic::policy) &&
                       (aim || own == Topic::challenge || own == Topic::recommendation);
    const bool narrows = inherited == Topic::task && aim;
    return inherited == Topic::none || turns || narrows ? own : inherited;
}

std::uint32_t first_number(const std::string& written) {
    return static_cast<std::uint32_t>(std::stoul(written));
}

} // namespace

Topic topic_of_question(std::u32string_view folded, const Vocabulary& words) {
    static constexpr std::array<TopicClass, 3> classes{{
        {"question.challenge", Topic::challenge},
        {"question.recommendation", Topic::recommendation},
        {"question.plan", Topic::plan},
    }};
    return topic_by(classes, folded, words);
}

bool Sections::follows(const Numbering& numbering) const {
    if (numbering.style != Numbering::Style::digits) return true;
    const std::uint32_t first = first_number(numbering.number);
    if (numbering.level > 1) return first == counters_[0] || counters_[0] == 0 || !numbered_;
    return first <= 1 || (counters_[0] > 0 && first > counters_[0] && first <= counters_[0] + 2);
}

void Sections::enter(std::vector<Block>& blocks, const Numbering& numbering) {
    Block& block = blocks.back();
    if (block.kind == BlockKind::heading)
        numbered_ =
            numbered_ || numbering.style == Numbering::Style::digits || numbering.style == Numbering::Style::markdown;
    block.level = level_of(numbering);
    count(block.level, numbering.number);
    block.section = number_;
    set_topic(blocks, block.level);
}

void Sections::enter_references(Block& block, int index) {
    number_ = "refs";
    heading_ = index;
    block.section = number_;
    block.level = 1;
    block.topic = Topic::none;
}

// Markdown's levels count from the highest one met; other styles have theirs.
std::uint32_t Sections::level_of(const Numbering& numbering) {
    switch (numbering.style) {
    case Numbering::Style::markdown:
        if (top_markdown_ == 0 || numbering.level < top_markdown_) top_markdown_ = numbering.level;
        return numbering.level - top_markdown_ + 1;
    case Numbering::Style::digit_dot:
        if (counters_[1] > 0) return 3;
        return counters_[0] > 0 ? 2 : 1;
    case Numbering::Style::bare:
        return 1;
    default:
        return std::min(numbering.level, static_cast<std::uint32_t>(counters_.size()));
    }
}

// A written number of several parts holds as it is; one of a single part sets the counter.
void Sections::count(std::uint32_t level, const std::string& written) {
    ++counters_[level - 1];
    std::fill(counters_.begin() + level, counters_.end(), 0U);
    if (written.find('.') != std::string::npos) {
        counters_[0] = first_number(written);
        number_ = written;
        return;
    }
    if (!written.empty() && level == 1) counters_[0] = first_number(written);
    number_.clear();
    for (std::size_t i = 0; i < level; ++i)
        if (counters_[i] > 0) number_ += fmt::format("{}{}", number_.empty() ? "" : ".", counters_[i]);
    if (number_.empty()) number_ = "0"; // "0 Introduction"
}

void Sections::set_topic(std::vector<Block>& blocks, std::uint32_t level) {
    headings_.resize(level - 1, -1);
    const auto above = std::find_if(headings_.rbegin(), headings_.rend(), [](int heading) { return heading >= 0; });
    const int parent = above == headings_.rend() ? -1 : *above;
    heading_ = static_cast<int>(blocks.size()) - 1;
    headings_.push_back(heading_);
    Block& block = blocks.back();
    block.heading = parent;
    const Topic inherited = parent < 0 ? Topic::none : blocks[static_cast<std::size_t>(parent)].topic;
    // What a plan starts from are deeds, wherever it tells them.
    const bool base = words_.contains(block.folded, words_.group("heading.base"));
    block.topic = base ? Topic::practice : topic_below(inherited, topic_of(block.folded, words_));
}

} // namespace zhitu::text
