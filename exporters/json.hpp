// Node-link JSON: the contract with other tools, and lossless.
//
// One node or edge a line. Nodes have id, type, name, labels (where there are several), aliases (where there are some)
// and evidence (where there is some), edges have key, source, target, type and evidence; all other keys are properties,
// among them rule, confidence and inferred. A property that is called like one of these stands in an object `props`.
// NetworkX reads it by node_link_graph(data, edges="edges") from 3.4 on, by link="edges" before; with `edges_key`
// "links" old versions and D3 read it as it is.
//
// Keys of edges are their numbers in the whole graph, also where a part is written. Integers are written in full: above
// 2^53 JavaScript rounds them.
#pragma once

#include <zhitu/exporters/exporter.hpp>

#pragma GCC visibility push(default)
namespace zhitu {

/// O(nodes, edges and what they hold); memory for one node or edge.
[[nodiscard]] Exporter json_exporter();

} // namespace zhitu
#pragma GCC visibility pop
