#include <zhitu/importers/text/facts.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

/// Under what a node is found: its type and its name as names are compared.
std::string key_of(std::string_view type, std::string_view identity) {
    std::string key(type);
    key += '\n';
    key += comparison_key(identity);
    return key;
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
    std::string by_identity = key_of(type, identity);
    std::string by_name = name == identity ? by_identity : key_of(type, name);
    auto known = find(by_identity);
    if (!known) known = find(by_name);
    if (!known) {
        known = static_cast<int>(nodes_.size());
        nodes_.push_back({type, std::string(name), {}, {}, {}, std::string(rule), -1});
    }
    by_identity_.emplace(std::move(by_identity), *known);
    by_identity_.emplace(std::move(by_name), *known);
    add_alias(node(*known), name);
    add_rule(node(*known), rule);
    add_evidence(*known, evidence);
    return *known;
}

int Facts::add_new(std::string_view type, std::string_view name, Passage evidence, std::string_view rule) {
    const auto index = static_cast<int>(nodes_.size());
    nodes_.push_back({type, std::string(name), {}, {}, {}, std::string(rule), -1});
    add_evidence(index, evidence);
    return index;
}

int Facts::add(const Mention& mention, Passage evidence) {
    // An industry is called without the word for its class.
    const bool bare = mention.type == type::industry && !mention.key.empty() && mention.name.starts_with(mention.key);
    const std::string& name = bare ? mention.key : mention.name;
    const int index = add(mention.type, mention.identity(), name, evidence, mention.rule);
    if (bare) add_alias(node(index), mention.name);
    for (const auto& [property, value] : mention.properties) node(index).properties.emplace(property, value);
    return index;
}

std::optional<int> Facts::find(std::string_view type, std::string_view identity) const {
    return find(key_of(type, identity));
}

std::optional<int> Facts::find(const std::string& key) const {
    const auto found = by_identity_.find(key);
    if (found == by_identity_.end()) return std::nullopt;
    return found->second;
}

void Facts::also_known_as(int node, std::string_view identity) {
    by_identity_.emplace(key_of(nodes_[static_cast<std::size_t>(node)].type, identity), node);
}

std::size_t Facts::SupportHash::operator()(const Support& support) const noexcept {
    std::size_t hash = support.fact;
    for (const std::uint32_t part : {support.block, support.range.begin, support.range.end})
        hash = (hash ^ part) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 32);
}

void Facts::add_evidence(std::size_t fact, std::vector<Passage>& places, const Passage& place, Supports& known) {
    if (known.insert({fact, place.block, place.range}).second) places.push_back(place);
}

void Facts::add_evidence(int node, const Passage& place) {
    auto& places = nodes_[static_cast<std::size_t>(node)].evidence;
    const std::size_t before = places.size();
    add_evidence(static_cast<std::size_t>(node), places, place, node_supports_);
    if (places.size() == before) return;
    if (by_block_.size() <= place.block) by_block_.resize(place.block + 1);
    by_block_[place.block].push_back({node, place.range});
}

void Facts::add_place(int node, const Passage& place) {
    const auto& places = nodes_[static_cast<std::size_t>(node)].evidence;
    const std::size_t before = places.size();
    add_evidence(node, place);
    if (places.size() == before) nodes_[static_cast<std::size_t>(node)].evidence.push_back(place);
}

bool Facts::has_node_on(const std::vector<std::string>& types, std::uint32_t block, Range range) const {
    if (block >= by_block_.size()) return false;
    return std::any_of(by_block_[block].begin(), by_block_[block].end(), [&](const NodePlace& place) {
        return place.range.begin < range.end && range.begin < place.range.end &&
               std::find(types.begin(), types.end(), node(place.node).type) != types.end();
    });
}

int Facts::number_of(std::string_view edge_type) const {
    const auto found = std::find(edge_types_.begin(), edge_types_.end(), edge_type);
    return static_cast<int>(found - edge_types_.begin());
}

void Facts::connect(std::string_view type, int from, int to, std::vector<Passage> evidence, std::string_view rule) {
    if (from == to) return;
    const int number = number_of(type);
    if (static_cast<std::size_t>(number) == edge_types_.size()) edge_types_.emplace_back(type);
    const auto [found, fresh] = by_ends_.emplace(std::tuple(number, from, to), edges_.size());
    const std::size_t index = found->second;
    if (fresh) {
        by_target_[to].push_back(index);
        for (const Passage& place : evidence) edge_supports_.insert({index, place.block, place.range});
        edges_.push_back({std::string(type), from, to, {}, std::move(evidence), std::string(rule), false});
        return;
    }
    add_rule(edges_[index], rule);
    for (const Passage& place : evidence) add_evidence(index, edges_[index].evidence, place, edge_supports_);
}

bool Facts::connected(std::string_view type, int from, int to) const {
    return by_ends_.contains(std::tuple(number_of(type), from, to));
}

FactEdge* Facts::edge(std::string_view type, int from, int to) {
    const auto found = by_ends_.find(std::tuple(number_of(type), from, to));
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
    const int number = number_of(type);
    for (auto it = by_ends_.lower_bound({number, from, -1}); it != by_ends_.end(); ++it) {
        const auto& [edge_type, source, target] = it->first;
        if (edge_type != number || source != from) break;
        out.push_back(target);
    }
    return out;
}

} // namespace zhitu::text
