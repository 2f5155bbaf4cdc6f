// zhitu::Graph as Boost.Graph sees it: its traits and the functions that the concepts ask for. Each is O(1), but
// `edge`, which is O(types · log degree).
#pragma once

#include <zhitu/graph/boost/iterators.hpp>

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <utility>

#pragma GCC visibility push(default)
namespace zhitu {

/// What a graph or view of the face can do.
struct BoostCategory : boost::bidirectional_graph_tag,
                       boost::vertex_list_graph_tag,
                       boost::edge_list_graph_tag,
                       boost::adjacency_graph_tag {};

/// The traits that zhitu::Graph and its views have in common.
template <Facing facing>
struct BoostTraits {
    using vertex_descriptor = NodeId;
    using edge_descriptor = BoostEdge;
    using directed_category = boost::bidirectional_tag;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    using traversal_category = BoostCategory;
    using vertex_iterator = IdIterator<NodeId>;
    using edge_iterator = EdgeIterator<facing>;
    using out_edge_iterator = IncidenceIterator<NearEnd::source, facing>;
    using in_edge_iterator = IncidenceIterator<NearEnd::target, facing>;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    static vertex_descriptor null_vertex() { return {}; }
};

} // namespace zhitu
#pragma GCC visibility pop

template <>
struct boost::graph_traits<zhitu::Graph> : zhitu::BoostTraits<zhitu::Facing::forward> {
    using adjacency_iterator =
        boost::adjacency_iterator_generator<zhitu::Graph, vertex_descriptor, out_edge_iterator>::type;
};
// Some algorithms ask for the traits of what they were given.
template <>
struct boost::graph_traits<const zhitu::Graph> : boost::graph_traits<zhitu::Graph> {};

#pragma GCC visibility push(default)
namespace zhitu {

inline NodeId source(const BoostEdge& edge, const Graph&) {
    return edge.source;
}
inline NodeId target(const BoostEdge& edge, const Graph&) {
    return edge.target;
}
inline auto vertices(const Graph& g) {
    return std::pair(IdIterator<NodeId>(0), IdIterator<NodeId>(g.node_count()));
}
inline auto edges(const Graph& g) {
    using Iterator = EdgeIterator<Facing::forward>;
    return std::pair(Iterator(g, 0), Iterator(g, g.edge_count()));
}
inline std::size_t num_vertices(const Graph& g) {
    return g.node_count();
}
inline std::size_t num_edges(const Graph& g) {
    return g.edge_count();
}

/// The edges at a node out of `range`, for the functions below and for views.
template <NearEnd near_end, Facing facing>
auto incidences(const Graph& g, NodeId node, std::span<const EdgeId> range) {
    using Iterator = IncidenceIterator<near_end, facing>;
    return std::pair(Iterator(g, node, range.data()), Iterator(g, node, range.data() + range.size()));
}
inline auto out_edges(NodeId node, const Graph& g) {
    return incidences<NearEnd::source, Facing::forward>(g, node, g.out_edges(node));
}
inline auto in_edges(NodeId node, const Graph& g) {
    return incidences<NearEnd::target, Facing::forward>(g, node, g.in_edges(node));
}
inline auto adjacent_vertices(NodeId node, const Graph& g) {
    using Iterator = boost::graph_traits<Graph>::adjacency_iterator;
    const auto [first, last] = out_edges(node, g);
    return std::pair(Iterator(first, &g), Iterator(last, &g));
}
inline std::size_t out_degree(NodeId node, const Graph& g) {
    return g.out_edges(node).size();
}
inline std::size_t in_degree(NodeId node, const Graph& g) {
    return g.in_edges(node).size();
}
inline std::size_t degree(NodeId node, const Graph& g) {
    return out_degree(node, g) + in_degree(node, g);
}

/// The first edge between two nodes, of the least type that has one; `second` is false where none is.
inline std::pair<BoostEdge, bool> edge(NodeId from, NodeId to, const Graph& g) {
    for (const TypeId type : g.edge_types())
        if (const auto found = g.find_edge(from, type, to)) return {{*found, from, to}, true};
    return {{}, false};
}

} // namespace zhitu
#pragma GCC visibility pop
