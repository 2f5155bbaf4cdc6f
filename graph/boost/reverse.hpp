// The Boost.Graph view of a graph with every edge turned round.
#pragma once

#include <zhitu/graph/boost/adapter.hpp>

#pragma GCC visibility push(default)
namespace zhitu {

/// The same nodes and edges, each edge from its target to its source. Unlike those of boost::reverse_graph, edges keep
/// their descriptors, so that every property map of the graph fits. The graph must outlive the view.
class ReverseView : public BoostTraits<Facing::reversed> {
  public:
    using adjacency_iterator =
        boost::adjacency_iterator_generator<ReverseView, vertex_descriptor, out_edge_iterator>::type;

    explicit ReverseView(const Graph& g)
        : graph_(&g) {}
    [[nodiscard]] const Graph& graph() const { return *graph_; }

  private:
    const Graph* graph_;
};

inline NodeId source(const BoostEdge& edge, const ReverseView&) {
    return edge.source;
}
inline NodeId target(const BoostEdge& edge, const ReverseView&) {
    return edge.target;
}
inline auto vertices(const ReverseView& g) {
    return vertices(g.graph());
}
inline auto edges(const ReverseView& g) {
    using Iterator = ReverseView::edge_iterator;
    return std::pair(Iterator(g.graph(), 0), Iterator(g.graph(), g.graph().edge_count()));
}
inline std::size_t num_vertices(const ReverseView& g) {
    return g.graph().node_count();
}
inline std::size_t num_edges(const ReverseView& g) {
    return g.graph().edge_count();
}
inline auto out_edges(NodeId node, const ReverseView& g) {
    return incidences<NearEnd::source, Facing::reversed>(g.graph(), node, g.graph().in_edges(node));
}
inline auto in_edges(NodeId node, const ReverseView& g) {
    return incidences<NearEnd::target, Facing::reversed>(g.graph(), node, g.graph().out_edges(node));
}
inline auto adjacent_vertices(NodeId node, const ReverseView& g) {
    using Iterator = ReverseView::adjacency_iterator;
    const auto [first, last] = out_edges(node, g);
    return std::pair(Iterator(first, &g), Iterator(last, &g));
}
inline std::size_t out_degree(NodeId node, const ReverseView& g) {
    return in_degree(node, g.graph());
}
inline std::size_t in_degree(NodeId node, const ReverseView& g) {
    return out_degree(node, g.graph());
}
inline std::size_t degree(NodeId node, const ReverseView& g) {
    return degree(node, g.graph());
}
inline std::pair<BoostEdge, bool> edge(NodeId from, NodeId to, const ReverseView& g) {
    const auto [found, any] = edge(to, from, g.graph());
    return {{found.id, from, to}, any};
}

} // namespace zhitu
#pragma GCC visibility pop
