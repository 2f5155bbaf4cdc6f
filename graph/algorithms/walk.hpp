// How algorithms step from node to node: direction, types, and one loop for all of them.
#pragma once

#include <zhitu/graph/graph.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// Which way edges are walked: from source to target, from target to source, or either way.
enum class Direction { out, in, both };

/// The other way round; `both` stays.
[[nodiscard]] constexpr Direction reversed(Direction direction) {
    if (direction == Direction::both) return direction;
    return direction == Direction::out ? Direction::in : Direction::out;
}

/// One edge as it is walked; `forward` is from source to target.
struct Step {
    EdgeId edge; // not valid for a step that no edge of the graph stands for (links over a pack's broader terms)
    bool forward = true;
    friend auto operator<=>(const Step&, const Step&) = default;
};

/// What to do about the name of a type that neither the graph nor its schema has.
enum class UnknownType { error, ignore };

/// A set of types or labels of one graph, or all of them.
class TypeFilter {
  public:
    /// All types.
    TypeFilter() = default;

    /// Edge types, node types or labels by name; all where `names` is empty. A type that only the schema knows matches
    /// nothing. With UnknownType::error, throws Error (usage) with the known ones where neither the graph nor its
    /// schema has a name.
    [[nodiscard]] static TypeFilter of_edges(const Graph& graph, const std::vector<std::string>& names,
                                             UnknownType unknown = UnknownType::error);
    [[nodiscard]] static TypeFilter of_nodes(const Graph& graph, const std::vector<std::string>& names,
                                             UnknownType unknown = UnknownType::error);

    [[nodiscard]] bool all() const { return all_; }
    /// The types, ascending; empty where all.
    [[nodiscard]] const std::vector<TypeId>& types() const { return types_; }
    /// O(types).
    [[nodiscard]] bool has(TypeId type) const {
        return all_ || std::find(types_.begin(), types_.end(), type) != types_.end();
    }
    /// Whether the node's type or one of its labels is in the set. O(types).
    [[nodiscard]] bool has(const Graph& graph, NodeId node) const {
        return all_ ||
               std::any_of(types_.begin(), types_.end(), [&](TypeId type) { return graph.has_label(node, type); });
    }

  private:
    TypeFilter(bool all, std::vector<TypeId> types)
        : all_(all)
        , types_(std::move(types)) {}

    bool all_ = true;
    std::vector<TypeId> types_;
};

/// Calls `visit(Step, NodeId next)` for each edge at `node`: out-edges first, each side by type, neighbour, number; a
/// loop once for each direction that is walked, with `both` once. O(edges met + types · log degree).
template <class Visit>
void for_each_step(const Graph& graph, NodeId node, Direction direction, const TypeFilter& edges, Visit&& visit) {
    const auto out = [&](std::span<const EdgeId> range) {
        for (const EdgeId edge : range) visit(Step{edge, true}, graph.target(edge));
    };
    const auto in = [&](std::span<const EdgeId> range) {
        for (const EdgeId edge : range)
            if (direction == Direction::in || graph.source(edge) != node) visit(Step{edge, false}, graph.source(edge));
    };
    if (direction != Direction::in) {
        if (edges.all()) out(graph.out_edges(node));
        for (const TypeId type : edges.types()) out(graph.out_edges(node, type));
    }
    if (direction != Direction::out) {
        if (edges.all()) in(graph.in_edges(node));
        for (const TypeId type : edges.types()) in(graph.in_edges(node, type));
    }
}

/// Whether `found(NodeId next)` is true of a neighbour of `node`: calls it for each edge, where it does not matter
/// which edge leads there, until it is. A loop is met once for each direction that is walked. Same cost, but less work
/// an edge: for hot loops.
template <class Found>
bool any_neighbor(const Graph& graph, NodeId node, Direction direction, const TypeFilter& edges, Found&& found) {
    const auto out = [&](std::span<const EdgeId> range) {
        return std::any_of(range.begin(), range.end(), [&](EdgeId edge) { return found(graph.target(edge)); });
    };
    const auto in = [&](std::span<const EdgeId> range) {
        return std::any_of(range.begin(), range.end(), [&](EdgeId edge) { return found(graph.source(edge)); });
    };
    if (direction != Direction::in) {
        if (edges.all() && out(graph.out_edges(node))) return true;
        for (const TypeId type : edges.types())
            if (out(graph.out_edges(node, type))) return true;
    }
    if (direction != Direction::out) {
        if (edges.all() && in(graph.in_edges(node))) return true;
        for (const TypeId type : edges.types())
            if (in(graph.in_edges(node, type))) return true;
    }
    return false;
}

/// Calls `visit(NodeId next)` for each neighbour as above.
template <class Visit>
void for_each_neighbor(const Graph& graph, NodeId node, Direction direction, const TypeFilter& edges, Visit&& visit) {
    any_neighbor(graph, node, direction, edges, [&](NodeId next) {
        visit(next);
        return false;
    });
}

/// How many neighbours `for_each_neighbor` meets at most: those over edges of all types. O(1).
[[nodiscard]] inline std::size_t degree_bound(const Graph& graph, NodeId node, Direction direction) {
    return (direction != Direction::in ? graph.out_edges(node).size() : 0) +
           (direction != Direction::out ? graph.in_edges(node).size() : 0);
}

} // namespace zhitu
#pragma GCC visibility pop
