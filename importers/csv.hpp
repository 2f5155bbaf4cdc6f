// CSV: a graph as a table of nodes and a table of edges, in two files (`graph.nodes.csv`, `graph.edges.csv`) or in one,
// with an empty line between them. All CSV files of one import are tables of one graph.
//
// The first row names the columns. A table with `source` and `target` is one of edges, one with `id` one of nodes;
// `type`, `name`, `labels`, `aliases` and `evidence` are what they are in JSON, other columns are properties, one
// without a name is left out. NAME:TYPE tells the type of a property (boolean, int, double, list, json); without it
// cells are text. A cell that is empty and not quoted is no value. Tables of ours (see exporters/csv.hpp) are known by
// the column `evidence`; in those of others the `label` stands in for a missing name or type of edge.
#pragma once

#include <zhitu/importers/importer.hpp>

#pragma GCC visibility push(default)
namespace zhitu {

/// O(length), and the memory of one row. Errors: bad_input with line and column for a row with too few or too many
/// cells, a cell that is not of its column's type, a quote that is not closed, an edge whose node no table has.
[[nodiscard]] Importer csv_importer();

} // namespace zhitu
#pragma GCC visibility pop
