#include <zhitu/graph/boost.hpp>
#include <zhitu/graph/builder.hpp>

#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>

#include "test.hpp"

using namespace zhitu;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, NodeId, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, EdgeId, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, NodeId, boost::vertex_name_t>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<TypedView>));

namespace {

// a → b → c → a and d → c, e alone; b → c twice.
Graph example() {
    GraphBuilder builder;
    for (const char* name : {"a", "b", "c", "d", "e"}) builder.add_node(name, "T");
    const auto edge = [&](const char* from, const char* to, const char* type, double weight) {
        builder.set(builder.add_edge(from, to, type), "weight", weight);
    };
    edge("a", "b", "X", 1.0);
    edge("b", "c", "X", 5.0);
    edge("b", "c", "Y", 2.0);
    edge("c", "a", "X", 1.0);
    edge("d", "c", "Y", 1.0);
    return builder.freeze();
}

template <class T>
auto map_of(std::vector<T>& values, const auto& graph) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

} // namespace

TEST_CASE("breadth_first_search finds what can be reached") {
    const Graph graph = example();
    std::vector<int> distance(graph.node_count(), -1);
    distance[0] = 0;
    boost::breadth_first_search(graph, NodeId(0U),
                                boost::visitor(boost::make_bfs_visitor(
                                    boost::record_distances(map_of(distance, graph), boost::on_tree_edge()))));
    CHECK(distance == std::vector<int>{0, 1, 2, -1, -1});
}

TEST_CASE("dijkstra_shortest_paths takes the cheaper of two parallel edges") {
    const Graph graph = example();
    std::vector<double> distance(graph.node_count());
    boost::dijkstra_shortest_paths(
        graph, NodeId(0U), boost::weight_map(edge_weights(graph, "weight")).distance_map(map_of(distance, graph)));
    CHECK(distance[1] == 1.0);
    CHECK(distance[2] == 3.0);
    CHECK(distance[3] == std::numeric_limits<double>::max());
}

TEST_CASE("strong_components and connected_components count") {
    const Graph graph = example();
    std::vector<int> component(graph.node_count());
    CHECK(boost::strong_components(graph, map_of(component, graph)) == 3);
    const UndirectedView view(graph);
    CHECK(boost::connected_components(view, map_of(component, view)) == 2);
    CHECK(component[0] == component[3]);
    CHECK(component[0] != component[4]);
}

TEST_CASE("algorithms run on a view of some edge types") {
    const Graph graph = example();
    const TypedView view = edges_of_types(graph, {"Y"});
    std::vector<int> component(graph.node_count());
    CHECK(boost::strong_components(view, boost::make_iterator_property_map(component.begin(), IndexMap<NodeId>{})) ==
          5);
}

TEST_CASE("the undirected view meets a loop once") {
    GraphBuilder builder;
    builder.add_node("a", "T");
    builder.add_edge("a", "a", "X");
    const Graph graph = builder.freeze();
    CHECK(out_degree(NodeId(0U), UndirectedView(graph)) == 1);
}
