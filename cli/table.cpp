#include "table.hpp"

#include <zhitu/base/unicode.hpp>
#include <zhitu/packs/messages.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ostream>

namespace zhitu::cli {
namespace {

constexpr std::size_t gap = 2;         // blanks between columns
constexpr std::size_t least_width = 8; // to which a column is cut, however narrow the terminal

using Row = std::vector<std::string>;

std::string on_one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

Row heading_row(const Table& table, const Headings& headings) {
    Row row;
    for (const TableColumn& column : table.columns) row.push_back(heading_text(column, headings));
    return row;
}

std::vector<Row> text_rows(const Table& table) {
    std::vector<Row> rows;
    for (const auto& values : table.rows) {
        Row& row = rows.emplace_back();
        for (const Value& value : values) row.push_back(readable(value));
    }
    return rows;
}

std::vector<std::size_t> widths_of(const Row& heading, const std::vector<Row>& rows) {
    std::vector<std::size_t> widths;
    for (const std::string& name : heading) widths.push_back(display_width(name));
    for (const Row& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    return widths;
}

/// Narrows the widest columns, one place at a time, until all fit or none may be narrowed.
void fit(std::vector<std::size_t>& widths, std::size_t columns) {
    std::size_t total = std::accumulate(widths.begin(), widths.end(), gap * (widths.empty() ? 0 : widths.size() - 1));
    for (; total > columns; --total) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= least_width) return;
        --*widest;
    }
}

void write_row(const Row& row, const Table& table, const std::vector<std::size_t>& widths, std::ostream& out) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string field = shorten(row[i], widths[i]);
        const std::string padding(widths[i] - std::min(widths[i], display_width(field)), ' ');
        const bool right = table.columns[i].align == Align::right;
        line += (right ? padding + field : field + padding) + std::string(gap, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << '\n';
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

std::string markdown_field(const std::string& text) {
    std::string out;
    for (const char c : on_one_line(text)) out += c == '|' ? std::string("\\|") : std::string(1, c);
    return out;
}

void write_bars(const Row& row, std::ostream& out) {
    out << '|';
    for (const std::string& field : row) out << ' ' << markdown_field(field) << " |";
    out << '\n';
}

} // namespace

std::string readable(const Value& value) {
    std::string text = value.text();
    if (const double* number = value.get_if<double>(); number != nullptr && text.size() > 6)
        text = std::abs(*number) < 0.1 ? fmt::format("{:.3g}", *number) : fmt::format("{:.3f}", *number);
    return on_one_line(std::move(text));
}

std::string heading_text(const TableColumn& column, const Headings& headings) {
    if (column.heading == Heading::message) return std::string(message(column.key, headings.language));
    return std::string(heading(column, headings.schema, headings.language));
}

void write_text(const Table& table, const Headings& headings, std::size_t columns, std::ostream& out) {
    const Row heading = heading_row(table, headings);
    const std::vector<Row> rows = text_rows(table);
    std::vector<std::size_t> widths = widths_of(heading, rows);
    fit(widths, columns);
    Row rule;
    for (const std::size_t width : widths) rule.push_back(repeated("─", width));
    write_row(heading, table, widths, out);
    write_row(rule, table, widths, out);
    for (const Row& row : rows) write_row(row, table, widths, out);
}

void write_markdown(const Table& table, const Headings& headings, std::ostream& out) {
    write_bars(heading_row(table, headings), out);
    out << '|';
    for (const TableColumn& column : table.columns) out << (column.align == Align::right ? " ---: |" : " --- |");
    out << '\n';
    for (const Row& row : text_rows(table)) write_bars(row, out);
}

void write_csv(const Table& table, std::ostream& out) {
    const auto line = [&](const auto& fields, auto text_of) {
        bool first = true;
        for (const auto& field : fields) {
            out << (first ? "" : ",") << csv_field(text_of(field));
            first = false;
        }
        out << "\r\n";
    };
    line(table.columns, [](const TableColumn& column) { return column.key; });
    for (const auto& row : table.rows) line(row, [](const Value& value) { return value.text(); });
}

Json to_json(const Value& value) {
    struct Visitor {
        Json operator()(std::monostate) const { return nullptr; }
        Json operator()(bool one) const { return one; }
        Json operator()(std::int64_t one) const { return one; }
        Json operator()(double one) const { return one; }
        Json operator()(const std::string& one) const { return one; }
        Json operator()(const List& several) const {
            Json array = Json::array();
            for (const Value& one : several) array.push_back(to_json(one));
            return array;
        }
    };
    return std::visit(Visitor{}, value.variant());
}

Json to_json(const Table& table) {
    Json rows = Json::array();
    for (const auto& values : table.rows) {
        Json row = Json::object();
        for (std::size_t i = 0; i < values.size(); ++i) row[table.columns[i].key] = to_json(values[i]);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace zhitu::cli
