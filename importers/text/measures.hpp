// Results: what is measured, and the figure that it reached.
#pragma once

#include <zhitu/importers/text/discourse.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::text {

/// A result: "the defect rate fell from 4.2% to 0.7%".
struct Measure {
    Range range;             // all that states it
    std::vector<Range> name; // the pieces that call it, where they are not all of the range
    Range metric;
    double value = 0; // the level reached, or the amount of change
    std::string unit;
    std::string_view direction; // up, down, level
    std::optional<double> from;
    std::string bound; // about, over, under: as written
};

/// Does a mention only name what is measured: does it begin a metric and end in it?
[[nodiscard]] bool names_metric(const std::vector<Measure>& measures, const Range& mention);

/// The results that a clause states; where it is the second half of a then and now, with the first half.
[[nodiscard]] std::vector<Measure> measures_in(const Reading& reading, std::uint32_t block, Range clause);

} // namespace zhitu::text
