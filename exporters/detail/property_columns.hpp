// The properties of nodes and edges as columns: names, ids, types and the text of cells.
//
// A property that has the name of a column of ours, or begins with `props.`, is called `props.NAME`. Text of an odd
// kind is told by the end of a column's id, so that our own reader gets it back alike:
//   _list   items joined by `; `, or a JSON array where that would not read back alike
//   _json   values of several kinds, each as JSON
#pragma once

#include <zhitu/exporters/detail/columns.hpp>

#include <string>
#include <vector>

namespace zhitu::detail {

/// The properties that any node of `part` has, in order of their names; aliases are none. O(rows).
[[nodiscard]] std::vector<TextColumn> node_properties(const Subgraph& part);
/// The properties that any edge of `part` has, in order of their names. O(rows).
[[nodiscard]] std::vector<TextColumn> edge_properties(const Subgraph& part);

/// A list as the text of a `_list` column.
void append_list(std::string& out, const List& list);

} // namespace zhitu::detail
