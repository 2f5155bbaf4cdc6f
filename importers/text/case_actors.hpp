// Who acts in a clause.
#pragma once

#include <zhitu/importers/text/practice.hpp>

#include <vector>

namespace zhitu::text {

/// Firms and institutions in front of the deed; a place or a body only where it opens the sentence.
[[nodiscard]] std::vector<Found> actors_of(const Reading& reading, const Sentence& sentence, const Clause& clause);

} // namespace zhitu::text
