// Edge lists: an edge a line, as SNAP, NetworkX and igraph have them.
//
//     # a comment
//     SOURCE TARGET [TYPE [WEIGHT]]
//
// with blanks or tabs between. A third column that is a number, and no fourth, is the weight. Ids and types with blanks
// stand in quotes, as strings of JSON do. Nodes are what edges name; they are Nodes, edges without a type EDGEs.
#pragma once

#include <zhitu/importers/importer.hpp>

#pragma GCC visibility push(default)
namespace zhitu {

/// O(length), and the memory of one line. Errors: bad_input with line and column for a line of one column or more than
/// four, a weight that is no number, a quote that is not closed.
[[nodiscard]] Importer edge_list_importer();

} // namespace zhitu
#pragma GCC visibility pop
