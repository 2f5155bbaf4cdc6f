#include <zhitu/graph/algorithms/components.hpp>

#include <zhitu/graph/algorithms/bfs.hpp>

namespace zhitu {

Components weak_components(const Graph& graph) {
    Components components;
    components.of_node.assign(graph.node_count(), unreached);
    std::vector<NodeId> queue;
    const TypeFilter all;
    for (const NodeId start : graph.nodes()) {
        if (components.of_node[start.index()] != unreached) continue;
        const auto number = static_cast<std::uint32_t>(components.sizes.size());
        components.of_node[start.index()] = number;
        queue.assign(1, start);
        for (std::size_t head = 0; head < queue.size(); ++head)
            for_each_step(graph, queue[head], Direction::both, all, [&](Step, NodeId next) {
                if (components.of_node[next.index()] != unreached) return;
                components.of_node[next.index()] = number;
                queue.push_back(next);
            });
        components.sizes.push_back(queue.size());
    }
    return components;
}

} // namespace zhitu
