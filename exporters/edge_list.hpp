// Edge lists: `SOURCE TARGET TYPE [WEIGHT]`, an edge a line, for NetworkX, SNAP and scripts. Ids and types with blanks
// or quotes, or that could be taken for something else, are strings of JSON.
#pragma once

#include <zhitu/exporters/exporter.hpp>

#pragma GCC visibility push(default)
namespace zhitu {

/// Only ids, types and the property `weight` of edges are kept; nodes without an edge are lost.
[[nodiscard]] Exporter edge_list_exporter();

} // namespace zhitu
#pragma GCC visibility pop
