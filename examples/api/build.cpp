// Builds a graph by hand. Things come in any order; freeze() checks them and makes the graph.
#include <zhitu/graph/builder.hpp>

#include <fmt/format.h>

int main() {
    zhitu::GraphBuilder builder;
    const zhitu::NodeId policy = builder.add_node("policy:plan", "Policy", "Action plan");
    const zhitu::NodeId robot = builder.add_node("technology:robot", "Technology", "Robot");
    builder.set(policy, "year", 2021);
    builder.add_alias(robot, "Industrial robot");
    const zhitu::EdgeId edge = builder.add_edge(policy, robot, "TARGETS");
    builder.add_edge("case:line", "technology:robot", "USES"); // the case comes later
    builder.add_node("case:line", "Case", "Welding line");
    zhitu::Evidence evidence;
    evidence.document = "paper";
    evidence.start = 10;
    evidence.end = 29;
    evidence.quote = "It supports robots.";
    builder.add_evidence(edge, evidence);

    const zhitu::Graph graph = builder.freeze();
    fmt::print("{} nodes, {} edges\n", graph.node_count(), graph.edge_count());
}
