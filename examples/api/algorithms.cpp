// Runs Boost's algorithms on the graph as it is, and on a part of it.
#include <zhitu/graph/boost.hpp>
#include <zhitu/zhitu.hpp>

#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <fmt/format.h>

int main() {
    const zhitu::Graph graph = zhitu::import_file("graph.json");
    const auto index = get(boost::vertex_index, graph);

    std::vector<double> length(num_vertices(graph));
    boost::dijkstra_shortest_paths(graph, *graph.find_id("firm:海安重工"),
                                   boost::weight_map(zhitu::edge_weights(graph, "weight"))
                                       .distance_map(boost::make_iterator_property_map(length.begin(), index)));
    fmt::print("{}\n", length[graph.find_id("technology:工业机器人")->index()]);

    const zhitu::UndirectedView both_ways(graph);
    const auto targets = zhitu::edges_of_types(both_ways, {"TARGETS"});
    std::vector<int> part(num_vertices(graph));
    fmt::print("{} parts\n",
               boost::connected_components(targets, boost::make_iterator_property_map(part.begin(), index)));
}
