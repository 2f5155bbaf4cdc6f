#include <zhitu/importers/text/facts.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

void add_evidence(std::vector<Passage>& places, const Passage& place) {
    const bool known = std::any_of(places.begin(), places.end(), [&](const Passage& other) {
        return other.block == place.block && other.range == place.range;
    });
    if (!known) places.push_back(place);
}

template <class Fact>
void add_rule(Fact& fact, std::string_view rule) {
    auto& others = fact.other_rules;
    if (rule != fact.rule && std::find(others.begin(), others.end(), rule) == others.end()) others.emplace_back(rule);
}

} // namespace

void add_alias(FactNode& node, std::string_view alias) {
    if (alias.empty() || alias == node.name) return;
    if (std::find(node.aliases.begin(), node.aliases.end(), alias) == node.aliases.end())
        node.aliases.emplace_back(alias);
}

int Facts::add(std::string_view type, std::string_view identity, std::string_view name, Passage evidence,
               std::string_view rule) {
    auto known = find(type, identity);
    if (!known) known = find(type, name);
    if (!known) {
        known = static_cast<int>(nodes_.size());
        nodes_.push_back({type, std::string(name), {}, {}, {}, std::string(rule), -1});
    }
    also_known_as(*known, identity);
    also_known_as(*known, name);
    add_alias(node(*known), name);
    add_rule(node(*known), rule);
    add_evidence(node(*known).evidence, evidence);
    return *known;
}

int Facts::add_new(std::string_view type, std::string_view name, Passage evidence, std::string_view rule) {
    nodes_.push_back({type, std::string(name), {}, {}, {evidence}, std::string(rule), -1});
    return static_cast<int>(nodes_.size()) - 1;
}

int Facts::add(const Mention& mention, Passage evidence) {
    // An industry is called without the word for its class.
    const bool bare = mention.type == type::industry && !mention.key.empty() && mention.name.starts_with(mention.key);
    const std::string& name = bare ? mention.key : mention.name;
    const int index = add(mention.type, mention.identity(), name, evidence, mention.rule());
    if (bare) add_alias(node(index), mention.name);
    for (const auto& [property, value] : mention.properties) node(index).properties.emplace(property, value);
    return index;
}

std::optional<int> Facts::find(std::string_view type, std::string_view identity) const {
    const auto found = by_identity_.find(std::pair(type, comparison_key(identity)));
    if (found == by_identity_.end()) return std::nullopt;
    return found->second;
}

void Facts::also_known_as(int node, std::string_view identity) {
    by_identity_.emplace(std::pair(nodes_[static_cast<std::size_t>(node)].type, comparison_key(identity)), node);
}

void Facts::connect(std::string_view type, int from, int to, std::vector<Passage> evidence, std::string_view rule) {
    if (from == to) return;
    const auto [found, fresh] = by_ends_.emplace(std::tuple(std::string(type), from, to), edges_.size());
    if (fresh) {
        by_target_[to].push_back(edges_.size());
        edges_.push_back({std::string(type), from, to, {}, std::move(evidence), std::string(rule), false});
        return;
    }
    FactEdge& known = edges_[found->second];
    add_rule(known, rule);
    for (const Passage& place : evidence) add_evidence(known.evidence, place);
}

bool Facts::connected(std::string_view type, int from, int to) const {
    return by_ends_.contains(std::tuple(std::string(type), from, to));
}

FactEdge* Facts::edge(std::string_view type, int from, int to) {
    const auto found = by_ends_.find(std::tuple(std::string(type), from, to));
    return found == by_ends_.end() ? nullptr : &edges_[found->second];
}

std::vector<int> Facts::sources(std::string_view type, int to) const {
    std::vector<int> out;
    const auto found = by_target_.find(to);
    if (found == by_target_.end()) return out;
    for (const std::size_t edge : found->second)
        if (edges_[edge].type == type) out.push_back(edges_[edge].from);
    return out;
}

std::vector<int> Facts::targets(std::string_view type, int from) const {
    std::vector<int> out;
    const std::string name(type);
    for (auto it = by_ends_.lower_bound({name, from, -1}); it != by_ends_.end(); ++it) {
        const auto& [edge_type, source, target] = it->first;
        if (edge_type != name || source != from) break;
        out.push_back(target);
    }
    return out;
}

} // namespace zhitu::text
