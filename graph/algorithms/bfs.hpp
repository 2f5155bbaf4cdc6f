// Breadth-first distances.
#pragma once

#include <zhitu/graph/algorithms/walk.hpp>

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// The distance of a node that was not reached.
inline constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

struct BfsOptions {
    Direction direction = Direction::both;
    TypeFilter edges = {};                  // walked
    TypeFilter nodes = {};                  // walked through; starts and ends of the walk may be others
    std::uint32_t max_distance = unreached; // not farther than this
};

/// For each node the number of edges to the nearest of `starts`, or `unreached`. O(nodes + edges).
[[nodiscard]] std::vector<std::uint32_t> bfs_distances(const Graph& graph, std::span<const NodeId> starts,
                                                       const BfsOptions& options = {});

} // namespace zhitu
#pragma GCC visibility pop
