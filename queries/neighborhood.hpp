// The k-hop neighbourhood of nodes.
#pragma once

#include <zhitu/graph/algorithms/walk.hpp>
#include <zhitu/graph/subgraph.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

struct NeighborhoodOptions {
    std::size_t hops = 1;
    Direction direction = Direction::both;
    std::vector<std::string> edge_types = {}; // all where empty
    std::vector<std::string> node_types = {}; // types or labels of the nodes that are reached; all where empty
    std::size_t limit = std::numeric_limits<std::size_t>::max(); // nodes at most, starts included, nearest first
};

struct Neighbor {
    NodeId node;
    std::uint32_t hops = 0;
    friend bool operator==(const Neighbor&, const Neighbor&) = default;
};

/// The nodes within `hops` of the nearest start (the starts themselves at 0), nearest first, then by number; cut at
/// `limit`. Throws Error (usage) for an unknown type. O(nodes / 64 + edges met + reached · log reached).
[[nodiscard]] std::vector<Neighbor> neighbors(const Graph& graph, std::span<const NodeId> starts,
                                              const NeighborhoodOptions& options = {});

/// The same nodes with all edges between them that are of `edge_types`. Cost as above, and the edges of the last ring.
[[nodiscard]] Subgraph neighborhood(const Graph& graph, std::span<const NodeId> starts,
                                    const NeighborhoodOptions& options = {});
[[nodiscard]] Subgraph neighborhood(const Graph& graph, NodeId start, const NeighborhoodOptions& options = {});

} // namespace zhitu
#pragma GCC visibility pop
