// The rows of a CSV text of any size (RFC 4180): lines end in LF or CR LF, quoted cells hold anything, `""` in them is
// `"`.
#pragma once

#include <zhitu/importers/detail/text_window.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::detail {

struct CsvCell {
    std::string_view text;  // valid until the next row
    std::size_t offset = 0; // in the window
    bool quoted = false;
    bool doubled = false; // holds quotes

    /// Whether nothing was written; `""` is an empty text.
    [[nodiscard]] bool is_absent() const { return text.empty() && !quoted; }
};

class CsvRows {
  public:
    explicit CsvRows(ByteSource& text)
        : window_(text, LineEnds::kept) {}

    /// Goes to the next row; false at the end. Throws Error (bad_input, with line and column) for a quoted cell that is
    /// not closed, or has text behind it.
    [[nodiscard]] bool next();

    [[nodiscard]] std::span<const CsvCell> cells() const { return cells_; }
    /// Whether the row is an empty line.
    [[nodiscard]] bool is_blank() const { return cells_.size() == 1 && cells_.front().is_absent(); }
    /// Where the row begins.
    [[nodiscard]] Position position() const { return position_; }
    [[nodiscard]] Position position(const CsvCell& cell) const { return window_.position(cell.offset); }

  private:
    /// Each takes what stands at `at` and tells where it ends; none where it runs over the end of the window.
    static constexpr std::size_t none = std::string_view::npos;
    [[nodiscard]] std::size_t take_row(std::size_t at);
    [[nodiscard]] std::size_t take_quoted(std::size_t at);
    [[nodiscard]] std::size_t take_plain(std::size_t at);
    /// Behind a cell: the begin of the next cell or row.
    [[nodiscard]] std::size_t take_separator(std::size_t at, bool& more);
    void decode();

    TextWindow window_;
    std::size_t at_ = 0; // where the next row begins
    std::vector<CsvCell> cells_;
    std::string decoded_;
    Position position_;
};

} // namespace zhitu::detail
