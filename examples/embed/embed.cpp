// Reads a paper, prints what each policy targets with the sentence that says so, and saves what lies around the first.
#include <zhitu/zhitu.hpp>

#include <fmt/format.h>

int main(int argc, char** argv) try {
    const zhitu::Graph graph = zhitu::import_file(argc > 1 ? argv[1] : "paper.txt");
    for (zhitu::NodeId policy : graph.nodes("Policy"))
        for (zhitu::EdgeId edge : graph.out_edges(policy, "TARGETS"))
            fmt::print("{} → {}  “{}”\n", graph.name(policy), graph.name(graph.target(edge)),
                       graph.evidence(edge).front().quote);

    if (const auto policies = graph.nodes("Policy"); !policies.empty()) {
        const zhitu::Subgraph near = zhitu::neighborhood(graph, policies.front(), {.hops = 2});
        zhitu::export_file(near, "near.graphml");
    }
} catch (const zhitu::Error& error) {
    fmt::print(stderr, "embed: {}\n", error.what());
    return 1;
}
