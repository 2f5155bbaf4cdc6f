// Parts of a graph or of one of its views for Boost.Graph: by types, or by what a predicate says.
#pragma once

#include <zhitu/graph/boost/properties.hpp>

#include <boost/graph/filtered_graph.hpp>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// A predicate as boost::filtered_graph wants it: its iterators carry copies of it, which are cheap here whatever the
/// function holds.
template <class Id, class Function>
class Keep {
  public:
    Keep() = default;
    explicit Keep(Function function)
        : function_(std::make_shared<const Function>(std::move(function))) {}
    bool operator()(Id id) const { return (*function_)(id); }

  private:
    std::shared_ptr<const Function> function_;
};

/// The part of `g` (a Graph, or one of its views, which must outlive it) whose edges and nodes the two functions keep;
/// an edge goes with its ends. Numbers stay those of the whole, and so does num_vertices, by which algorithms size
/// their tables.
template <BoostFace G, class KeepEdge, class KeepNode>
[[nodiscard]] auto filtered(const G& g, KeepEdge keep_edge, KeepNode keep_node) {
    using EdgeFilter = Keep<EdgeId, KeepEdge>;
    using NodeFilter = Keep<NodeId, KeepNode>;
    return boost::filtered_graph<G, EdgeFilter, NodeFilter>(g, EdgeFilter(std::move(keep_edge)),
                                                            NodeFilter(std::move(keep_node)));
}

/// The part with all nodes and the edges that `keep_edge` keeps.
template <BoostFace G, class KeepEdge>
[[nodiscard]] auto filtered_edges(const G& g, KeepEdge keep_edge) {
    using EdgeFilter = Keep<EdgeId, KeepEdge>;
    return boost::filtered_graph<G, EdgeFilter>(g, EdgeFilter(std::move(keep_edge)));
}

/// The part with the nodes that `keep_node` keeps and all edges between them.
template <BoostFace G, class KeepNode>
[[nodiscard]] auto filtered_nodes(const G& g, KeepNode keep_node) {
    using NodeFilter = Keep<NodeId, KeepNode>;
    return boost::filtered_graph<G, boost::keep_all, NodeFilter>(g, boost::keep_all(),
                                                                 NodeFilter(std::move(keep_node)));
}

/// The identifiers of those `names` that the graph has.
[[nodiscard]] inline std::vector<TypeId> types_named(const Graph& g, std::initializer_list<std::string_view> names) {
    std::vector<TypeId> types;
    for (const auto name : names)
        if (const auto type = g.type_id(name)) types.push_back(*type);
    return types;
}

/// The part with all nodes and the edges of some types; a name that no edge has keeps nothing.
template <BoostFace G>
[[nodiscard]] auto edges_of_types(const G& g, std::initializer_list<std::string_view> names) {
    return filtered_edges(g, [graph = &graph_of(g), types = types_named(graph_of(g), names)](EdgeId edge) {
        return std::find(types.begin(), types.end(), graph->type_id(edge)) != types.end();
    });
}

/// The part with the nodes that have one of these types or labels, and all edges between them.
template <BoostFace G>
[[nodiscard]] auto nodes_of_types(const G& g, std::initializer_list<std::string_view> names) {
    return filtered_nodes(g, [graph = &graph_of(g), types = types_named(graph_of(g), names)](NodeId node) {
        return std::any_of(types.begin(), types.end(), [&](TypeId type) { return graph->has_label(node, type); });
    });
}

} // namespace zhitu
#pragma GCC visibility pop
