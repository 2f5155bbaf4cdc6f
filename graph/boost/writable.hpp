// A copy that algorithms may write into and add edges to: maximum flows, and whatever else wants a
// boost::adjacency_list.
#pragma once

#include <zhitu/graph/boost/properties.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <cstddef>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

struct WritableNode {
    NodeId node; // where it comes from
};

struct WritableEdge {
    using Descriptor = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::bidirectionalS>::edge_descriptor;
    EdgeId edge;         // where it comes from; not valid for an edge that was added
    double weight = 1;   // or capacity
    double residual = 0; // capacity that a flow leaves
    Descriptor reverse;  // after `add_reverse_edges`: the edge the other way
};

using WritableGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, WritableNode, WritableEdge>;

/// The copy, and the way to it; `graph[vertex].node` and `graph[edge].edge` are the way back.
struct WritableCopy {
    using Vertex = boost::graph_traits<WritableGraph>::vertex_descriptor;
    WritableGraph graph;
    std::vector<Vertex> vertex_of_node; // by NodeId::index; null_vertex where a filter left the node out

    [[nodiscard]] Vertex vertex(NodeId node) const { return vertex_of_node[node.index()]; }
};

/// Copies a Graph, a view or a filtered part, nodes and edges in their order, numbered anew from 0. `weights` is a
/// property map of edges. O(nodes + edges).
template <class G, class Weights>
[[nodiscard]] WritableCopy writable_copy(const G& g, const Weights& weights) {
    using Traits = boost::graph_traits<WritableGraph>;
    WritableCopy copy;
    copy.vertex_of_node.assign(num_vertices(g), Traits::null_vertex());
    for (auto [node, end] = vertices(g); node != end; ++node)
        copy.vertex_of_node[(*node).index()] = add_vertex(WritableNode{*node}, copy.graph);
    for (auto [edge, end] = edges(g); edge != end; ++edge) {
        const BoostEdge here = *edge;
        add_edge(copy.vertex(here.source), copy.vertex(here.target),
                 WritableEdge{here.id, static_cast<double>(get(weights, here)), 0, {}}, copy.graph);
    }
    return copy;
}
template <class G>
[[nodiscard]] WritableCopy writable_copy(const G& g) {
    return writable_copy(g, PropertyMap<EdgeId, double>{nullptr, 1.0});
}

/// Adds to each edge one the other way, of weight 0, and sets `reverse` of both: what maximum flows ask for. O(edges).
inline void add_reverse_edges(WritableGraph& g) {
    const auto [first, last] = boost::edges(g);
    const std::vector<WritableEdge::Descriptor> all(first, last);
    for (const auto& forward : all) {
        const auto backward =
            add_edge(boost::target(forward, g), boost::source(forward, g), WritableEdge{{}, 0, 0, forward}, g).first;
        g[forward].reverse = backward;
    }
}

} // namespace zhitu
#pragma GCC visibility pop
