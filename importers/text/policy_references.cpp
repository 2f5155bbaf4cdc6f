// What the list of references says of a policy that the text names without its body or year: the entry's authors issued
// it, in the entry's year.
#include <zhitu/importers/text/families.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <string>

namespace zhitu::text {
namespace {

constexpr std::size_t shortest_title = 6;

struct Entry {
    int node;
    std::uint32_t block;
    std::u32string title;
};

std::vector<Entry> entries_of(const Reading& reading, const Facts& facts) {
    std::vector<Entry> out;
    for (std::size_t i = 0; i < facts.nodes().size(); ++i) {
        const FactNode& node = facts.nodes()[i];
        if (node.type != type::reference) continue;
        const Passage& place = node.evidence.front();
        const auto title = reading.folded(place.block, *place.mention);
        out.push_back({static_cast<int>(i), place.block, letters_of(title)});
    }
    return out;
}

// The bodies in front of the title, or inside "A's notice on …".
void add_bodies(const Reading& reading, Facts& facts, int policy, const Entry& entry) {
    const Passage& place = facts.node(entry.node).evidence.front();
    auto bodies = reading.mentions_in(entry.block, {0, place.mention->begin}, {type::body});
    if (bodies.empty()) bodies = reading.mentions_in(entry.block, place.range, {type::body});
    for (const Mention* body : bodies)
        facts.connect("ISSUED", facts.add(*body, reading.place(*body)), policy, {place}, "issue.reference-author");
}

bool has_issuer(const Facts& facts, int policy) {
    return !facts.sources("ISSUED", policy).empty();
}

} // namespace

void read_policy_references(const Reading& reading, Facts& facts) {
    const auto entries = entries_of(reading, facts);
    if (entries.empty()) return;
    for (int policy = 0; policy < static_cast<int>(facts.nodes().size()); ++policy) {
        if (facts.node(policy).type != type::policy) continue;
        const std::u32string title = letters_of(fold(to_utf32(facts.node(policy).name)));
        if (title.size() < shortest_title) continue;
        const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& candidate) {
            return candidate.title.find(title) != std::u32string::npos;
        });
        if (entry == entries.end()) continue;
        if (!has_issuer(facts, policy)) add_bodies(reading, facts, policy, *entry);
        const auto& known = facts.node(entry->node).properties;
        if (const auto year = known.find("year"); year != known.end())
            facts.node(policy).properties.emplace("year", year->second);
    }
}

} // namespace zhitu::text
