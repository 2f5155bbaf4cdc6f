// Direction-optimising (Beamer, Asanović, Patterson 2012): while the frontier is small, its nodes look for new
// neighbours; while it is large, the nodes that are not reached look for a neighbour in it, and stop at the first. Both
// give the same distances.
#include <zhitu/graph/algorithms/bfs.hpp>

#include <zhitu/graph/algorithms/node_set.hpp>

#include <algorithm>

namespace zhitu {
namespace {

// Shares of edges and nodes at which the search turns, as in the paper.
constexpr std::size_t edges_share = 14;
constexpr std::size_t nodes_share = 24;

class Bfs {
  public:
    Bfs(const Graph& graph, const BfsOptions& options)
        : graph_(graph)
        , options_(options)
        , distance_(graph.node_count(), unreached)
        , queue_(graph.node_count())
        , edges_left_(total_degree()) {}

    std::vector<std::uint32_t> run(std::span<const NodeId> starts) && {
        for (const NodeId start : starts)
            if (distance_[start.index()] == unreached) reach(start, 0);
        for (std::uint32_t here = 0; begin_ < end_ && here < options_.max_distance; ++here) {
            if (here > 0 && !options_.nodes.all()) drop_impassable();
            if (is_large())
                pull(here + 1);
            else
                push(here + 1);
        }
        return std::move(distance_);
    }

  private:
    // The frontier is queue_[begin_ … end_).
    void reach(NodeId node, std::uint32_t distance) {
        distance_[node.index()] = distance;
        queue_[end_++] = node;
    }

    // A node that may not be walked through keeps its distance and leads nowhere.
    void drop_impassable() {
        const auto first = queue_.begin() + static_cast<std::ptrdiff_t>(begin_);
        const auto last = std::remove_if(first, queue_.begin() + static_cast<std::ptrdiff_t>(end_),
                                         [&](NodeId node) { return !options_.nodes.has(graph_, node); });
        end_ = static_cast<std::size_t>(last - queue_.begin());
    }

    bool is_large() {
        std::size_t edges = 0;
        for (std::size_t i = begin_; i < end_; ++i) edges += degree_bound(graph_, queue_[i], options_.direction);
        edges_left_ -= std::min(edges_left_, edges);
        return edges > edges_left_ / edges_share && end_ - begin_ > graph_.node_count() / nodes_share;
    }

    void push(std::uint32_t distance) {
        for (const std::size_t end = end_; begin_ < end; ++begin_)
            for_each_neighbor(graph_, queue_[begin_], options_.direction, options_.edges, [&](NodeId next) {
                if (distance_[next.index()] == unreached) reach(next, distance);
            });
    }

    void pull(std::uint32_t distance) {
        NodeSet frontier(graph_.node_count());
        for (; begin_ < end_; ++begin_) frontier.add(queue_[begin_]);
        for (const NodeId node : graph_.nodes())
            if (distance_[node.index()] == unreached &&
                any_neighbor(graph_, node, reversed(options_.direction), options_.edges,
                             [&](NodeId next) { return frontier.has(next); }))
                reach(node, distance);
    }

    [[nodiscard]] std::size_t total_degree() const {
        return (options_.direction == Direction::both ? 2 : 1) * graph_.edge_count();
    }

    const Graph& graph_;
    const BfsOptions& options_;
    std::vector<std::uint32_t> distance_;
    std::vector<NodeId> queue_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::size_t edges_left_; // of nodes that have not been in a frontier, about
};

} // namespace

std::vector<std::uint32_t> bfs_distances(const Graph& graph, std::span<const NodeId> starts,
                                         const BfsOptions& options) {
    return Bfs(graph, options).run(starts);
}

} // namespace zhitu
