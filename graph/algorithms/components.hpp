// Weakly connected components.
#pragma once

#include <zhitu/graph/graph.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

struct Components {
    std::vector<std::uint32_t> of_node; // numbered in order of their first nodes
    std::vector<std::size_t> sizes;     // nodes of each component
};

/// The parts of the graph that no edge joins, whichever way it points. O(nodes + edges).
[[nodiscard]] Components weak_components(const Graph& graph);

} // namespace zhitu
#pragma GCC visibility pop
