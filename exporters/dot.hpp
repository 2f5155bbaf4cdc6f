// DOT for Graphviz: a picture, not an archive.
//
// Every id, label and value is quoted. A node shows its name in short lines, coloured and shaped by its type; its
// quotes are the tooltip. An edge shows its type in the language of people. Above 500 nodes the file asks for the
// layout sfdp and leaves edge labels out, since the layout dot would not end. `cluster` draws a box around the nodes of
// a type, which sfdp ignores. The dialect `plain` has attributes on each element and no defaults: what Gephi reads
// whole.
#pragma once

#include <zhitu/exporters/exporter.hpp>

#pragma GCC visibility push(default)
namespace zhitu {

/// O(nodes, edges and what they hold); memory for one node or edge.
[[nodiscard]] Exporter dot_exporter();

} // namespace zhitu
#pragma GCC visibility pop
