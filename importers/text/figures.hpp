// Figures with units.
#pragma once

#include <zhitu/importers/text/discourse.hpp>

#include <string>
#include <vector>

namespace zhitu::text {

/// A number with what stands behind it: "37%", "2.6 ten-thousand sets", "three tenths".
struct Figure {
    Range range;
    double value = 0;
    std::string unit; // as written; "%" for shares
};

/// Figures with a unit in a range, in order of text. "10% to 15%" is one, of the value 15. Linear in the range.
[[nodiscard]] std::vector<Figure> figures_in(const Reading& reading, std::uint32_t block, Range range);

/// A share or a multiple: "30%", "three times".
[[nodiscard]] bool is_ratio(const Figure& figure, const Vocabulary& words);

/// Minutes, days, years.
[[nodiscard]] bool is_time(const Figure& figure, const Vocabulary& words);

} // namespace zhitu::text
