// What is new, gone and changed between two graphs.
#pragma once

#include <zhitu/graph/graph.hpp>
#include <zhitu/queries/table.hpp>
#include <zhitu/queries/words.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// One property of a thing that both graphs have; null where a graph lacks it. Two changes are no property's: `quotes`
/// tells those that only one graph has, as lists.
struct PropertyChange {
    std::string name;
    Value before, after;
    friend bool operator==(const PropertyChange&, const PropertyChange&) = default;
};

/// A node or an edge that is not alike in both graphs: in one only, or with changed properties.
template <class Id>
struct Difference {
    std::optional<Id> before, after;
    std::vector<PropertyChange> changes; // in order of their names; empty where a graph lacks the thing
};

struct GraphDiff {
    std::vector<Difference<NodeId>> nodes; // by type and then id
    std::vector<Difference<EdgeId>> edges; // by type and then the ids of both ends
    [[nodiscard]] bool empty() const { return nodes.empty() && edges.empty(); }
};

struct DiffOptions {
    std::vector<std::string> types = {}; // of nodes and edges; all where empty
};

/// Nodes are the same by id and type, edges by type and ends (parallel ones in their order). The name, aliases and
/// labels of a node count as properties `name`, `aliases` and `labels`. Places of quotes do not count, their texts do.
/// Does not depend on the order of nodes and edges. O(n log n) in nodes, edges, properties and evidence. Throws Error
/// (usage) for a type that neither graph nor their schemas know.
[[nodiscard]] GraphDiff diff_graphs(const Graph& before, const Graph& after, const DiffOptions& options = {});

/// A row a thing that only one graph has, and a row a changed property: `change` (the message of `new`, `gone` or
/// `changed`), `type`, `name` (of an edge: both ends), `property`, `before`, `after`, `quotes` (of new things), `id`
/// (of an edge: `SOURCE -TYPE-> TARGET`).
[[nodiscard]] Table diff_table(const Graph& before, const Graph& after, const GraphDiff& diff, const Words& words);

} // namespace zhitu
#pragma GCC visibility pop
