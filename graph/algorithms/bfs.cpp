#include <zhitu/graph/algorithms/bfs.hpp>

namespace zhitu {

std::vector<std::uint32_t> bfs_distances(const Graph& graph, std::span<const NodeId> starts,
                                         const BfsOptions& options) {
    std::vector<std::uint32_t> distance(graph.node_count(), unreached);
    std::vector<NodeId> queue;
    for (const NodeId start : starts) {
        if (distance[start.index()] == 0) continue;
        distance[start.index()] = 0;
        queue.push_back(start);
    }
    for (std::size_t head = 0; head < queue.size(); ++head) {
        const NodeId node = queue[head];
        const std::uint32_t here = distance[node.index()];
        if (here >= options.max_distance) break;
        if (here > 0 && !options.nodes.has(graph, node)) continue;
        for_each_step(graph, node, options.direction, options.edges, [&](Step, NodeId next) {
            if (distance[next.index()] != unreached) return;
            distance[next.index()] = here + 1;
            queue.push_back(next);
        });
    }
    return distance;
}

} // namespace zhitu
