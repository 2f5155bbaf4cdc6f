// The k-hop neighbourhood of nodes.
#pragma once

#include <zhitu/graph/subgraph.hpp>

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace zhitu {

enum class Direction { out, in, both };

struct NeighborhoodOptions {
    std::size_t hops = 1;
    Direction direction = Direction::both;
    std::vector<std::string> edge_types; // all where empty
    std::vector<std::string> node_types; // of the nodes that are reached; all where empty
    std::size_t limit = std::numeric_limits<std::size_t>::max(); // nodes at most, nearest first
};

/// The nodes within `hops` of `start` (itself included) and the edges between them that were walked or could be.
/// O(nodes and edges reached).
[[nodiscard]] Subgraph neighborhood(const Graph& graph, NodeId start, const NeighborhoodOptions& options = {});

} // namespace zhitu
