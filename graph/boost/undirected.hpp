// The Boost.Graph view of a graph without direction.
#pragma once

#include <zhitu/graph/boost/adapter.hpp>

#include <iterator>
#include <span>

#pragma GCC visibility push(default)
namespace zhitu {

/// Iterates over the out-edges of a node and then over its in-edges, each as one that begins (or ends) there; a loop is
/// met once.
template <NearEnd near_end>
class BothWaysIterator : public boost::iterator_facade<BothWaysIterator<near_end>, BoostEdge,
                                                       boost::forward_traversal_tag, BoostEdge, std::ptrdiff_t> {
  public:
    BothWaysIterator() = default;
    BothWaysIterator(const Graph& g, NodeId node, std::size_t at)
        : graph_(&g)
        , node_(node)
        , out_(g.out_edges(node))
        , in_(g.in_edges(node))
        , at_(at) {
        skip_loops();
    }

  private:
    friend class boost::iterator_core_access;
    [[nodiscard]] BoostEdge dereference() const {
        const bool out = at_ < out_.size();
        const EdgeId edge = out ? out_[at_] : in_[at_ - out_.size()];
        const NodeId far = out ? graph_->target(edge) : graph_->source(edge);
        if constexpr (near_end == NearEnd::source)
            return {edge, node_, far};
        else
            return {edge, far, node_};
    }
    [[nodiscard]] bool equal(const BothWaysIterator& other) const { return at_ == other.at_; }
    void increment() {
        ++at_;
        skip_loops();
    }
    void skip_loops() {
        while (at_ >= out_.size() && at_ < out_.size() + in_.size() && graph_->source(in_[at_ - out_.size()]) == node_)
            ++at_;
    }

    const Graph* graph_ = nullptr;
    NodeId node_;
    std::span<const EdgeId> out_;
    std::span<const EdgeId> in_;
    std::size_t at_ = 0;
};

/// The same nodes and edges without direction: each edge leads both ways. Boost's connected_components, and whatever
/// else is meant for undirected graphs, counts wrongly on a directed graph, here rightly. The graph must outlive the
/// view.
class UndirectedView : public BoostTraits<Facing::forward> {
  public:
    using directed_category = boost::undirected_tag;
    using out_edge_iterator = BothWaysIterator<NearEnd::source>;
    using in_edge_iterator = BothWaysIterator<NearEnd::target>;
    using adjacency_iterator =
        boost::adjacency_iterator_generator<UndirectedView, vertex_descriptor, out_edge_iterator>::type;

    explicit UndirectedView(const Graph& g)
        : graph_(&g) {}
    [[nodiscard]] const Graph& graph() const { return *graph_; }

  private:
    const Graph* graph_;
};

inline NodeId source(const BoostEdge& edge, const UndirectedView&) {
    return edge.source;
}
inline NodeId target(const BoostEdge& edge, const UndirectedView&) {
    return edge.target;
}
inline auto vertices(const UndirectedView& g) {
    return vertices(g.graph());
}
inline auto edges(const UndirectedView& g) {
    return edges(g.graph());
}
inline std::size_t num_vertices(const UndirectedView& g) {
    return g.graph().node_count();
}
inline std::size_t num_edges(const UndirectedView& g) {
    return g.graph().edge_count();
}
template <NearEnd near_end>
auto both_ways(NodeId node, const Graph& g) {
    using Iterator = BothWaysIterator<near_end>;
    return std::pair(Iterator(g, node, 0), Iterator(g, node, degree(node, g)));
}
inline auto out_edges(NodeId node, const UndirectedView& g) {
    return both_ways<NearEnd::source>(node, g.graph());
}
inline auto in_edges(NodeId node, const UndirectedView& g) {
    return both_ways<NearEnd::target>(node, g.graph());
}
inline auto adjacent_vertices(NodeId node, const UndirectedView& g) {
    using Iterator = UndirectedView::adjacency_iterator;
    const auto [first, last] = out_edges(node, g);
    return std::pair(Iterator(first, &g), Iterator(last, &g));
}
/// O(degree), because of loops.
inline std::size_t out_degree(NodeId node, const UndirectedView& g) {
    const auto [first, last] = out_edges(node, g);
    return static_cast<std::size_t>(std::distance(first, last));
}
inline std::size_t in_degree(NodeId node, const UndirectedView& g) {
    return out_degree(node, g);
}
inline std::size_t degree(NodeId node, const UndirectedView& g) {
    return out_degree(node, g);
}
inline std::pair<BoostEdge, bool> edge(NodeId from, NodeId to, const UndirectedView& g) {
    if (const auto forward = edge(from, to, g.graph()); forward.second) return forward;
    const auto [found, any] = edge(to, from, g.graph());
    return {{found.id, from, to}, any};
}

} // namespace zhitu
#pragma GCC visibility pop
