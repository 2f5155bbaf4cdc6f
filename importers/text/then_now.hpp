// Then and now: "it used to take four weeks, today five days".
#pragma once

#include <zhitu/importers/text/figures.hpp>

#include <optional>
#include <vector>

namespace zhitu::text {

/// A figure in seconds, or without its scale, so that two of them can be compared.
[[nodiscard]] double amount_of(const Figure& figure, const Vocabulary& words);

/// Do two figures measure the same kind of thing: both times, both people, or of one unit?
[[nodiscard]] bool are_alike(const Figure& one, const Figure& other, const Vocabulary& words);

/// Does a clause tell how it was before?
[[nodiscard]] bool tells_then(const Reading& reading, std::uint32_t block, Range clause);

/// How it was before, as a neighbouring clause tells it.
struct Then {
    Range clause;
    Range metric; // in the same clause or the one before it
    Figure was;
    Figure now; // of the clause itself
};

/// The earlier level for a clause of which `figures` are the figures: from the clause before or the clause behind.
[[nodiscard]] std::optional<Then> then_of(const Reading& reading, std::uint32_t block, Range clause,
                                          const std::vector<Figure>& figures);

} // namespace zhitu::text
