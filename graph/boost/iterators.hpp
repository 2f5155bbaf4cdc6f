// Descriptors and iterators of the Boost.Graph face.
#pragma once

#include <zhitu/graph/graph.hpp>

#include <boost/iterator/iterator_facade.hpp>

#include <compare>
#include <cstddef>

#pragma GCC visibility push(default)
namespace zhitu {

/// An edge with its ends as a view of the graph sees them, so that `source` and `target` look nothing up. It is the
/// edge `id`: it passes for an EdgeId, and compares and hashes as one.
struct BoostEdge {
    EdgeId id;
    NodeId source;
    NodeId target;
    constexpr operator EdgeId() const noexcept { return id; }
    friend constexpr bool operator==(const BoostEdge& a, const BoostEdge& b) noexcept { return a.id == b.id; }
    friend constexpr auto operator<=>(const BoostEdge& a, const BoostEdge& b) noexcept { return a.id <=> b.id; }
};

/// Iterates over the numbers lo … hi-1 as identifiers.
template <class Id>
class IdIterator
    : public boost::iterator_facade<IdIterator<Id>, Id, boost::random_access_traversal_tag, Id, std::ptrdiff_t> {
  public:
    IdIterator() = default;
    explicit IdIterator(std::size_t index)
        : index_(static_cast<std::ptrdiff_t>(index)) {}

  private:
    friend class boost::iterator_core_access;
    Id dereference() const { return Id(static_cast<std::size_t>(index_)); }
    bool equal(const IdIterator& other) const { return index_ == other.index_; }
    void increment() { ++index_; }
    void decrement() { --index_; }
    void advance(std::ptrdiff_t n) { index_ += n; }
    std::ptrdiff_t distance_to(const IdIterator& other) const { return other.index_ - index_; }

    std::ptrdiff_t index_ = 0;
};

/// Whether a view shows edges as the graph has them, or turned round.
enum class Facing { forward, reversed };

/// The edge as a view of this facing shows it.
template <Facing facing>
[[nodiscard]] BoostEdge boost_edge(const Graph& g, EdgeId edge) {
    if constexpr (facing == Facing::forward)
        return {edge, g.source(edge), g.target(edge)};
    else
        return {edge, g.target(edge), g.source(edge)};
}

/// Which end of an edge is the node that it is met at.
enum class NearEnd { source, target };

/// Iterates over the edges at a node; the end that is near is not looked up.
template <NearEnd near_end, Facing facing>
class IncidenceIterator : public boost::iterator_facade<IncidenceIterator<near_end, facing>, BoostEdge,
                                                        boost::random_access_traversal_tag, BoostEdge, std::ptrdiff_t> {
  public:
    IncidenceIterator() = default;
    IncidenceIterator(const Graph& g, NodeId node, const EdgeId* edge)
        : graph_(&g)
        , node_(node)
        , edge_(edge) {}

  private:
    friend class boost::iterator_core_access;
    BoostEdge dereference() const {
        const bool far_is_target = (near_end == NearEnd::source) == (facing == Facing::forward);
        const NodeId far = far_is_target ? graph_->target(*edge_) : graph_->source(*edge_);
        if constexpr (near_end == NearEnd::source)
            return {*edge_, node_, far};
        else
            return {*edge_, far, node_};
    }
    bool equal(const IncidenceIterator& other) const { return edge_ == other.edge_; }
    void increment() { ++edge_; }
    void decrement() { --edge_; }
    void advance(std::ptrdiff_t n) { edge_ += n; }
    std::ptrdiff_t distance_to(const IncidenceIterator& other) const { return other.edge_ - edge_; }

    const Graph* graph_ = nullptr;
    NodeId node_;
    const EdgeId* edge_ = nullptr;
};

/// Iterates over all edges.
template <Facing facing>
class EdgeIterator : public boost::iterator_facade<EdgeIterator<facing>, BoostEdge, boost::random_access_traversal_tag,
                                                   BoostEdge, std::ptrdiff_t> {
  public:
    EdgeIterator() = default;
    EdgeIterator(const Graph& g, std::size_t index)
        : graph_(&g)
        , index_(static_cast<std::ptrdiff_t>(index)) {}

  private:
    friend class boost::iterator_core_access;
    BoostEdge dereference() const { return boost_edge<facing>(*graph_, EdgeId(static_cast<std::size_t>(index_))); }
    bool equal(const EdgeIterator& other) const { return index_ == other.index_; }
    void increment() { ++index_; }
    void decrement() { --index_; }
    void advance(std::ptrdiff_t n) { index_ += n; }
    std::ptrdiff_t distance_to(const EdgeIterator& other) const { return other.index_ - index_; }

    const Graph* graph_ = nullptr;
    std::ptrdiff_t index_ = 0;
};

} // namespace zhitu
#pragma GCC visibility pop

template <>
struct std::hash<zhitu::BoostEdge> {
    std::size_t operator()(const zhitu::BoostEdge& edge) const noexcept { return std::hash<zhitu::EdgeId>{}(edge.id); }
};
