// Pages of two columns side by side, as `pdftotext -layout` writes them.
#pragma once

#include <zhitu/importers/text/lines.hpp>

#include <vector>

namespace zhitu::text {

struct OrderedLines {
    std::vector<Line> lines;
    bool in_columns = false; // some lines stand in another order than in the file
};

/// The lines in the order of reading: where the most of a page's lines have one wide gap at one place, with text of a
/// column's width on both sides, the left column comes before the right one. O(length).
[[nodiscard]] OrderedLines in_reading_order(std::vector<Line> lines, const SourceText& source);

} // namespace zhitu::text
