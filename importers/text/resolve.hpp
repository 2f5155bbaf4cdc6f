// Stage 4, resolve: facts to the nodes and edges of a graph.
//
// Forms of one thing become one node called by its fullest form; ids are `type:name`, with the document or the owner
// where the schema says that names of the type reach no further; places become spans of the file with their quotes.
#pragma once

#include <zhitu/graph/builder.hpp>
#include <zhitu/importers/text/discourse.hpp>
#include <zhitu/importers/text/facts.hpp>

namespace zhitu::text {

void resolve(const Reading& reading, Facts facts, GraphBuilder& builder);

} // namespace zhitu::text
