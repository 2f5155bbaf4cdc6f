// Boost.Graph's searches that end where a target is found.
#pragma once

#include "boost.hpp"

#include <boost/graph/dijkstra_shortest_paths.hpp>

namespace zhitu::bench {

/// Ends a search as Boost.Graph's manual tells to: with an exception.
struct Found {};

template <class Base>
struct Until : Base {
    Until(Base base, std::size_t wanted)
        : Base(base)
        , target(wanted) {}
    template <class Vertex, class BoostGraph>
    void examine_vertex(Vertex vertex, const BoostGraph& graph) {
        if (vertex == target) throw Found{};
        Base::examine_vertex(vertex, graph);
    }
    std::size_t target;
};

/// The number of edges of a shortest path; 0 where there is none.
inline std::uint32_t boost_distance(const BoostDirectedCsr& graph, std::uint32_t from, std::uint32_t to) {
    std::vector<std::uint32_t> distances(num_vertices(graph));
    const auto map = boost::make_iterator_property_map(distances.begin(), get(boost::vertex_index, graph));
    const auto base = boost::make_bfs_visitor(boost::record_distances(map, boost::on_tree_edge()));
    try {
        boost::breadth_first_search(graph, from, boost::visitor(Until(base, to)));
    } catch (const Found&) {
    }
    return distances[to];
}

/// The length by weight of a shortest path; 0 where there is none.
inline double boost_length(const BoostDirectedCsr& graph, std::uint32_t from, std::uint32_t to) {
    std::vector<double> lengths(num_vertices(graph));
    const auto map = boost::make_iterator_property_map(lengths.begin(), get(boost::vertex_index, graph));
    try {
        boost::dijkstra_shortest_paths(graph, from,
                                       boost::distance_map(map)
                                           .weight_map(get(boost::edge_bundle, graph))
                                           .visitor(Until(boost::default_dijkstra_visitor(), to)));
    } catch (const Found&) {
        return lengths[to];
    }
    return 0;
}

} // namespace zhitu::bench
