// GraphML: both dialects of ours without loss (see exporters/graphml.hpp), and the files of others.
//
// Data are properties by the `attr.name` of their key, defaults filled in. In files of others the name of a node is its
// `name`, `label` or yEd label, its type the XML attribute `labels` (APOC), else `type`, else Node; the type of an edge
// is the XML attribute `label` (APOC, Gephi), else `type`, `label`, its yEd label, else EDGE. Undirected edges are
// noted as `symmetric`, nested graphs are flattened, hyperedges left out with a warning; ids of edges are not kept.
#pragma once

#include <zhitu/importers/importer.hpp>

#pragma GCC visibility push(default)
namespace zhitu {

/// O(length). Files of up to 1 MiB are read as a whole, by RapidXML; longer ones piece by piece, so that beside the
/// graph only the element at hand is held. Errors: bad_input with line and column for XML that is not well-formed, an
/// edge whose node is missing, undeclared keys and types, values that are not of their type; limit for deep nesting.
[[nodiscard]] Importer graphml_importer();

} // namespace zhitu
#pragma GCC visibility pop
