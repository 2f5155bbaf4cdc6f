// The Boost.Graph face of zhitu::Graph: a model of VertexListGraph, EdgeListGraph, IncidenceGraph and
// BidirectionalGraph, so that Boost's algorithms run on it as it is. The only public header that includes Boost.
//
//     boost::breadth_first_search(graph, start, boost::visitor(visitor));
//     boost::connected_components(zhitu::UndirectedView(graph), component_map);
//
// Descriptors are NodeId and EdgeId; vertex_index and edge_index are their numbers, vertex_name is the node's name.
#pragma once

#include <zhitu/graph/graph.hpp>

#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// Iterates over identifiers lo … hi-1; random access as Boost's concepts want it (a reference to a value that is
/// kept).
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

struct BoostGraphCategory : boost::bidirectional_graph_tag, boost::vertex_list_graph_tag, boost::edge_list_graph_tag {};

} // namespace zhitu
#pragma GCC visibility pop

template <>
struct boost::graph_traits<zhitu::Graph> {
    using vertex_descriptor = zhitu::NodeId;
    using edge_descriptor = zhitu::EdgeId;
    using directed_category = boost::bidirectional_tag;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    using traversal_category = zhitu::BoostGraphCategory;
    using vertex_iterator = zhitu::IdIterator<zhitu::NodeId>;
    using edge_iterator = zhitu::IdIterator<zhitu::EdgeId>;
    using out_edge_iterator = const zhitu::EdgeId*;
    using in_edge_iterator = const zhitu::EdgeId*;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using adjacency_iterator = void;
    static vertex_descriptor null_vertex() { return {}; }
};

#pragma GCC visibility push(default)
namespace zhitu {

inline std::pair<IdIterator<NodeId>, IdIterator<NodeId>> vertices(const Graph& g) {
    return {IdIterator<NodeId>(0), IdIterator<NodeId>(g.node_count())};
}
inline std::pair<IdIterator<EdgeId>, IdIterator<EdgeId>> edges(const Graph& g) {
    return {IdIterator<EdgeId>(0), IdIterator<EdgeId>(g.edge_count())};
}
inline std::size_t num_vertices(const Graph& g) {
    return g.node_count();
}
inline std::size_t num_edges(const Graph& g) {
    return g.edge_count();
}
inline NodeId source(EdgeId edge, const Graph& g) {
    return g.source(edge);
}
inline NodeId target(EdgeId edge, const Graph& g) {
    return g.target(edge);
}
inline std::pair<const EdgeId*, const EdgeId*> out_edges(NodeId node, const Graph& g) {
    const auto range = g.out_edges(node);
    return {range.data(), range.data() + range.size()};
}
inline std::pair<const EdgeId*, const EdgeId*> in_edges(NodeId node, const Graph& g) {
    const auto range = g.in_edges(node);
    return {range.data(), range.data() + range.size()};
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

/// Readable property map: the number of a node or edge.
template <class Id>
struct IndexMap {
    using key_type = Id;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;
    friend std::size_t get(const IndexMap&, Id id) { return id.index(); }
    std::size_t operator[](Id id) const { return id.index(); }
};

/// Readable property map: the name of a node.
struct NameMap {
    using key_type = NodeId;
    using value_type = std::string_view;
    using reference = std::string_view;
    using category = boost::readable_property_map_tag;
    const Graph* graph = nullptr;
    friend std::string_view get(const NameMap& map, NodeId node) { return map.graph->name(node); }
};

/// Readable property map: a numeric property of edges, `otherwise` where an edge has none. For shortest paths.
struct NumberMap {
    using key_type = EdgeId;
    using value_type = double;
    using reference = double;
    using category = boost::readable_property_map_tag;
    const Column* column = nullptr;
    double otherwise = 1.0;
    friend double get(const NumberMap& map, EdgeId edge) {
        const Value* value = map.column != nullptr ? map.column->find(edge.value()) : nullptr;
        if (value == nullptr) return map.otherwise;
        if (const auto* real = value->get_if<double>()) return *real;
        if (const auto* integer = value->get_if<std::int64_t>()) return static_cast<double>(*integer);
        return map.otherwise;
    }
};

inline IndexMap<NodeId> get(boost::vertex_index_t, const Graph&) {
    return {};
}
inline IndexMap<EdgeId> get(boost::edge_index_t, const Graph&) {
    return {};
}
inline NameMap get(boost::vertex_name_t, const Graph& g) {
    return {&g};
}
inline std::size_t get(boost::vertex_index_t, const Graph&, NodeId node) {
    return node.index();
}
inline std::size_t get(boost::edge_index_t, const Graph&, EdgeId edge) {
    return edge.index();
}
inline std::string_view get(boost::vertex_name_t, const Graph& g, NodeId node) {
    return g.name(node);
}

/// The weights of edges by a numeric property.
inline NumberMap edge_weights(const Graph& g, std::string_view property, double otherwise = 1.0) {
    for (const Column& column : g.edge_columns())
        if (column.name() == property) return {&column, otherwise};
    return {nullptr, otherwise};
}

/// Keeps edges of some types, for boost::filtered_graph.
struct HasEdgeType {
    const Graph* graph = nullptr;
    std::vector<TypeId> types;
    bool operator()(EdgeId edge) const {
        return std::find(types.begin(), types.end(), graph->type_id(edge)) != types.end();
    }
};

using TypedView = boost::filtered_graph<Graph, HasEdgeType>;

/// `graph` with edges of these types only; it must outlive the view.
inline TypedView edges_of_types(const Graph& g, std::initializer_list<std::string_view> names) {
    HasEdgeType keep{&g, {}};
    for (const auto name : names)
        if (const auto type = g.type_id(name)) keep.types.push_back(*type);
    return {g, keep};
}

/// The same nodes and edges without direction: each edge leads both ways. Boost's connected_components counts wrongly
/// on a directed graph, here rightly. The graph must outlive the view.
class UndirectedView {
  public:
    explicit UndirectedView(const Graph& g)
        : graph_(&g) {}
    [[nodiscard]] const Graph& graph() const { return *graph_; }

    /// An edge as seen from one of its ends; equal whichever end it is seen from.
    struct Edge {
        EdgeId id;
        NodeId from;
        friend bool operator==(const Edge& a, const Edge& b) { return a.id == b.id; }
    };

    /// Runs over the out-edges of a node and then over its in-edges; a loop is met once.
    class EdgeIterator
        : public boost::iterator_facade<EdgeIterator, Edge, boost::forward_traversal_tag, Edge, std::ptrdiff_t> {
      public:
        EdgeIterator() = default;
        EdgeIterator(const Graph& g, NodeId node, std::size_t at)
            : graph_(&g)
            , node_(node)
            , at_(at) {
            skip_loops();
        }

      private:
        friend class boost::iterator_core_access;
        [[nodiscard]] EdgeId current() const {
            const auto out = graph_->out_edges(node_);
            return at_ < out.size() ? out[at_] : graph_->in_edges(node_)[at_ - out.size()];
        }
        [[nodiscard]] Edge dereference() const { return {current(), node_}; }
        [[nodiscard]] bool equal(const EdgeIterator& other) const { return at_ == other.at_; }
        void increment() {
            ++at_;
            skip_loops();
        }
        void skip_loops() {
            const std::size_t outs = graph_->out_edges(node_).size();
            const std::size_t all = outs + graph_->in_edges(node_).size();
            while (at_ >= outs && at_ < all && graph_->source(current()) == graph_->target(current())) ++at_;
        }
        const Graph* graph_ = nullptr;
        NodeId node_;
        std::size_t at_ = 0;
    };

  private:
    const Graph* graph_;
};

struct UndirectedCategory : boost::incidence_graph_tag, boost::vertex_list_graph_tag {};

inline std::pair<IdIterator<NodeId>, IdIterator<NodeId>> vertices(const UndirectedView& g) {
    return vertices(g.graph());
}
inline std::size_t num_vertices(const UndirectedView& g) {
    return g.graph().node_count();
}
inline NodeId source(const UndirectedView::Edge& edge, const UndirectedView&) {
    return edge.from;
}
inline NodeId target(const UndirectedView::Edge& edge, const UndirectedView& g) {
    return g.graph().other(edge.id, edge.from);
}
inline std::pair<UndirectedView::EdgeIterator, UndirectedView::EdgeIterator> out_edges(NodeId node,
                                                                                       const UndirectedView& g) {
    const std::size_t all = g.graph().out_edges(node).size() + g.graph().in_edges(node).size();
    return {{g.graph(), node, 0}, {g.graph(), node, all}};
}
inline std::size_t out_degree(NodeId node, const UndirectedView& g) {
    const auto [first, last] = out_edges(node, g);
    return static_cast<std::size_t>(std::distance(first, last));
}
inline IndexMap<NodeId> get(boost::vertex_index_t, const UndirectedView&) {
    return {};
}
inline std::size_t get(boost::vertex_index_t, const UndirectedView&, NodeId node) {
    return node.index();
}

} // namespace zhitu
#pragma GCC visibility pop

template <>
struct boost::graph_traits<zhitu::UndirectedView> {
    using vertex_descriptor = zhitu::NodeId;
    using edge_descriptor = zhitu::UndirectedView::Edge;
    using directed_category = boost::undirected_tag;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    using traversal_category = zhitu::UndirectedCategory;
    using vertex_iterator = zhitu::IdIterator<zhitu::NodeId>;
    using out_edge_iterator = zhitu::UndirectedView::EdgeIterator;
    using vertices_size_type = std::size_t;
    using degree_size_type = std::size_t;
    static vertex_descriptor null_vertex() { return {}; }
};

template <>
struct boost::property_map<zhitu::Graph, boost::vertex_index_t> {
    using type = zhitu::IndexMap<zhitu::NodeId>;
    using const_type = type;
};
template <>
struct boost::property_map<zhitu::Graph, boost::edge_index_t> {
    using type = zhitu::IndexMap<zhitu::EdgeId>;
    using const_type = type;
};
template <>
struct boost::property_map<zhitu::Graph, boost::vertex_name_t> {
    using type = zhitu::NameMap;
    using const_type = type;
};
template <>
struct boost::property_map<zhitu::UndirectedView, boost::vertex_index_t> {
    using type = zhitu::IndexMap<zhitu::NodeId>;
    using const_type = type;
};
