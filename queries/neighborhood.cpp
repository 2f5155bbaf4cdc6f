#include <zhitu/queries/neighborhood.hpp>

#include <algorithm>

namespace zhitu {

std::vector<Neighbor> neighbors(const Graph& graph, std::span<const NodeId> starts,
                                const NeighborhoodOptions& options) {
    const TypeFilter edges = TypeFilter::of_edges(graph, options.edge_types);
    const TypeFilter nodes = TypeFilter::of_nodes(graph, options.node_types);
    std::vector<bool> seen(graph.node_count());
    std::vector<Neighbor> reached;
    std::size_t ring = 0; // where the last complete ring begins
    const auto close_ring = [&](std::size_t begin) {
        const auto order = [](const Neighbor& a, const Neighbor& b) { return a.node < b.node; };
        std::sort(reached.begin() + static_cast<std::ptrdiff_t>(begin), reached.end(), order);
        if (reached.size() > options.limit) reached.resize(options.limit);
    };
    const auto reach = [&](NodeId node, std::uint32_t hops) {
        if (seen[node.index()]) return;
        seen[node.index()] = true;
        reached.push_back({node, hops});
    };
    for (const NodeId start : starts) reach(start, 0);
    close_ring(0);
    for (std::uint32_t hops = 1; hops <= options.hops && ring < reached.size() && reached.size() < options.limit;
         ++hops) {
        const std::size_t end = reached.size();
        for (; ring < end; ++ring)
            for_each_step(graph, reached[ring].node, options.direction, edges, [&](Step, NodeId next) {
                if (nodes.has(graph, next)) reach(next, hops);
            });
        close_ring(end);
    }
    return reached;
}

Subgraph neighborhood(const Graph& graph, std::span<const NodeId> starts, const NeighborhoodOptions& options) {
    const TypeFilter allowed = TypeFilter::of_edges(graph, options.edge_types);
    std::vector<NodeId> nodes;
    std::vector<bool> inside(graph.node_count());
    for (const Neighbor& neighbor : neighbors(graph, starts, options)) {
        nodes.push_back(neighbor.node);
        inside[neighbor.node.index()] = true;
    }
    std::vector<EdgeId> edges;
    for (const NodeId node : nodes)
        for_each_step(graph, node, Direction::out, allowed, [&](Step step, NodeId next) {
            if (inside[next.index()]) edges.push_back(step.edge);
        });
    return {graph, std::move(nodes), std::move(edges)};
}

Subgraph neighborhood(const Graph& graph, NodeId start, const NeighborhoodOptions& options) {
    return neighborhood(graph, std::span(&start, 1), options);
}

} // namespace zhitu
