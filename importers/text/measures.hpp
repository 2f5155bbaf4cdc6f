// Figures with units, and the changes that they measure.
#pragma once

#include <zhitu/importers/text/discourse.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::text {

/// A number with what stands behind it: "37%", "2.6 ten-thousand sets", "three tenths".
struct Figure {
    Range range;
    double value = 0;
    std::string unit; // as written; "%" for shares
};

/// Figures with a unit in a range, in order of text.
[[nodiscard]] std::vector<Figure> figures_in(const Reading& reading, std::uint32_t block, Range range);

/// A result: "the defect rate fell from 4.2% to 0.7%".
struct Measure {
    Range range; // metric, verb and figure
    Range metric;
    double value = 0; // the level reached, or the amount of change
    std::string unit;
    std::string_view direction; // up, down, level
    std::optional<double> from;
    std::string bound; // about, over, under: as written
};

/// Does a mention only name what is measured: does it begin a metric and end in it?
[[nodiscard]] bool names_metric(const std::vector<Measure>& measures, const Range& mention);

/// The results that a clause states.
[[nodiscard]] std::vector<Measure> measures_in(const Reading& reading, std::uint32_t block, Range clause);

} // namespace zhitu::text
