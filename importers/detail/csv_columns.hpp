// What the header of a CSV table says. A dialect of another tool differs here: in how its headers name things.
#pragma once

#include <zhitu/importers/detail/row_data.hpp>

#include <deque>
#include <span>
#include <string_view>
#include <vector>

namespace zhitu::detail {

struct CsvColumn {
    enum class Use { data, source, target, none };

    Use use = Use::data;
    Key key;

    /// Whether cells are text that a spreadsheet could take for a formula.
    [[nodiscard]] bool is_text() const { return key.type >= Key::Type::string; }
};

class CsvHeader {
  public:
    enum class Table { nodes, edges };
    /// Who wrote the table: in ours some columns repeat others, and names are escaped by `props.`.
    enum class Origin { ours, others };

    CsvHeader() = default;
    /// Throws Error (bad_input, without place) for a header that names neither nodes nor edges, or a column twice.
    explicit CsvHeader(std::span<const std::string_view> names);

    [[nodiscard]] Table table() const { return table_; }
    [[nodiscard]] Origin origin() const { return origin_; }
    [[nodiscard]] const std::deque<CsvColumn>& columns() const { return columns_; }

  private:
    Table table_ = Table::nodes;
    Origin origin_ = Origin::others;
    std::deque<CsvColumn> columns_;
};

/// Text without the `'` before what a spreadsheet would take for a formula.
[[nodiscard]] std::string_view without_guard(std::string_view text);

} // namespace zhitu::detail
