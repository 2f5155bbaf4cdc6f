#include <zhitu/importers/text/aligned_table.hpp>

#include <zhitu/base/script.hpp>

#include <algorithm>
#include <cstdlib>

namespace zhitu::text {
namespace {

constexpr std::size_t least_columns = 3;
constexpr std::uint32_t longest_title = 12; // of a column
constexpr std::uint32_t gap = 2;            // blanks between cells

struct Cell {
    Range span;             // in the file
    std::uint32_t left = 0; // columns of a terminal; a wide character takes two
    std::uint32_t right = 0;
};

std::vector<Cell> cells_of(const Line& line, const SourceText& source) {
    const auto text = source.text();
    std::uint32_t begin = line.span.begin;
    while (begin > 0 && text[begin - 1] != U'\n') --begin;
    std::vector<Cell> cells;
    std::uint32_t column = 0, blanks = gap;
    for (std::uint32_t at = begin; at < line.span.end; ++at) {
        const std::uint32_t width = is_wide_script(text[at]) ? 2 : 1;
        if (is_blank(text[at])) {
            blanks += width;
        } else {
            if (blanks >= gap || cells.empty()) cells.push_back({{at, at}, column, column});
            blanks = 0;
            cells.back().span.end = at + 1;
            cells.back().right = column + width;
        }
        column += width;
    }
    return cells;
}

bool is_header(const std::vector<Cell>& cells) {
    return cells.size() >= least_columns &&
           std::all_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.span.size() <= longest_title; });
}

// The column whose left edge is nearest.
std::size_t column_of(const Cell& cell, const std::vector<Cell>& header) {
    const auto distance = [&](const Cell& column) {
        return std::abs(static_cast<int>(column.left) - static_cast<int>(cell.left));
    };
    const auto nearest = std::min_element(header.begin(), header.end(),
                                          [&](const Cell& a, const Cell& b) { return distance(a) < distance(b); });
    return static_cast<std::size_t>(nearest - header.begin());
}

// A line of running text: one cell from the left margin on that crosses columns.
bool is_running_text(const std::vector<Cell>& cells, const std::vector<Cell>& header) {
    return cells.size() == 1 && cells.front().left < header[1].left && cells.front().right > header[1].left;
}

} // namespace

AlignedTable aligned_table_at(const std::vector<Line>& lines, std::size_t at, const SourceText& source,
                              const Vocabulary& words) {
    AlignedTable table;
    const auto header = cells_of(lines[at], source);
    if (!is_header(header)) return table;
    for (std::size_t i = at; i < lines.size(); ++i) {
        const auto cells = cells_of(lines[i], source);
        if (words.starts_with(lines[i].folded, words.group("layout.table-end")) || is_running_text(cells, header))
            break;
        const bool first = column_of(cells.front(), header) == 0;
        if (lines[i].blank_before && i > at && cells.size() < least_columns) break;
        if (first) table.rows.emplace_back().cells.resize(header.size());
        if (table.rows.empty()) break;
        for (const Cell& cell : cells) table.rows.back().cells[column_of(cell, header)].push_back(cell.span);
        table.lines = i - at + 1;
    }
    if (table.rows.size() < 2) return {};
    return table;
}

} // namespace zhitu::text
