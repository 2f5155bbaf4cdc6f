// Property maps of the Boost.Graph face: numbers, names, and what the graph holds by name. All are readable; what an
// algorithm writes goes into a vector by `vertex_index` or `edge_index`.
#pragma once

#include <zhitu/graph/boost/reverse.hpp>
#include <zhitu/graph/boost/undirected.hpp>

#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#pragma GCC visibility push(default)
namespace zhitu {

/// A graph or a view that the maps below fit.
template <class G>
concept BoostFace = std::same_as<std::remove_const_t<G>, Graph> || std::same_as<std::remove_const_t<G>, ReverseView> ||
                    std::same_as<std::remove_const_t<G>, UndirectedView>;

inline const Graph& graph_of(const Graph& g) {
    return g;
}
inline const Graph& graph_of(const ReverseView& g) {
    return g.graph();
}
inline const Graph& graph_of(const UndirectedView& g) {
    return g.graph();
}

/// The number of a node or edge, below num_vertices or num_edges of the graph.
template <class Id>
struct IndexMap {
    using key_type = Id;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;
    std::size_t operator[](Id id) const { return id.index(); }
    friend std::size_t get(const IndexMap&, Id id) { return id.index(); }
};

/// The name of a node.
struct NameMap {
    using key_type = NodeId;
    using value_type = std::string_view;
    using reference = std::string_view;
    using category = boost::readable_property_map_tag;
    const Graph* graph = nullptr;
    std::string_view operator[](NodeId node) const { return graph->name(node); }
    friend std::string_view get(const NameMap& map, NodeId node) { return map[node]; }
};

/// What a property can be read as.
template <class T>
concept PropertyValue = std::same_as<T, bool> || std::same_as<T, std::int64_t> || std::same_as<T, double> ||
                        std::same_as<T, std::string_view>;

/// The value of one row as a T, or `otherwise` where it has none or one of another kind. An integer is a double too.
template <PropertyValue T>
[[nodiscard]] T value_or(const Column& column, std::uint32_t row, T otherwise) {
    const Value* value = column.find(row);
    if (value == nullptr) return otherwise;
    if constexpr (std::same_as<T, std::string_view>) {
        const auto* text = value->get_if<std::string>();
        return text != nullptr ? std::string_view(*text) : otherwise;
    } else {
        if (const auto* found = value->get_if<T>()) return *found;
        if constexpr (std::same_as<T, double>)
            if (const auto* integer = value->get_if<std::int64_t>()) return static_cast<double>(*integer);
        return otherwise;
    }
}

/// One property of nodes or edges, as a T. O(log rows) a look-up.
template <class Id, PropertyValue T>
struct PropertyMap {
    using key_type = Id;
    using value_type = T;
    using reference = T;
    using category = boost::readable_property_map_tag;
    const Column* column = nullptr;
    T otherwise{};
    T operator[](Id id) const { return column != nullptr ? value_or(*column, id.value(), otherwise) : otherwise; }
    friend T get(const PropertyMap& map, Id id) { return map[id]; }
};

[[nodiscard]] inline const Column* find_column(std::span<const Column> columns, std::string_view name) {
    for (const Column& column : columns)
        if (column.name() == name) return &column;
    return nullptr;
}

/// The property `name` of nodes as a T (bool, std::int64_t, double, std::string_view); `otherwise` where a node has
/// none of that kind, or no node has it at all. A text that is given as `otherwise` must outlive the map.
template <PropertyValue T>
[[nodiscard]] PropertyMap<NodeId, T> node_property(const Graph& g, std::string_view name, T otherwise = {}) {
    return {find_column(g.node_columns(), name), otherwise};
}
/// The same of edges.
template <PropertyValue T>
[[nodiscard]] PropertyMap<EdgeId, T> edge_property(const Graph& g, std::string_view name, T otherwise = {}) {
    return {find_column(g.edge_columns(), name), otherwise};
}
/// The weights of edges for shortest paths and the like: a numeric property, 1 (or `otherwise`) where there is none.
[[nodiscard]] inline PropertyMap<EdgeId, double> edge_weights(const Graph& g, std::string_view property,
                                                              double otherwise = 1.0) {
    return edge_property<double>(g, property, otherwise);
}

template <BoostFace G>
IndexMap<NodeId> get(boost::vertex_index_t, const G&) {
    return {};
}
template <BoostFace G>
IndexMap<EdgeId> get(boost::edge_index_t, const G&) {
    return {};
}
template <BoostFace G>
NameMap get(boost::vertex_name_t, const G& g) {
    return {&graph_of(g)};
}
template <BoostFace G>
std::size_t get(boost::vertex_index_t, const G&, NodeId node) {
    return node.index();
}
template <BoostFace G>
std::size_t get(boost::edge_index_t, const G&, EdgeId edge) {
    return edge.index();
}
template <BoostFace G>
std::string_view get(boost::vertex_name_t, const G& g, NodeId node) {
    return graph_of(g).name(node);
}

} // namespace zhitu
#pragma GCC visibility pop

template <zhitu::BoostFace G>
struct boost::property_map<G, boost::vertex_index_t> {
    using type = zhitu::IndexMap<zhitu::NodeId>;
    using const_type = type;
};
template <zhitu::BoostFace G>
struct boost::property_map<G, boost::edge_index_t> {
    using type = zhitu::IndexMap<zhitu::EdgeId>;
    using const_type = type;
};
template <zhitu::BoostFace G>
struct boost::property_map<G, boost::vertex_name_t> {
    using type = zhitu::NameMap;
    using const_type = type;
};
