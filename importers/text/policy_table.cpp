#include <zhitu/importers/text/policy_table.hpp>

#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/numbers.hpp>
#include <zhitu/importers/text/policy_bodies.hpp>
#include <zhitu/importers/text/policy_titles.hpp>
#include <zhitu/importers/text/policy_years.hpp>

#include <algorithm>

namespace zhitu::text {

bool PolicyTable::read_row(std::uint32_t block) {
    constexpr std::uint32_t shortest_title = 4;
    const auto cells = cells_of(reading_.block(block));
    if (columns_.empty()) {
        for (const Range& cell : cells) columns_.push_back(column_of(block, cell));
        return false;
    }
    const auto title =
        static_cast<std::size_t>(std::find(columns_.begin(), columns_.end(), "title") - columns_.begin());
    const std::size_t count = std::min(cells.size(), columns_.size());
    if (title >= count || cells[title].size() < shortest_title) return false;
    const int policy = add_policy(block, cells[title]);
    for (std::size_t i = 0; i < count; ++i) fill(block, policy, cells[i], columns_[i]);
    add_year(block, policy);
    set_level(facts_, policy, words_);
    return true;
}

std::string PolicyTable::column_of(std::uint32_t block, Range cell) const {
    return std::string(words_.find(reading_.folded(block, cell), words_.group("policy.column")).value_or(""));
}

int PolicyTable::add_policy(std::uint32_t block, Range cell) {
    const auto titles = reading_.mentions_in(block, cell, {type::policy});
    const std::string name =
        titles.empty() ? to_utf8(reading_.block(block).slice(cell)) : identity_of(reading_, *titles.front());
    const Range mention = titles.empty() ? cell : titles.front()->range;
    const int policy =
        facts_.add(type::policy, name, name, {block, reading_.whole(block), mention}, "policy.table-row");
    add_plain_alias(facts_.node(policy), name);
    if (titles.empty()) return policy;
    add_targets_of_title(reading_, facts_, policy, *titles.front());
    add_region_of_title(reading_, facts_, policy, *titles.front());
    return policy;
}

void PolicyTable::fill(std::uint32_t block, int policy, Range cell, std::string_view column) {
    if (column == "body")
        for (const Mention* body : reading_.mentions_in(block, cell, {type::body}))
            facts_.connect("ISSUED", facts_.add(*body, reading_.place(*body)), policy, {row(block)}, "issue.table-row");
    if (column == "target")
        for (const Mention* mention : reading_.mentions_in(block, cell))
            if (is_subject_type(mention->type) && mention->score >= 1.0)
                facts_.connect("TARGETS", policy, facts_.add(*mention, reading_.place(*mention)), {row(block)},
                               "target.table-row");
}

// The first four digits that begin a cell or a word.
void PolicyTable::add_year(std::uint32_t block, int policy) {
    const std::u32string_view text = reading_.block(block).folded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && text[at - 1] != U'|' && text[at - 1] != U' ') continue;
        const auto value = four_digits_at(text.substr(at));
        if (!value) continue;
        if (is_policy_year(*value)) facts_.node(policy).properties.emplace("year", *value);
        return;
    }
}

} // namespace zhitu::text
