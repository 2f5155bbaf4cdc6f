// Tables of plain text, whose columns stand below each other: as pdftotext -layout and typewriters leave them.
#pragma once

#include <zhitu/importers/text/lines.hpp>

#include <cstddef>
#include <vector>

namespace zhitu::text {

/// A row: for each column the spans of the file that its cell is made of, one a line.
struct AlignedRow {
    std::vector<std::vector<Range>> cells;
};

struct AlignedTable {
    std::vector<AlignedRow> rows; // the first names the columns
    std::size_t lines = 0;        // how many lines it takes
};

/// The table whose header is `lines[at]`; no rows where that is none. A header has three or more short cells, apart by
/// two blanks or more; a row begins where the first column does, a line without it goes on with the row before.
[[nodiscard]] AlignedTable aligned_table_at(const std::vector<Line>& lines, std::size_t at, const SourceText& source,
                                            const Vocabulary& words);

} // namespace zhitu::text
