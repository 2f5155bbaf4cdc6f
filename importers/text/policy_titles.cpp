#include <zhitu/importers/text/policy_titles.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/candidates.hpp>

#include <algorithm>
#include <optional>

namespace zhitu::text {
namespace {

// The title in the outermost title marks inside a name.
std::optional<std::string> inner_title(const std::string& name, const Vocabulary& words) {
    const std::u32string text = to_utf32(name);
    const auto open = std::find_if(text.begin(), text.end(), [&](char32_t c) { return words.is(c, Role::title_open); });
    const auto close =
        std::find_if(text.rbegin(), text.rend(), [&](char32_t c) { return words.is(c, Role::title_close); });
    if (open == text.end() || close == text.rend() || std::prev(close.base()) <= std::next(open)) return std::nullopt;
    return to_utf8(std::u32string(std::next(open), std::prev(close.base())));
}

// What a title names, but its last word.
bool is_inside(const Mention& mention, Range title) {
    return mention.range.begin >= title.begin && mention.range.end < title.end && !mention.type.empty() &&
           mention.type != type::policy;
}

} // namespace

Range inside_title(const Reading& reading, const Mention& title) {
    const bool marks = reading.words().is(reading.block(title.block).text[title.range.begin], Role::title_open);
    return marks ? Range{title.range.begin + 1, title.range.end - 1} : title.range;
}

std::string identity_of(const Reading& reading, const Mention& title) {
    const ShortForm* form = reading.all_mentions().short_forms.find(fold(to_utf32(title.name)));
    if (form != nullptr && form->type == type::policy) return form->name;
    if (!title.key.empty()) return title.key;
    return inner_title(title.name, reading.words()).value_or(title.name);
}

void add_plain_alias(FactNode& node, const std::string& name) {
    const std::u32string text = to_utf32(name);
    const std::u32string folded = fold(text);
    const std::size_t open = folded.rfind(U'(');
    if (!folded.ends_with(U')') || open == std::u32string::npos) return;
    if (std::any_of(text.begin() + static_cast<std::ptrdiff_t>(open), text.end(), is_digit))
        add_alias(node, to_utf8(std::u32string_view(text).substr(0, open)));
}

void add_region_of_title(const Reading& reading, Facts& facts, int policy, const Mention& title) {
    const Mention* region = longest_in_title(reading, title, type::region, inside_title(reading, title).begin);
    if (region == nullptr || is_country(*region)) return;
    const auto behind = reading.folded(title.block, {region->range.end, title.range.end});
    if (reading.words().starts_with(behind, reading.words().group("body.government"))) return;
    const Passage place = reading.place(title.block, reading.place(title).range);
    const int node = facts.add(*region, {place.block, place.range, region->range});
    facts.connect("APPLIES_TO", policy, node, {place}, "policy.region-in-title");
    facts.node(policy).properties.emplace("level", "local");
}

void add_targets_of_title(const Reading& reading, Facts& facts, int policy, const Mention& title) {
    const auto& mentions = reading.all_mentions();
    std::vector<Mention> inside;
    for (const Mention& mention : mentions.candidates[title.block])
        if (is_inside(mention, inside_title(reading, title))) inside.push_back(mention);
    const Passage place = reading.place(title);
    const BlockView view{reading.block(title.block), title.block, mentions.words[title.block], reading.words()};
    for (const Mention& mention : settle(view, inside)) {
        if (mention.type != type::technology && mention.type != type::industry) continue;
        if (mention.score < 1.0) continue;
        const int target = facts.add(mention, {place.block, place.range, mention.range});
        facts.connect("TARGETS", policy, target, {place}, "target.title");
    }
}

const Mention* longest_in_title(const Reading& reading, const Mention& title, std::string_view node_type,
                                std::uint32_t begin) {
    const Mention* best = nullptr;
    for (const Mention& mention : reading.all_mentions().candidates[title.block])
        if (mention.type == node_type && mention.range.begin == begin && mention.range.end < title.range.end &&
            (best == nullptr || mention.range.end > best->range.end))
            best = &mention;
    return best;
}

} // namespace zhitu::text
