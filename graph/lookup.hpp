// From what people type to nodes.
#pragma once

#include <zhitu/graph/graph.hpp>

#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// Nodes whose id, else name, else alias is `text`; names are compared by `comparison_key`. Ascending. O(nodes).
[[nodiscard]] std::vector<NodeId> find_nodes(const Graph& graph, std::string_view text);

/// At most `count` names that are most like `text` (shared bigrams), best first. O(nodes).
[[nodiscard]] std::vector<std::string> nearest_names(const Graph& graph, std::string_view text, std::size_t count = 5);

/// The one node that `text` names. Throws Error (usage) with the nearest names where there is none, and with the ids
/// where there are several.
[[nodiscard]] NodeId find_node(const Graph& graph, std::string_view text);

} // namespace zhitu
#pragma GCC visibility pop
