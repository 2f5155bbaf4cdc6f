// The Boost.Graph face of zhitu::Graph: a model of VertexListGraph, EdgeListGraph, AdjacencyGraph, IncidenceGraph and
// BidirectionalGraph, so that Boost's algorithms run on it as it is. The only public header, with those in its folder,
// that includes Boost.
//
//     boost::breadth_first_search(graph, start, boost::visitor(visitor));
//     boost::dijkstra_shortest_paths(graph, start, boost::weight_map(zhitu::edge_weights(graph, "weight")) … );
//     boost::connected_components(zhitu::UndirectedView(graph), component_map);
//     boost::strong_components(zhitu::edges_of_types(graph, {"USES"}), component_map);
//
// Descriptors of nodes are NodeIds, those of edges are BoostEdges, which pass for EdgeIds. Graphs and views are only
// looked at: whatever is made of one must not outlive it. Any number of threads may read at a time.
#pragma once

#include <zhitu/graph/boost/adapter.hpp>
#include <zhitu/graph/boost/filters.hpp>
#include <zhitu/graph/boost/properties.hpp>
#include <zhitu/graph/boost/reverse.hpp>
#include <zhitu/graph/boost/undirected.hpp>
#include <zhitu/graph/boost/writable.hpp>
