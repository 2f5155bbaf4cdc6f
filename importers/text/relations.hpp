// Stage 3, relations: clauses to facts.
//
// The layers of discourse.hpp (modality, clauses) are laid over the text first; then each rule family reads on its own
// and adds nodes and edges with the places that they rest on.
#pragma once

#include <zhitu/importers/text/discourse.hpp>
#include <zhitu/importers/text/facts.hpp>

namespace zhitu::text {

[[nodiscard]] Facts read_relations(const Reading& reading);

} // namespace zhitu::text
