// A pack's broader and narrower terms as pairs of a graph's nodes.
#include <zhitu/queries/links.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace zhitu {
namespace {

using TermTable = std::multimap<std::string, std::string, std::less<>>; // narrow → broad, by comparison_key
using NodesByTerm = std::multimap<std::string, NodeId, std::less<>>;

std::set<std::string> terms_of(const Graph& graph, NodeId node) {
    std::set<std::string> terms{comparison_key(graph.name(node))};
    for (const auto alias : graph.aliases(node)) terms.insert(comparison_key(alias));
    return terms;
}

// Climbs the table from the terms of `node`; a way ends at the first term that a node of the same type has.
void climb(const Graph& graph, NodeId node, const TermTable& table, const NodesByTerm& nodes,
           std::vector<std::pair<NodeId, NodeId>>& pairs) {
    std::set<std::string> seen = terms_of(graph, node);
    std::vector<std::string> queue(seen.begin(), seen.end());
    while (!queue.empty()) {
        const std::string term = std::move(queue.back());
        queue.pop_back();
        for (auto [row, end] = table.equal_range(term); row != end; ++row) {
            if (!seen.insert(row->second).second) continue;
            bool found = false;
            for (auto [broad, last] = nodes.equal_range(row->second); broad != last; ++broad) {
                if (graph.type_id(broad->second) != graph.type_id(node)) continue;
                pairs.emplace_back(node, broad->second);
                found = true;
            }
            if (!found) queue.push_back(row->second);
        }
    }
}

} // namespace

std::vector<std::pair<NodeId, NodeId>> broader_pairs(const Graph& graph,
                                                     std::span<const std::pair<std::string, std::string>> table,
                                                     const std::vector<std::string>& types) {
    const TypeFilter filter = TypeFilter::of_nodes(graph, types, UnknownType::ignore);
    NodesByTerm nodes;
    for (const NodeId node : graph.nodes())
        if (filter.has(graph.type_id(node)))
            for (const std::string& term : terms_of(graph, node)) nodes.emplace(term, node);
    TermTable terms;
    for (const auto& [narrow, broad] : table) terms.emplace(comparison_key(narrow), comparison_key(broad));
    std::vector<std::pair<NodeId, NodeId>> pairs;
    for (const NodeId node : graph.nodes())
        if (filter.has(graph.type_id(node))) climb(graph, node, terms, nodes, pairs);
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

} // namespace zhitu
