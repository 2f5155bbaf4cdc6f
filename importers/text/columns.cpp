#include <zhitu/importers/text/columns.hpp>

#include <zhitu/base/script.hpp>

#include <algorithm>
#include <optional>

namespace zhitu::text {
namespace {

constexpr std::uint32_t narrowest_gap = 3;     // blanks
constexpr std::uint32_t narrowest_column = 20; // places on the screen, a wide character takes two
constexpr std::uint32_t tolerance = 6;
constexpr std::size_t fewest_lines = 5;

std::uint32_t width_of(char32_t c) {
    return is_wide_script(c) ? 2 : 1;
}

/// A line by places on the screen. Without a gap `left` is the whole line.
struct Row {
    Range left, right;
    std::uint32_t left_end = 0;    // the place behind the left part
    std::uint32_t right_begin = 0; // the place where the right part begins
    std::uint32_t end = 0;         // the place behind the line
    std::size_t gaps = 0;
};

Row row_of(const Line& line, std::u32string_view text) {
    Row row{line.span, {}, 0, 0, 0, 0};
    std::uint32_t place = line.indent;
    for (std::uint32_t at = line.span.begin; at < line.span.end; ++at) {
        if (!is_blank(text[at])) {
            place += width_of(text[at]);
            continue;
        }
        const std::uint32_t gap_begin = at, gap_place = place;
        for (; at < line.span.end && is_blank(text[at]); ++at) place += width_of(text[at]);
        if (place - gap_place >= narrowest_gap && ++row.gaps == 1) {
            row.left.end = gap_begin;
            row.left_end = gap_place;
            row.right = {at, line.span.end};
            row.right_begin = place;
        }
        --at;
    }
    row.end = place;
    return row;
}

class Columns {
  public:
    Columns(std::vector<Line> lines, const SourceText& source)
        : lines_(std::move(lines))
        , source_(source) {
        for (const Line& line : lines_) rows_.push_back(row_of(line, source.text()));
    }

    OrderedLines run() {
        for (std::size_t begin = 0; begin < lines_.size();) {
            const std::size_t end = end_of_columns(begin);
            if (end == begin) {
                out_.lines.push_back(std::move(lines_[begin++]));
                continue;
            }
            put_columns(begin, end);
            begin = end;
        }
        return std::move(out_);
    }

  private:
    // ---- Where a right column begins

    [[nodiscard]] bool is_near(std::uint32_t place) const {
        return place + tolerance >= gutter_ && place <= gutter_ + tolerance;
    }

    [[nodiscard]] bool has_both(const Row& row) const { return row.gaps == 1 && is_near(row.right_begin); }
    [[nodiscard]] bool is_left(const Row& row) const { return row.gaps == 0 && row.end <= gutter_; }
    [[nodiscard]] bool is_right(std::size_t i) const {
        return rows_[i].gaps == 0 && lines_[i].indent + tolerance >= gutter_;
    }

    // The end of the page's two columns whose first line is `begin`; `begin` where there are none.
    [[nodiscard]] std::size_t end_of_columns(std::size_t begin) {
        if (rows_[begin].gaps != 1) return begin;
        gutter_ = rows_[begin].right_begin;
        std::size_t both = 0, end = begin, left = 0, right = 0;
        for (; end < lines_.size() && (end == begin || !lines_[end].page_before); ++end) {
            const Row& row = rows_[end];
            if (has_both(row)) {
                ++both;
                left += row.left_end - lines_[end].indent >= narrowest_column;
                right += row.end - row.right_begin >= narrowest_column;
            } else if (!is_left(row) && !is_right(end)) {
                break;
            }
        }
        const bool prose =
            both >= fewest_lines && both * 2 >= end - begin && left * 3 >= both * 2 && right * 3 >= both * 2;
        return prose ? end : begin;
    }

    // ---- Left, then right

    void put_columns(std::size_t begin, std::size_t end) {
        out_.in_columns = true;
        for (std::size_t i = begin; i < end; ++i)
            if (!is_right(i)) put(i, has_both(rows_[i]) ? rows_[i].left : lines_[i].span, lines_[i].indent);
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t shift = is_right(i) ? lines_[i].indent : rows_[i].right_begin;
            const std::uint32_t indent = shift > gutter_ ? shift - gutter_ : 0;
            if (has_both(rows_[i]))
                put(i, rows_[i].right, indent);
            else if (is_right(i))
                put(i, lines_[i].span, indent);
        }
    }

    void put(std::size_t i, Range span, std::uint32_t indent) {
        Line line = make_line(source_, span, lines_[i].blank_before);
        line.indent = indent;
        line.page_before = lines_[i].page_before && span.begin == lines_[i].span.begin;
        out_.lines.push_back(std::move(line));
    }

    std::vector<Line> lines_;
    const SourceText& source_;
    std::vector<Row> rows_;
    std::uint32_t gutter_ = 0;
    OrderedLines out_;
};

} // namespace

OrderedLines in_reading_order(std::vector<Line> lines, const SourceText& source) {
    return Columns(std::move(lines), source).run();
}

} // namespace zhitu::text
