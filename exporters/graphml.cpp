#include <zhitu/exporters/graphml.hpp>

#include <zhitu/exporters/detail/columns.hpp>
#include <zhitu/exporters/detail/json_text.hpp>
#include <zhitu/exporters/detail/text_writer.hpp>
#include <zhitu/exporters/detail/xml_text.hpp>

#include <fmt/format.h>

#include <iterator>

namespace zhitu {
namespace {

using detail::ColumnType;
using detail::TextColumn;

constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" )"
                                  R"(xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns )"
                                  R"(http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
)";

enum class Dialect { standard, strict };

std::string_view type_name(ColumnType type) {
    switch (type) {
    case ColumnType::boolean:
        return "boolean";
    case ColumnType::int32:
        return "int";
    case ColumnType::int64:
        return "long";
    case ColumnType::float32:
        return "float";
    case ColumnType::float64:
        return "double";
    case ColumnType::string:
    case ColumnType::list:
    case ColumnType::json:
        break;
    }
    return "string";
}

std::vector<TextColumn> all_columns(std::vector<TextColumn> look, std::vector<TextColumn> columns) {
    std::move(columns.begin(), columns.end(), std::back_inserter(look));
    return look;
}

// The id of a node, where the document calls nodes by number.
TextColumn key_column(const Graph& graph) {
    return {"key", "key", ColumnType::string, [&graph](std::uint32_t row, std::string& out) {
                out += graph.id(NodeId(row));
                return true;
            }};
}

class Writer {
  public:
    Writer(const Subgraph& part, std::ostream& out, Dialect dialect)
        : part_(part)
        , graph_(part.graph())
        , out_(out)
        , text_(out_.text())
        , dialect_(dialect)
        , node_columns_(all_columns(detail::node_look(graph_), detail::node_columns(part)))
        , edge_columns_(all_columns(detail::edge_look(graph_), detail::edge_columns(part))) {
        if (dialect == Dialect::strict) node_columns_.insert(node_columns_.begin(), key_column(graph_));
    }

    void write() {
        text_ += head;
        append_keys();
        text_ += "  <graph id=\"G\" edgedefault=\"directed\">\n";
        append_graph_data();
        for (const NodeId node : part_.nodes()) write_node(node);
        for (const EdgeId edge : part_.edges()) write_edge(edge);
        text_ += "  </graph>\n</graphml>\n";
        out_.flush();
    }

  private:
    void append_keys() {
        if (!graph_.title().empty()) append_key("g_title", "graph", "title", ColumnType::string);
        if (!graph_.documents().empty()) append_key("g_documents", "graph", "documents", ColumnType::string);
        for (const TextColumn& column : node_columns_) append_key(column.id, "node", column.name, column.type);
        for (const TextColumn& column : edge_columns_) append_key(column.id, "edge", column.name, column.type);
    }

    void append_key(std::string_view id, std::string_view scope, std::string_view name, ColumnType type) {
        fmt::format_to(std::back_inserter(text_), R"(  <key id="{}" for="{}" attr.name=")", id, scope);
        detail::append_xml_attribute(text_, name);
        fmt::format_to(std::back_inserter(text_), R"(" attr.type="{}")", type_name(type));
        text_ += id == "symmetric" ? "><default>false</default></key>\n" : "/>\n";
    }

    void append_graph_data() {
        if (!graph_.title().empty()) append_data("g_title", graph_.title());
        if (graph_.documents().empty()) return;
        cell_.clear();
        detail::append_json_documents(cell_, graph_.documents());
        append_data("g_documents", cell_);
    }

    void append_data(std::string_view key, std::string_view value) {
        text_ += "      <data key=\"";
        text_ += key;
        text_ += "\">";
        detail::append_xml_text(text_, value);
        text_ += "</data>\n";
    }

    void append_data(const std::vector<TextColumn>& columns, std::uint32_t row) {
        for (const TextColumn& column : columns) {
            cell_.clear();
            if (column.cell(row, cell_)) append_data(column.id, cell_);
        }
    }

    void append_node_id(NodeId node) {
        if (dialect_ == Dialect::strict)
            fmt::format_to(std::back_inserter(text_), "n{}", node.value());
        else
            detail::append_xml_attribute(text_, graph_.id(node));
    }

    void write_node(NodeId node) {
        text_ += "    <node id=\"";
        append_node_id(node);
        if (dialect_ == Dialect::standard) {
            text_ += "\" labels=\"";
            for (const std::string_view label : detail::sorted_labels(graph_, node)) {
                text_ += ':';
                detail::append_xml_attribute(text_, label);
            }
        }
        text_ += "\">\n";
        append_data(node_columns_, node.value());
        text_ += "    </node>\n";
        out_.pass_on();
    }

    void write_edge(EdgeId edge) {
        fmt::format_to(std::back_inserter(text_), R"(    <edge id="e{}" source=")", edge.value());
        append_node_id(graph_.source(edge));
        text_ += "\" target=\"";
        append_node_id(graph_.target(edge));
        if (dialect_ == Dialect::standard) {
            text_ += "\" label=\"";
            detail::append_xml_attribute(text_, graph_.type(edge));
        }
        text_ += "\">\n";
        append_data(edge_columns_, edge.value());
        text_ += "    </edge>\n";
        out_.pass_on();
    }

    const Subgraph& part_;
    const Graph& graph_;
    detail::TextWriter out_;
    std::string& text_; // of `out_`
    Dialect dialect_;
    std::vector<TextColumn> node_columns_;
    std::vector<TextColumn> edge_columns_;
    std::string cell_;
};

void write(const Subgraph& part, std::ostream& out, const ExportOptions& options) {
    Writer(part, out, options.dialect == "strict" ? Dialect::strict : Dialect::standard).write();
}

} // namespace

Exporter graphml_exporter() {
    return {"graphml",
            "GraphML for Gephi, NetworkX, igraph, Neo4j and Boost.Graph",
            {".graphml"},
            {"default", "strict"},
            write};
}

} // namespace zhitu
