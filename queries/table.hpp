// Answers as rows, so that all of them are printed alike (table, json, csv, md).
#pragma once

#include <zhitu/graph/schema.hpp>
#include <zhitu/graph/value.hpp>

#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

enum class Align { left, right };

/// Before the edge type in the key of a column of incoming neighbours: `in:ISSUED`.
inline constexpr std::string_view incoming_prefix = "in:";

/// What the key of a column is, and so where its name for people stands: in the schema as a property, as an edge type
/// or its inverse, as a node type; nowhere (a name of the data); or among the messages.
enum class Heading { property, edge_out, edge_in, node_type, data, message };

struct TableColumn {
    std::string key; // stable: header of CSV, key of JSON
    Heading heading = Heading::property;
    Align align = Align::left;
    friend bool operator==(const TableColumn&, const TableColumn&) = default;
};

/// Each row has one value a column; absent values are null, several are a list.
struct Table {
    std::vector<TableColumn> columns;
    std::vector<std::vector<Value>> rows;
    friend bool operator==(const Table&, const Table&) = default;
};

/// The name of a column for people; the key itself where the schema is null or silent, and for messages, which the
/// caller looks up. O(types).
[[nodiscard]] std::string_view heading(const TableColumn& column, const Schema* schema, Language language);

} // namespace zhitu
#pragma GCC visibility pop
