// Reads properties: one by name, or all that nodes have.
#include <zhitu/zhitu.hpp>

#include <fmt/format.h>

int main() {
    const zhitu::Graph graph = zhitu::import_file("graph.json");
    for (zhitu::NodeId policy : graph.nodes("Policy")) {
        const zhitu::Value year = graph.property(policy, "year"); // null where there is none
        if (const auto* number = year.get_if<std::int64_t>()) fmt::print("{} of {}\n", graph.name(policy), *number);
    }
    for (const zhitu::Column& column : graph.node_columns())
        fmt::print("{} nodes have '{}'\n", column.rows().size(), column.name());
    for (zhitu::EdgeId edge : graph.out_edges(graph.nodes("Policy").front()))
        fmt::print("weight {}\n", graph.property(edge, "weight").text());
}
