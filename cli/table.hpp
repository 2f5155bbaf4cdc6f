// Tables in the forms that all answers share.
#pragma once

#include <zhitu/queries/table.hpp>

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <iosfwd>
#include <string>

namespace zhitu::cli {

using Json = nlohmann::ordered_json;

/// Where the names of columns come from: the schema (may be null) and the messages, in one language.
struct Headings {
    const Schema* schema = nullptr;
    Language language = Language::zh;
};

/// The name of a column for people.
[[nodiscard]] std::string heading_text(const TableColumn& column, const Headings& headings);

/// A value as people read it, on one line: of a double with many digits three places, or as many digits where it is
/// small.
[[nodiscard]] std::string readable(const Value& value);

/// A heading, a rule and a line a row, aligned for characters of double width, without trailing blanks. Where the
/// table is wider than `columns`, the widest columns are cut with an ellipsis. O(fields).
void write_text(const Table& table, const Headings& headings, std::size_t columns, std::ostream& out);

/// A table of Markdown (GitHub Flavored Markdown, "Tables"): bars are escaped, line breaks become blanks.
void write_markdown(const Table& table, const Headings& headings, std::ostream& out);

/// RFC 4180 in UTF-8: the keys of the columns, then the rows, ended by CR LF; fields with commas, quotes or line breaks
/// are quoted.
void write_csv(const Table& table, std::ostream& out);

/// An array of objects, one a row, with the keys of the columns; absent values are null.
[[nodiscard]] Json to_json(const Table& table);
[[nodiscard]] Json to_json(const Value& value);

} // namespace zhitu::cli
