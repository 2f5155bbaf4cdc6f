// From what people call a type to the type.
#pragma once

#include <zhitu/graph/graph.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::cli {

/// The node type (or label) that `text` names: as graph or schema spell it, or by its Chinese or English name, small or
/// capital letters alike.
[[nodiscard]] std::optional<std::string> find_node_type(const Graph& graph, std::string_view text);
[[nodiscard]] std::optional<std::string> find_edge_type(const Graph& graph, std::string_view text);

/// The same; throws Error (usage) with the types of the graph where there is none.
[[nodiscard]] std::string node_type_named(const Graph& graph, std::string_view text);
[[nodiscard]] std::string edge_type_named(const Graph& graph, std::string_view text);

[[nodiscard]] std::vector<std::string> node_types_named(const Graph& graph, const std::vector<std::string>& texts);
[[nodiscard]] std::vector<std::string> edge_types_named(const Graph& graph, const std::vector<std::string>& texts);

/// The types in use as text, for hints: "Case, Policy".
[[nodiscard]] std::string node_types_in_use(const Graph& graph);

} // namespace zhitu::cli
