// CSV (RFC 4180): a table of nodes and a table of edges. To a file they are NAME.nodes.csv and NAME.edges.csv; to a
// stream one follows the other behind an empty line.
//
// Columns are those of GraphML: nodes have `id`, edges `source` and `target` first. Columns that are no text have their
// type behind the name: `year:int`, `confidence:double`, `inferred:boolean`, `keywords:list` (items joined by `; `, or
// a JSON array), `mixed:json`. No value is an empty cell, an empty text is `""`. Dialects:
//
//   plain   for people and spreadsheets: a byte order mark, CR LF, and a `'` before text that would run as a formula
//   raw     for programs: none of these
#pragma once

#include <zhitu/exporters/exporter.hpp>

#pragma GCC visibility push(default)
namespace zhitu {

/// Without loss, but for the title and the documents of the graph.
[[nodiscard]] Exporter csv_exporter();

} // namespace zhitu
#pragma GCC visibility pop
