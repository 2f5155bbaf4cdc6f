#include <zhitu/importers/text/document.hpp>

#include <zhitu/base/script.hpp>

#include <algorithm>
#include <array>

namespace zhitu::text {

std::string_view name_of(BlockKind kind) {
    static constexpr std::array<std::string_view, 16> names{
        "title",     "authors",   "affiliation", "abstract", "keywords", "meta",      "heading",  "paragraph",
        "list_item", "table_row", "record",      "caption",  "footnote", "reference", "question", "foreign"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<Range> cells_of(const Block& row) {
    std::vector<Range> cells;
    std::uint32_t begin = 1;
    for (std::uint32_t at = 1; at < row.text.size(); ++at) {
        if (row.text[at] != U'|') continue;
        Range cell{begin, at};
        while (cell.begin < cell.end && row.text[cell.begin] == U' ') ++cell.begin;
        while (cell.end > cell.begin && row.text[cell.end - 1] == U' ') --cell.end;
        cells.push_back(cell);
        begin = at + 1;
    }
    return cells;
}

bool is_cut(const Document& document, const Block& block, std::uint32_t at) {
    const auto text = document.source.text();
    const std::uint32_t from = block.offsets[at] + 1, to = block.offsets[at + 1];
    if (to < from) return true; // on to the next column
    if (to - from < 2) return false;
    std::uint32_t breaks = 0, others = 0;
    for (std::uint32_t i = from; i < to; ++i) {
        breaks += text[i] == U'\n';
        others += !is_blank(text[i]);
    }
    return breaks > 1 || (document.in_columns && breaks > 0 && others > 0);
}

} // namespace zhitu::text
