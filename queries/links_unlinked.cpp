// What links leave out, and how near it comes.
#include <zhitu/queries/links.hpp>

#include <zhitu/graph/algorithms/bfs.hpp>
#include <zhitu/queries/detail/link_walk.hpp>

#include <algorithm>

namespace zhitu {
namespace {

// The way down the distances, by the least next node and edge.
Path descent(const Graph& graph, const std::vector<std::uint32_t>& distance, NodeId start) {
    Path path{{start}, {}, static_cast<double>(distance[start.index()])};
    while (distance[path.nodes.back().index()] > 0) {
        const NodeId node = path.nodes.back();
        std::pair<NodeId, Step> least;
        for_each_step(graph, node, Direction::both, {}, [&](Step step, NodeId next) {
            if (distance[next.index()] + 1 != distance[node.index()]) return;
            if (!least.first.valid() || std::pair(next, step) < least) least = {next, step};
        });
        path.nodes.push_back(least.first);
        path.steps.push_back(least.second);
    }
    return path;
}

class NearestMisses {
  public:
    NearestMisses(const Graph& graph, std::span<const NodeId> others)
        : graph_(graph)
        , others_(others.begin(), others.end())
        , distance_(bfs_distances(graph, others)) {}

    [[nodiscard]] Unlinked of(NodeId node) const {
        if (!std::binary_search(others_.begin(), others_.end(), node)) return {node, way(distance_, node)};
        std::vector<NodeId> rest = others_; // a node of both sides is no miss of its own
        std::erase(rest, node);
        return {node, way(bfs_distances(graph_, rest), node)};
    }

  private:
    [[nodiscard]] std::optional<Path> way(const std::vector<std::uint32_t>& distance, NodeId node) const {
        if (distance[node.index()] == unreached) return std::nullopt;
        return descent(graph_, distance, node);
    }

    const Graph& graph_;
    std::vector<NodeId> others_;
    std::vector<std::uint32_t> distance_;
};

std::vector<Unlinked> misses(const Graph& graph, std::span<const NodeId> nodes, std::span<const NodeId> others,
                             const std::vector<bool>& linked) {
    const NearestMisses nearest(graph, others);
    std::vector<Unlinked> out;
    for (const NodeId node : nodes)
        if (!linked[node.index()]) out.push_back(nearest.of(node));
    return out;
}

} // namespace

UnlinkedNodes unlinked(const Graph& graph, const LinksOptions& options) {
    const detail::LinkIndex index(graph, options);
    detail::LinkWalk walk(index);
    std::vector<bool> from(graph.node_count()), to(graph.node_count());
    for (const NodeId start : index.from())
        walk.each_path(start, [&](double, std::span<const detail::LinkStep* const> steps) {
            from[start.index()] = true;
            to[steps.back()->to.index()] = true;
        });
    return {misses(graph, index.from(), index.to(), from), misses(graph, index.to(), index.from(), to)};
}

} // namespace zhitu
