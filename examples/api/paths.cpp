// Asks what lies around a node and how two nodes hang together. Each answer is a part of the graph that can be
// exported.
#include <zhitu/zhitu.hpp>

#include <fmt/format.h>

int main() {
    const zhitu::Graph graph = zhitu::import_file("graph.json");
    const zhitu::NodeId firm = zhitu::find_node(graph, "海安重工");
    const zhitu::NodeId policy = zhitu::find_node(graph, "数据要素实施意见");

    const zhitu::Subgraph near = zhitu::neighborhood(graph, firm, {.hops = 2});
    fmt::print("{} nodes within two steps\n", near.nodes().size());

    for (const zhitu::Path& path : zhitu::k_shortest_paths(graph, firm, policy, 3)) {
        for (zhitu::NodeId node : path.nodes) fmt::print("{}  ", graph.name(node));
        fmt::print("({} steps)\n", path.steps.size());
    }

    zhitu::KHop search(graph, {.hops = 2}); // for many starts: keeps its tables
    for (zhitu::NodeId start : graph.nodes("Technology"))
        fmt::print("{}: {} nodes\n", graph.name(start), search.from(start).size());
}
