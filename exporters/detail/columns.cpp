#include <zhitu/exporters/detail/columns.hpp>

#include <zhitu/exporters/detail/json_text.hpp>
#include <zhitu/exporters/detail/label.hpp>
#include <zhitu/exporters/detail/property_columns.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>

namespace zhitu::detail {
namespace {

constexpr double least_weight = 0.001;

template <class Id>
void add_evidence(std::vector<TextColumn>& out, const Graph& graph, std::string_view prefix) {
    const auto add = [&](std::string_view name, auto append) {
        out.push_back({fmt::format("{}{}", prefix, name), std::string(name), ColumnType::string,
                       [&graph, append](std::uint32_t row, std::string& cell) {
                           const auto evidence = graph.evidence(Id(row));
                           if (!evidence.empty()) append(cell, evidence);
                           return !evidence.empty();
                       }});
    };
    const auto distinct = [](std::string_view EvidenceView::*field) {
        return [field](std::string& cell, const std::vector<EvidenceView>& evidence) {
            List seen;
            for (const EvidenceView& entry : evidence)
                if (std::find(seen.begin(), seen.end(), Value(entry.*field)) == seen.end())
                    seen.push_back(entry.*field);
            append_list(cell, seen);
        };
    };
    add("document", distinct(&EvidenceView::document));
    add("section", distinct(&EvidenceView::section));
    add("quote", [](std::string& cell, const auto& evidence) { cell += joined_quotes(evidence); });
    add("evidence", [](std::string& cell, const auto& evidence) { append_json_evidence(cell, evidence); });
}

bool has_more_labels(const Subgraph& part) {
    return std::any_of(part.nodes().begin(), part.nodes().end(),
                       [&](NodeId node) { return part.graph().labels(node).size() > 1; });
}

bool is_symmetric_type(const Graph& graph, std::string_view name) {
    const EdgeType* type = graph.schema() != nullptr ? graph.schema()->edge_type(name) : nullptr;
    return type != nullptr && type->symmetric;
}

TextColumn labels_column(const Graph& graph) {
    return {"labels", "labels", ColumnType::string, [&graph](std::uint32_t row, std::string& out) {
                const auto labels = sorted_labels(graph, NodeId(row));
                if (labels.size() > 1) append_list(out, List(labels.begin(), labels.end()));
                return labels.size() > 1;
            }};
}

TextColumn aliases_column(const Graph& graph) {
    return {"aliases", "aliases", ColumnType::string, [&graph](std::uint32_t row, std::string& out) {
                const auto aliases = graph.aliases(NodeId(row));
                if (!aliases.empty()) append_list(out, List(aliases.begin(), aliases.end()));
                return !aliases.empty();
            }};
}

// What is_symmetric says, with the types looked up once.
TextColumn symmetric_column(const Graph& graph) {
    std::vector<TypeId> types;
    for (const TypeId type : graph.edge_types())
        if (is_symmetric_type(graph, graph.type_name(type))) types.push_back(type);
    const auto columns = graph.edge_columns();
    const bool has_property =
        std::any_of(columns.begin(), columns.end(), [](const Column& column) { return column.name() == "symmetric"; });
    return {"symmetric", "symmetric", ColumnType::boolean,
            [&graph, types, has_property](std::uint32_t row, std::string& cell) {
                const EdgeId edge(row);
                const bool symmetric = std::find(types.begin(), types.end(), graph.type_id(edge)) != types.end() ||
                                       (has_property && is_symmetric(graph, edge));
                if (symmetric) cell += "true";
                return symmetric;
            }};
}

// A cell that every row has, from a function of the node or edge to text.
template <class Id, class Text>
TextColumn full_column(std::string id, std::string name, ColumnType type, Text text) {
    return {std::move(id), std::move(name), type, [text](std::uint32_t row, std::string& out) {
                out += text(Id(row));
                return true;
            }};
}

// One of the three parts of "#rrggbb", as a number.
std::string color_part(const Graph& graph, NodeId node, std::size_t at) {
    const Schema* schema = graph.schema();
    const std::string color = schema != nullptr ? schema->style(graph.type(node)).color : Style{}.color;
    int part = 0;
    if (color.size() == 7) std::from_chars(color.data() + at, color.data() + at + 2, part, 16);
    return fmt::format("{}", part);
}

double node_size(const Graph& graph, NodeId node) {
    return graph.schema() != nullptr ? graph.schema()->style(graph.type(node)).size : Style{}.size;
}

void append(std::vector<TextColumn>& out, std::vector<TextColumn> more) {
    std::move(more.begin(), more.end(), std::back_inserter(out));
}

} // namespace

std::vector<TextColumn> node_columns(const Subgraph& part) {
    const Graph& graph = part.graph();
    std::vector<TextColumn> out;
    out.push_back(
        full_column<NodeId>("name", "name", ColumnType::string, [&](NodeId node) { return graph.name(node); }));
    out.push_back(
        full_column<NodeId>("type", "type", ColumnType::string, [&](NodeId node) { return graph.type(node); }));
    if (has_more_labels(part)) out.push_back(labels_column(graph));
    out.push_back(aliases_column(graph));
    append(out, node_properties(part));
    add_evidence<NodeId>(out, graph, "");
    return out;
}

std::vector<TextColumn> edge_columns(const Subgraph& part) {
    const Graph& graph = part.graph();
    std::vector<TextColumn> out;
    out.push_back(
        full_column<EdgeId>("etype", "type", ColumnType::string, [&](EdgeId edge) { return graph.type(edge); }));
    out.push_back(symmetric_column(graph));
    append(out, edge_properties(part));
    add_evidence<EdgeId>(out, graph, "e_");
    return out;
}

std::vector<TextColumn> node_look(const Graph& graph) {
    std::vector<TextColumn> out;
    const auto add = [&](std::string name, ColumnType type, auto text) {
        out.push_back(full_column<NodeId>(name, name, type, text));
    };
    add("label", ColumnType::string, [&](NodeId node) { return short_label(graph.name(node)); });
    add("r", ColumnType::int32, [&](NodeId node) { return color_part(graph, node, 1); });
    add("g", ColumnType::int32, [&](NodeId node) { return color_part(graph, node, 3); });
    add("b", ColumnType::int32, [&](NodeId node) { return color_part(graph, node, 5); });
    add("size", ColumnType::float32, [&](NodeId node) { return fmt::format("{}", node_size(graph, node)); });
    return out;
}

std::vector<TextColumn> edge_look(const Graph& graph) {
    std::vector<TextColumn> out;
    out.push_back(
        full_column<EdgeId>("edgelabel", "label", ColumnType::string, [&](EdgeId edge) { return graph.type(edge); }));
    out.push_back({"weight", "weight", ColumnType::float64, [&graph](std::uint32_t row, std::string& cell) {
                       fmt::format_to(std::back_inserter(cell), "{}", edge_weight(graph, EdgeId(row)));
                       return true;
                   }});
    return out;
}

double edge_weight(const Graph& graph, EdgeId edge) {
    for (const std::string_view property : {"weight", "confidence"}) {
        const Value value = graph.property(edge, property);
        if (!is_writable(value)) continue;
        if (const auto* number = value.get_if<double>()) return std::max(*number, least_weight);
        if (const auto* integer = value.get_if<std::int64_t>())
            return std::max(static_cast<double>(*integer), least_weight);
    }
    return 1;
}

bool is_symmetric(const Graph& graph, EdgeId edge) {
    return graph.property(edge, "symmetric") == Value(true) || is_symmetric_type(graph, graph.type(edge));
}

std::vector<std::string_view> sorted_labels(const Graph& graph, NodeId node) {
    auto labels = graph.labels(node);
    std::sort(labels.begin() + 1, labels.end());
    return labels;
}

} // namespace zhitu::detail
