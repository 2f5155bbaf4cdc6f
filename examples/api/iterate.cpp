// Goes over all nodes, all nodes of a type, and all edges.
#include <zhitu/zhitu.hpp>

#include <fmt/format.h>

int main() {
    const zhitu::Graph graph = zhitu::import_file("graph.json");
    for (zhitu::NodeId policy : graph.nodes("Policy")) fmt::print("{}\n", graph.name(policy));

    std::size_t technologies = 0;
    for (zhitu::NodeId node : graph.nodes()) technologies += graph.type(node) == "Technology";
    fmt::print("{} technologies\n", technologies);

    for (zhitu::EdgeId edge : graph.edges())
        fmt::print("{} {} {}\n", graph.name(graph.source(edge)), graph.type(edge), graph.name(graph.target(edge)));
}
