// Walks from a node along the edges of one type, forwards and backwards.
#include <zhitu/zhitu.hpp>

#include <fmt/format.h>

int main() {
    const zhitu::Graph graph = zhitu::import_file("graph.json");
    const zhitu::NodeId policy = graph.nodes("Policy").front();
    for (zhitu::EdgeId edge : graph.out_edges(policy, "TARGETS"))
        fmt::print("{} targets {}\n", graph.name(policy), graph.name(graph.target(edge)));

    const zhitu::NodeId vision = *graph.find_id("technology:机器视觉");
    for (zhitu::EdgeId edge : graph.in_edges(vision, "TARGETS"))
        fmt::print("{} is targeted by {}\n", graph.name(vision), graph.name(graph.source(edge)));
    fmt::print("{} edges in all\n", graph.out_edges(vision).size() + graph.in_edges(vision).size());
}
