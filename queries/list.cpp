#include <zhitu/queries/list.hpp>

#include <zhitu/graph/algorithms/walk.hpp>
#include <zhitu/graph/noted_span.hpp>
#include <zhitu/queries/condition.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace zhitu {
namespace {

constexpr std::array<std::string_view, 7> bookkeeping{"aliases", "confidence",   "inferred",        "other_rules",
                                                      "rule",    marks_property, announced_property};

Align alignment(Kind kind) {
    return kind == Kind::integer || kind == Kind::real ? Align::right : Align::left;
}

// Columns of properties, those of the schema's type first.
void add_properties(const Graph& graph, std::string_view type, std::vector<TableColumn>& columns) {
    std::set<std::string> of_type;
    if (graph.schema() != nullptr)
        if (const NodeType* known = graph.schema()->node_type(type))
            for (const auto& [name, property] : known->properties) of_type.insert(name);
    for (const bool wanted : {true, false})
        for (const zhitu::Column& column : graph.node_columns())
            if (of_type.contains(column.name()) == wanted &&
                std::find(bookkeeping.begin(), bookkeeping.end(), column.name()) == bookkeeping.end())
                columns.push_back({column.name(), Heading::property, alignment(column.kind())});
}

// The types of edges in use, in the order of the schema, then of names.
std::vector<std::string> edge_types(const Graph& graph) {
    std::vector<std::string> names;
    const Schema* schema = graph.schema();
    if (schema != nullptr)
        for (const EdgeType& type : schema->edge_types()) names.push_back(type.name);
    for (const TypeId type : graph.edge_types())
        if (schema == nullptr || schema->edge_type(graph.type_name(type)) == nullptr)
            names.emplace_back(graph.type_name(type));
    return names;
}

std::vector<TableColumn> columns_of(const Graph& graph, std::string_view type) {
    std::vector<TableColumn> columns{{"name", Heading::property, Align::left}};
    add_properties(graph, type, columns);
    for (const std::string& edge : edge_types(graph)) {
        columns.push_back({std::string(incoming_prefix) + edge, Heading::edge_in, Align::left});
        columns.push_back({edge, Heading::edge_out, Align::left});
    }
    columns.push_back({"id", Heading::property, Align::left});
    return columns;
}

void drop_empty_columns(Table& table) {
    for (std::size_t i = table.columns.size(); i-- > 1;) {
        const auto filled = [&](const std::vector<Value>& row) { return !row[i].is_null(); };
        if (std::any_of(table.rows.begin(), table.rows.end(), filled)) continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        table.columns.erase(table.columns.begin() + at);
        for (auto& row : table.rows) row.erase(row.begin() + at);
    }
}

} // namespace

Table list_things(const Graph& graph, std::string_view type, const ListOptions& options) {
    (void)TypeFilter::of_nodes(graph, {std::string(type)}); // refuses an unknown type
    const std::vector<Condition> conditions = parse_conditions(options.where);
    check_conditions(graph, conditions);
    Table table{columns_of(graph, type), {}};
    for (const NodeId node : graph.nodes(type)) {
        if (!holds(graph, node, conditions)) continue;
        std::vector<Value> row;
        for (const TableColumn& column : table.columns) row.push_back(value_of(graph, node, column.key));
        table.rows.push_back(std::move(row));
    }
    drop_empty_columns(table);
    return table;
}

} // namespace zhitu
