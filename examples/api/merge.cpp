// Makes one graph of two: what both name is one node, and evidence of both stays.
#include <zhitu/zhitu.hpp>

#include <fmt/format.h>

int main() {
    const zhitu::Graph graph = zhitu::import_file("graph.json"), paper = zhitu::import_file("paper.txt");
    zhitu::GraphMerger merger(graph.shared_schema());
    merger.add(graph, "graph.json");
    merger.add(paper, "paper.txt");
    const zhitu::Graph both = merger.freeze();
    fmt::print("{} policies and {} policies are {} policies\n", graph.nodes("Policy").size(),
               paper.nodes("Policy").size(), both.nodes("Policy").size());
    for (const zhitu::DocumentInfo& document : both.documents()) fmt::print("{}\n", document.id);
}
