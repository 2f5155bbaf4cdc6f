// Reads a paper, and writes what was found in another format. Files of known formats are read alike.
#include <zhitu/zhitu.hpp>

#include <fmt/format.h>

int main() try {
    const zhitu::Graph graph = zhitu::import_file("paper.txt");
    for (zhitu::EdgeId edge : graph.edges())
        if (graph.type(edge) == "ISSUED")
            fmt::print("{} issued {}\n", graph.name(graph.source(edge)), graph.name(graph.target(edge)));
    zhitu::export_file(graph, "paper.graphml");
    const zhitu::Graph again = zhitu::import_file("paper.graphml");
    fmt::print("{} nodes are left of {}\n", again.node_count(), graph.node_count());
} catch (const zhitu::Error& error) { // paper.txt:LINE:COLUMN: what is wrong; what to do
    fmt::print(stderr, "convert: {}\n", error.what());
    return 1;
}
