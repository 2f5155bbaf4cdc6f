// Finds nodes by id, and by what people type: an id, a name or an alias.
#include <zhitu/zhitu.hpp>

#include <fmt/format.h>

int main() {
    const zhitu::Graph graph = zhitu::import_file("graph.json");
    if (const auto node = graph.find_id("firm:海安重工")) fmt::print("{}\n", graph.name(*node));
    for (zhitu::NodeId node : zhitu::find_nodes(graph, "机器人")) fmt::print("{}\n", graph.id(node));
    try {
        const zhitu::NodeId node = zhitu::find_node(graph, "工业机器"); // throws where it is not exactly one
        fmt::print("{}\n", graph.name(node));
    } catch (const zhitu::Error& error) {
        fmt::print("{}\n", error.what());
    }
}
