// One row a thing: all nodes of a type with their properties and neighbours.
#pragma once

#include <zhitu/graph/graph.hpp>
#include <zhitu/queries/table.hpp>

#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace zhitu {

struct ListOptions {
    std::string where = {}; // conditions as <zhitu/queries/condition.hpp> describes them; all things where empty
};

/// The nodes of this type or label, ascending. Columns: `name`; the properties; for each edge type in the order of the
/// schema the neighbours over it, outgoing (key `TARGETS`) and incoming (key `in:ISSUED`); `id`. A column that no row
/// fills is left out, and so are aliases and what tells how a thing was read (rules, confidence, inferred).
/// O(nodes of the type · columns + their edges). Throws Error (usage) for an unknown type, property or condition.
[[nodiscard]] Table list_things(const Graph& graph, std::string_view type, const ListOptions& options = {});

} // namespace zhitu
#pragma GCC visibility pop
