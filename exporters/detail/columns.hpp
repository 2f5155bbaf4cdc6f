// Nodes and edges as rows of named, typed columns: what GraphML, GEXF and CSV have in common.
#pragma once

#include <zhitu/graph/subgraph.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace zhitu::detail {

/// `list` and `json` are text too: see property_columns.hpp.
enum class ColumnType { boolean, int32, int64, float32, float64, string, list, json };

struct TextColumn {
    std::string id;   // [a-z0-9_]+, unique among all columns of a graph
    std::string name; // unique among the columns of nodes or of edges
    ColumnType type = ColumnType::string;
    /// Appends the cell of a row, the number of a node or an edge, to `out`; false where there is none.
    std::function<bool(std::uint32_t row, std::string& out)> cell;
};

/// What is known of the nodes of `part`: name, type, labels (where one has several), aliases, properties in order of
/// their names, document, section, quote, evidence. Valid as long as the graph. O(rows of the properties).
[[nodiscard]] std::vector<TextColumn> node_columns(const Subgraph& part);
/// What is known of its edges: type, symmetric, properties, document, section, quote, evidence.
[[nodiscard]] std::vector<TextColumn> edge_columns(const Subgraph& part);

/// How viewers draw nodes: label (the name, shortened), r, g, b, size.
[[nodiscard]] std::vector<TextColumn> node_look(const Graph& graph);
/// How viewers draw edges: label (the type), weight.
[[nodiscard]] std::vector<TextColumn> edge_look(const Graph& graph);

/// Always above 0, since viewers drop an edge that weighs nothing: the property `weight`, else `confidence`, else 1.
[[nodiscard]] double edge_weight(const Graph& graph, EdgeId edge);
/// Whether both directions of an edge mean the same, by the schema or by the property `symmetric`.
[[nodiscard]] bool is_symmetric(const Graph& graph, EdgeId edge);
/// All labels, the type first, the others in order of their names.
[[nodiscard]] std::vector<std::string_view> sorted_labels(const Graph& graph, NodeId node);

} // namespace zhitu::detail
