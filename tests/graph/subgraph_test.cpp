#include "test.hpp"

#include <zhitu/graph/builder.hpp>
#include <zhitu/graph/subgraph.hpp>

#include <vector>

using namespace zhitu;

namespace {

// a → b twice, b → c, c → c.
Graph small_graph() {
    GraphBuilder builder;
    for (const char* id : {"a", "b", "c"}) builder.add_node(id, "T");
    builder.add_edge("a", "b", "E");
    builder.add_edge("a", "b", "E");
    builder.add_edge("b", "c", "E");
    builder.add_edge("c", "c", "E");
    return builder.freeze();
}

std::vector<EdgeId> edges_of(const Subgraph& part) {
    return {part.edges().begin(), part.edges().end()};
}

std::vector<NodeId> nodes_of(const Subgraph& part) {
    return {part.nodes().begin(), part.nodes().end()};
}

} // namespace

TEST_CASE("A part of a graph holds the ends of its edges, each thing once, in order") {
    const Graph graph = small_graph();
    const NodeId a(0U), b(1U), c(2U);
    const EdgeId second(1U), onward(2U);
    const Subgraph part(graph, {c, a, c}, {onward, second, onward});
    CHECK(nodes_of(part) == std::vector{a, b, c});
    CHECK(edges_of(part) == std::vector{second, onward});
    CHECK(part.contains(b));
    CHECK(part.contains(second));
    CHECK_FALSE(part.contains(EdgeId(0U)));
}

TEST_CASE("The part of some nodes has all edges between them and no other") {
    const Graph graph = small_graph();
    const NodeId a(0U), b(1U), c(2U);
    CHECK(edges_of(induced_subgraph(graph, {b, a})) == std::vector{EdgeId(0U), EdgeId(1U)});
    CHECK(edges_of(induced_subgraph(graph, {c})) == std::vector{EdgeId(3U)});
    CHECK(nodes_of(induced_subgraph(graph, {c, a, a})) == std::vector{a, c});
}
