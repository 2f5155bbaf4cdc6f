// Node-link JSON: our own, and that of NetworkX, D3 and their like.
//
// An object with an array `nodes` and an array `edges` or `links`; elements are read one by one, in any order. Of our
// own keys see exporters/json.hpp; in files of others a node without `type` is a Node, one without `name` is called by
// its `label` or its id, an edge without `type` is an EDGE; ids may be numbers. `"directed": false` notes every edge as
// `symmetric`. The keys of edges are not kept: edges are numbered. Annotations, whose edges run `from` and `to`, are
// read too.
#pragma once

#include <zhitu/importers/importer.hpp>

#pragma GCC visibility push(default)
namespace zhitu {

/// O(length) and the memory of one node or edge. Errors: bad_input with line and column for broken JSON, an element
/// without id or ends, an edge whose node never comes, an integer over 64 bits; limit for deep nesting.
[[nodiscard]] Importer json_importer();

} // namespace zhitu
#pragma GCC visibility pop
