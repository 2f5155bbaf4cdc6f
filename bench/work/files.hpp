// What the workloads over files share: the same files for all peers, made by write_data.cpp.
//
// The answer of reading is nodes + edges + the years of all nodes + the weights of all edges in eighths; that of
// writing the number of nodes and edges. A bare scan, the lower bound of reading, makes nothing of the bytes: its
// answer is the number of nodes and edges.
#pragma once

#include "work.hpp"

#include <zhitu/graph/graph.hpp>

#include <cstdint>
#include <string_view>

namespace zhitu::bench {

[[nodiscard]] std::uint64_t graph_sum(const Graph& graph);

/// Measures zhitu's reader of a format on the file `graph.FORMAT`; skips it where zhitu has none.
void read_format(Runner& runner, std::string_view format);

/// Measures zhitu's writer of a format, and writing bytes that are ready as the lower bound.
void write_format(Runner& runner, std::string_view format);

} // namespace zhitu::bench
