// Boost.Graph's two kinds of graphs, and its breadth-first search on them.
#pragma once

#include "arrays.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <cstdint>
#include <limits>
#include <vector>

namespace zhitu::bench {

/// Both directions, an edge type with each edge.
using BoostLists =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, std::uint8_t>;
using BoostCsr = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, std::uint8_t>;
/// Edges that are walked either way: lists have their own kind, CSR has each edge twice.
using BoostUndirectedLists = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using BoostDirectedCsr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, double>;

template <class BoostGraph>
using VertexOf = typename boost::graph_traits<BoostGraph>::vertex_descriptor;

inline BoostLists boost_lists(const Data& data, const Pairs& edges) {
    return {edges.pairs.begin(), edges.pairs.end(), data.edge_types.begin(), data.node_count()};
}

inline BoostCsr boost_csr(const Data& data, const Pairs& edges) {
    return {boost::edges_are_unsorted_multi_pass, edges.pairs.begin(), edges.pairs.end(), data.edge_types.begin(),
            data.node_count()};
}

/// Each edge has its weight.
inline BoostDirectedCsr boost_directed_csr(const Data& data, Ways ways, int type = all_types) {
    const Pairs edges = pairs_of(data, ways, type);
    std::vector<double> weights;
    for (const std::uint8_t weight : edges.weights) weights.push_back(weight / 8.0);
    return {boost::edges_are_unsorted_multi_pass, edges.pairs.begin(), edges.pairs.end(), weights.begin(),
            data.node_count()};
}

inline BoostUndirectedLists boost_undirected_lists(const Data& data) {
    const Pairs edges = pairs_of(data);
    return {edges.pairs.begin(), edges.pairs.end(), data.node_count()};
}

/// Distances from `start`; the largest number where there is no way.
template <class BoostGraph>
std::vector<std::uint32_t> boost_distances(const BoostGraph& graph, std::uint32_t start) {
    std::vector<std::uint32_t> distances(num_vertices(graph), std::numeric_limits<std::uint32_t>::max());
    const auto map = boost::make_iterator_property_map(distances.begin(), get(boost::vertex_index, graph));
    put(map, VertexOf<BoostGraph>(start), 0U);
    const auto visitor = boost::make_bfs_visitor(boost::record_distances(map, boost::on_tree_edge()));
    boost::breadth_first_search(graph, VertexOf<BoostGraph>(start), boost::visitor(visitor));
    return distances;
}

} // namespace zhitu::bench
