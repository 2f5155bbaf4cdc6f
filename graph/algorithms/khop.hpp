// What lies within k steps of a node: breadth-first rings, for one start after the other.
#pragma once

#include <zhitu/graph/algorithms/node_set.hpp>
#include <zhitu/graph/algorithms/walk.hpp>

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

struct KHopOptions {
    std::size_t hops = 1;
    Direction direction = Direction::both;
    TypeFilter edges = {};                                        // walked
    TypeFilter nodes = {};                                        // reached; starts may be others
    std::size_t enough = std::numeric_limits<std::size_t>::max(); // no further ring where so many nodes are reached
};

/// Searches from one start after the other over tables that it keeps, so that a search costs what it meets, however
/// large the graph is:
///
///     KHop search(graph, {.hops = 2, .edges = TypeFilter::of_edges(graph, {"USES"})});
///     for (const NodeId start : starts) use(search.from(start));
///
/// The graph must outlive it. Not for several threads at once; each may have its own.
class KHop {
  public:
    /// O(nodes / 64 + nodes that `options.nodes` allows).
    explicit KHop(const Graph& graph, KHopOptions options = {});

    /// The starts, each once, and what lies within `hops` steps of the nearest of them, ring by ring; in a ring in the
    /// order in which the search meets it. Valid until the next search. O(edges met + rings' nodes · types · log
    /// degree).
    std::span<const NodeId> from(std::span<const NodeId> starts);
    std::span<const NodeId> from(NodeId start) { return from(std::span(&start, 1)); }

    /// The rings of the last search that are not empty; ring 0 is the starts.
    [[nodiscard]] std::size_t rings() const { return ring_ends_.size(); }
    /// The nodes of the last search that are `hops` steps from the nearest start. REQUIRES: hops < rings().
    [[nodiscard]] std::span<const NodeId> ring(std::size_t hops) const {
        const std::size_t begin = hops == 0 ? 0 : ring_ends_[hops - 1];
        return std::span(reached_).subspan(begin, ring_ends_[hops] - begin);
    }

  private:
    void forget();
    void widen(NodeId node);
    [[nodiscard]] bool close_ring();

    const Graph& graph_;
    KHopOptions options_;
    NodeSet closed_;              // met already, or never to be reached; only what was met is opened again
    NodeSet never_;               // not allowed by `options_.nodes`; empty where all are
    std::vector<NodeId> reached_; // `count_` nodes, and room for more
    std::size_t count_ = 0;
    std::vector<std::size_t> ring_ends_;
};

} // namespace zhitu
#pragma GCC visibility pop
