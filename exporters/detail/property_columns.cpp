#include <zhitu/exporters/detail/property_columns.hpp>

#include <zhitu/exporters/detail/json_text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <span>
#include <string_view>

namespace zhitu::detail {
namespace {

constexpr std::string_view separator = "; ";

constexpr std::array<std::string_view, 15> node_names{"aliases", "b",   "document", "evidence", "g",
                                                      "id",      "key", "label",    "labels",   "name",
                                                      "quote",   "r",   "section",  "size",     "type"};
constexpr std::array<std::string_view, 10> edge_names{"document", "evidence", "id",        "key",  "label",
                                                      "quote",    "section",  "symmetric", "type", "weight"};
// What begins the id of a column of edges or of the graph.
constexpr std::array<std::string_view, 7> foreign_to_nodes{"e_",       "edgelabel", "etype", "g_",
                                                           "inferred", "symmetric", "weight"};

bool contains(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string column_name(std::string_view property, std::span<const std::string_view> reserved) {
    const bool taken = property.empty() || property.starts_with("props.") || contains(reserved, property);
    return taken ? fmt::format("props.{}", property) : std::string(property);
}

std::string plain_id(std::string_view name) {
    std::string id;
    for (const char c : name) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        id += upper ? static_cast<char>(c - 'A' + 'a') : kept ? c : '_';
    }
    if (id.empty() || id.ends_with("_list") || id.ends_with("_json")) id += '_';
    return id;
}

std::string node_column_id(std::string_view property) {
    const std::string id = plain_id(property);
    const bool foreign = std::any_of(foreign_to_nodes.begin(), foreign_to_nodes.end(),
                                     [&](std::string_view start) { return id.starts_with(start); });
    return foreign ? "n_" + id : id;
}

std::string edge_column_id(std::string_view property) {
    return property == "inferred" ? std::string(property) : "e_" + plain_id(property);
}

// What nodes and edges differ in.
struct Scope {
    std::span<const std::string_view> reserved; // names that are columns of ours
    std::string (*id)(std::string_view property);
};
constexpr Scope of_nodes{node_names, node_column_id};
constexpr Scope of_edges{edge_names, edge_column_id};

// The one kind of the values of a property, and whether integers need 64 bits.
struct Shape {
    Kind kind = Kind::null; // null where no row of the part has a value
    bool mixed = false;
    bool wide = false;
};

bool is_number(Kind kind) {
    return kind == Kind::integer || kind == Kind::real;
}

void widen(Shape& shape, const Value& value) {
    const Kind kind = kind_of(value);
    if (const auto* integer = value.get_if<std::int64_t>())
        shape.wide |= *integer != static_cast<std::int32_t>(*integer);
    if (shape.kind == Kind::null || shape.kind == kind)
        shape.kind = kind;
    else if (is_number(shape.kind) && is_number(kind))
        shape.kind = Kind::real;
    else
        shape.mixed = true;
}

template <class Id>
Shape shape_of(const Subgraph& part, const Column& column) {
    Shape shape;
    for (const std::uint32_t row : column.rows())
        if (part.contains(Id(row))) widen(shape, *column.find(row));
    return shape;
}

ColumnType type_of(const Shape& shape) {
    if (shape.mixed) return ColumnType::json;
    switch (shape.kind) {
    case Kind::boolean:
        return ColumnType::boolean;
    case Kind::integer:
        return shape.wide ? ColumnType::int64 : ColumnType::int32;
    case Kind::real:
        return ColumnType::float64;
    case Kind::list:
        return ColumnType::list;
    default:
        return ColumnType::string;
    }
}

std::string_view ending_of(ColumnType type) {
    return type == ColumnType::json ? "_json" : type == ColumnType::list ? "_list" : "";
}

std::string unique_id(const std::string& base, std::string_view ending, std::set<std::string>& used) {
    std::string id = fmt::format("{}{}", base, ending);
    for (int repeat = 2; !used.insert(id).second; ++repeat) id = fmt::format("{}_{}{}", base, repeat, ending);
    return id;
}

void append_value(std::string& out, const Value& value) {
    if (const auto* text = value.get_if<std::string>())
        out += *text;
    else if (const auto* list = value.get_if<List>())
        append_list(out, *list);
    else if (const auto* integer = value.get_if<std::int64_t>())
        fmt::format_to(std::back_inserter(out), "{}", *integer);
    else if (const auto* real = value.get_if<double>())
        fmt::format_to(std::back_inserter(out), "{}", *real);
    else
        out += value.text();
}

auto cell_of(const Column& column, const Shape& shape) {
    const auto append = shape.mixed ? append_json_value : append_value;
    return [&column, append](std::uint32_t row, std::string& out) {
        const Value* value = column.find(row);
        const bool filled = value != nullptr && is_writable(*value);
        if (filled) append(out, *value);
        return filled;
    };
}

template <class Id>
std::vector<TextColumn> properties(const Subgraph& part, std::span<const Column> columns, const Scope& scope) {
    std::set<std::string> used;
    for (const std::string_view name : scope.reserved) used.insert(scope.id(name));
    std::vector<TextColumn> out;
    for (const Column& column : columns) {
        if (std::is_same_v<Id, NodeId> && column.name() == "aliases") continue;
        const Shape shape = shape_of<Id>(part, column);
        if (shape.kind == Kind::null) continue;
        const ColumnType type = type_of(shape);
        out.push_back({unique_id(scope.id(column.name()), ending_of(type), used),
                       column_name(column.name(), scope.reserved), type, cell_of(column, shape)});
    }
    return out;
}

// Whether the items split at the separator again, and do not look like the JSON that stands in where they would not.
bool can_be_joined(const List& list) {
    const auto holds = [](const Value& item) {
        const auto* text = item.get_if<std::string>();
        return text != nullptr && text->find(separator) == std::string::npos;
    };
    return !list.empty() && std::all_of(list.begin(), list.end(), holds) && !list.front().text().starts_with('[');
}

} // namespace

void append_list(std::string& out, const List& list) {
    if (!can_be_joined(list)) return append_json_value(out, Value(list));
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i != 0) out += separator;
        out += *list[i].get_if<std::string>();
    }
}

std::vector<TextColumn> node_properties(const Subgraph& part) {
    return properties<NodeId>(part, part.graph().node_columns(), of_nodes);
}

std::vector<TextColumn> edge_properties(const Subgraph& part) {
    return properties<EdgeId>(part, part.graph().edge_columns(), of_edges);
}

} // namespace zhitu::detail
