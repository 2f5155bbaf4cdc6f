#include <zhitu/queries/neighborhood.hpp>

#include <algorithm>
#include <unordered_set>

namespace zhitu {
namespace {

bool among(const std::vector<std::string>& names, std::string_view name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Subgraph neighborhood(const Graph& graph, NodeId start, const NeighborhoodOptions& options) {
    std::vector<NodeId> reached{start};
    std::unordered_set<NodeId> seen{start};
    const auto visit = [&](NodeId node) {
        if (seen.size() >= options.limit || !among(options.node_types, graph.type(node))) return;
        if (seen.insert(node).second) reached.push_back(node);
    };
    std::size_t ring = 0;
    for (std::size_t hop = 0; hop < options.hops; ++hop) {
        const std::size_t end = reached.size();
        for (; ring < end; ++ring) {
            const NodeId node = reached[ring];
            if (options.direction != Direction::in)
                for (const EdgeId edge : graph.out_edges(node))
                    if (among(options.edge_types, graph.type(edge))) visit(graph.target(edge));
            if (options.direction != Direction::out)
                for (const EdgeId edge : graph.in_edges(node))
                    if (among(options.edge_types, graph.type(edge))) visit(graph.source(edge));
        }
    }
    std::vector<EdgeId> edges;
    for (const NodeId node : reached)
        for (const EdgeId edge : graph.out_edges(node))
            if (seen.contains(graph.target(edge)) && among(options.edge_types, graph.type(edge))) edges.push_back(edge);
    return {graph, std::move(reached), std::move(edges)};
}

} // namespace zhitu
