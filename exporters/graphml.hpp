// GraphML (http://graphml.graphdrawing.org), so that Gephi, NetworkX, igraph, Neo4j APOC and Boost.Graph all read it
// whole.
//
// One key a column and scope, declared first: `name`, `type`, `aliases`, the properties, `document`, `section`, `quote`
// and `evidence` (the spans as a JSON array) for nodes; `etype` (called type), `symmetric` and the like for edges, ids
// with `e_`. For viewers there are `label`, `r`, `g`, `b` and `size`, `edgelabel` and `weight`. Lists are told by the
// end of the key's id, see detail/property_columns.hpp. Title and documents are data of the graph.
//
// The default dialect has XML attributes outside the schema of GraphML: `labels=":Policy"` on nodes (APOC), `label` on
// edges (APOC, Gephi). The dialect `strict` has none, calls nodes n0, n1 … and keeps their ids under the key `key`.
#pragma once

#include <zhitu/exporters/exporter.hpp>

#pragma GCC visibility push(default)
namespace zhitu {

/// O(nodes, edges and what they hold); memory for one node or edge.
[[nodiscard]] Exporter graphml_exporter();

} // namespace zhitu
#pragma GCC visibility pop
