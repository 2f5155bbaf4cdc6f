#include <zhitu/exporters/csv.hpp>

#include <zhitu/exporters/detail/columns.hpp>
#include <zhitu/exporters/detail/csv_text.hpp>
#include <zhitu/exporters/detail/text_writer.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace zhitu {
namespace {

using detail::ColumnType;
using detail::TextColumn;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Dialect {
    std::string_view mark;
    std::string_view line_end;
    detail::Formulas formulas;
};

Dialect dialect_of(const ExportOptions& options) {
    if (options.dialect == "raw") return {"", "\n", detail::Formulas::kept};
    return {byte_order_mark, "\r\n", detail::Formulas::guarded};
}

std::string_view type_name(ColumnType type) {
    switch (type) {
    case ColumnType::boolean:
        return "boolean";
    case ColumnType::int32:
    case ColumnType::int64:
        return "int";
    case ColumnType::float32:
    case ColumnType::float64:
        return "double";
    case ColumnType::list:
        return "list";
    case ColumnType::json:
        return "json";
    case ColumnType::string:
        break;
    }
    return "string";
}

bool is_text(ColumnType type) {
    return type == ColumnType::string || type == ColumnType::list || type == ColumnType::json;
}

// The name and the type; text needs none, but where its name ends like one.
std::string heading_of(const TextColumn& column) {
    constexpr std::array<std::string_view, 6> endings{":boolean", ":int", ":double", ":string", ":list", ":json"};
    const bool ends_like_one = std::any_of(endings.begin(), endings.end(),
                                           [&](std::string_view ending) { return column.name.ends_with(ending); });
    if (column.type == ColumnType::string && !ends_like_one) return column.name;
    return fmt::format("{}:{}", column.name, type_name(column.type));
}

// A column that every row has.
template <class Id, class Text>
TextColumn full_column(std::string name, Text text) {
    return {name, name, ColumnType::string, [text](std::uint32_t row, std::string& out) {
                out += text(Id(row));
                return true;
            }};
}

std::vector<TextColumn> node_table(const Subgraph& part) {
    const Graph& graph = part.graph();
    std::vector<TextColumn> columns = detail::node_columns(part);
    columns.insert(columns.begin(), full_column<NodeId>("id", [&graph](NodeId node) { return graph.id(node); }));
    return columns;
}

std::vector<TextColumn> edge_table(const Subgraph& part) {
    const Graph& graph = part.graph();
    std::vector<TextColumn> columns = detail::edge_columns(part);
    for (TextColumn& column : columns)
        if (column.name == "source" || column.name == "target") column.name.insert(0, "props.");
    columns.insert(columns.begin(),
                   {full_column<EdgeId>("source", [&graph](EdgeId edge) { return graph.id(graph.source(edge)); }),
                    full_column<EdgeId>("target", [&graph](EdgeId edge) { return graph.id(graph.target(edge)); })});
    return columns;
}

void append_row(detail::TextWriter& out, const std::vector<TextColumn>& columns, std::uint32_t row, std::string& cell,
                const Dialect& dialect) {
    bool first = true;
    for (const TextColumn& column : columns) {
        if (!std::exchange(first, false)) out.text() += ',';
        cell.clear();
        if (!column.cell(row, cell)) continue;
        detail::append_csv_cell(out.text(), cell, is_text(column.type) ? dialect.formulas : detail::Formulas::none);
    }
    out.text() += dialect.line_end;
    out.pass_on();
}

template <class Ids>
void write_table(detail::TextWriter& out, const std::vector<TextColumn>& columns, const Ids& rows,
                 const Dialect& dialect) {
    bool first = true;
    for (const TextColumn& column : columns) {
        if (!std::exchange(first, false)) out.text() += ',';
        detail::append_csv_cell(out.text(), heading_of(column), dialect.formulas);
    }
    out.text() += dialect.line_end;
    std::string cell;
    for (const auto row : rows) append_row(out, columns, row.value(), cell, dialect);
}

void write_nodes(const Subgraph& part, std::ostream& stream, const ExportOptions& options) {
    const Dialect dialect = dialect_of(options);
    detail::TextWriter out(stream);
    out.text() += dialect.mark;
    write_table(out, node_table(part), part.nodes(), dialect);
    out.flush();
}

void write_edges(const Subgraph& part, std::ostream& stream, const ExportOptions& options) {
    const Dialect dialect = dialect_of(options);
    detail::TextWriter out(stream);
    out.text() += dialect.mark;
    write_table(out, edge_table(part), part.edges(), dialect);
    out.flush();
}

void write(const Subgraph& part, std::ostream& stream, const ExportOptions& options) {
    write_nodes(part, stream, options);
    const Dialect dialect = dialect_of(options);
    detail::TextWriter out(stream);
    out.text() += dialect.line_end;
    write_table(out, edge_table(part), part.edges(), dialect);
    out.flush();
}

} // namespace

Exporter csv_exporter() {
    return {"csv",    "tables of nodes and edges, NAME.nodes.csv and NAME.edges.csv",
            {".csv"}, {"plain", "raw"},
            write,    {{"nodes", write_nodes}, {"edges", write_edges}}};
}

} // namespace zhitu
