#include <zhitu/queries/neighborhood.hpp>

#include <zhitu/graph/algorithms/khop.hpp>

#include <algorithm>

namespace zhitu {

std::vector<Neighbor> neighbors(const Graph& graph, std::span<const NodeId> starts,
                                const NeighborhoodOptions& options) {
    KHop search(graph, {.hops = options.hops,
                        .direction = options.direction,
                        .edges = TypeFilter::of_edges(graph, options.edge_types),
                        .nodes = TypeFilter::of_nodes(graph, options.node_types),
                        .enough = options.limit});
    std::vector<Neighbor> reached;
    reached.reserve(search.from(starts).size());
    for (std::uint32_t hops = 0; hops < search.rings(); ++hops) {
        const auto begin = static_cast<std::ptrdiff_t>(reached.size());
        for (const NodeId node : search.ring(hops)) reached.push_back({node, hops});
        std::ranges::sort(reached.begin() + begin, reached.end(), {}, &Neighbor::node);
    }
    if (reached.size() > options.limit) reached.resize(options.limit);
    return reached;
}

Subgraph neighborhood(const Graph& graph, std::span<const NodeId> starts, const NeighborhoodOptions& options) {
    const TypeFilter allowed = TypeFilter::of_edges(graph, options.edge_types);
    std::vector<NodeId> nodes;
    NodeSet inside(graph.node_count());
    for (const Neighbor& neighbor : neighbors(graph, starts, options)) {
        nodes.push_back(neighbor.node);
        inside.add(neighbor.node);
    }
    std::vector<EdgeId> edges;
    for (const NodeId node : nodes)
        for_each_step(graph, node, Direction::out, allowed, [&](Step step, NodeId next) {
            if (inside.has(next)) edges.push_back(step.edge);
        });
    return {graph, std::move(nodes), std::move(edges)};
}

Subgraph neighborhood(const Graph& graph, NodeId start, const NeighborhoodOptions& options) {
    return neighborhood(graph, std::span(&start, 1), options);
}

} // namespace zhitu
