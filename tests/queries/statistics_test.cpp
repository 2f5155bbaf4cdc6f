#include <zhitu/queries/statistics.hpp>

#include "queries/paper_graph.hpp"
#include "test.hpp"

using namespace zhitu;

TEST_CASE("statistics count what a graph holds") {
    const Statistics figures = statistics(paper_graph());
    CHECK(figures.documents == 1);
    CHECK(figures.nodes == 14);
    CHECK(figures.edges == 9);
    CHECK(figures.edges_with_evidence == 2);
    CHECK(figures.nodes_with_evidence == 0);
    CHECK(figures.isolated == 3);
    CHECK(figures.components == 5);
    CHECK(figures.largest_component == 9);
    CHECK(figures.min_degree == 0);
    CHECK(figures.max_degree == 4);
    CHECK(figures.mean_degree == Approx(18.0 / 14.0));
    REQUIRE(!figures.node_types.empty());
    CHECK(figures.node_types.front() == TypeCount{"Policy", 3}); // the first of the schema
    CHECK(figures.edge_types.front() == TypeCount{"ISSUED", 2});
}

TEST_CASE("types outside of the schema come last, by name") {
    GraphBuilder builder = paper_builder();
    builder.add_node("x", "Zebra");
    builder.add_node("y", "Ape");
    const auto types = statistics(builder.freeze()).node_types;
    REQUIRE(types.size() > 2);
    CHECK(types[types.size() - 2].type == "Ape");
    CHECK(types.back().type == "Zebra");
}

TEST_CASE("an empty graph has statistics too") {
    const Statistics figures = statistics(Graph());
    CHECK(figures.nodes == 0);
    CHECK(figures.components == 0);
    CHECK(figures.min_degree == 0);
}

TEST_CASE("the memory of a graph grows with its edges by at least what they take") {
    const auto ring = [](std::uint32_t edges) {
        GraphBuilder builder;
        for (std::uint32_t i = 0; i < 100; ++i) builder.add_node(std::to_string(i), "T");
        for (std::uint32_t i = 0; i < edges; ++i) builder.add_edge(NodeId(i % 100), NodeId((i * 7) % 100), "X");
        return statistics(builder.freeze()).memory;
    };
    CHECK(ring(100'000) - ring(0) >= 100'000 * 24);
    CHECK(ring(100'000) - ring(0) <= 100'000 * 40);
}

TEST_CASE("statistics are a table of figures") {
    const Table table = to_table(statistics(paper_graph()));
    REQUIRE(table.rows.size() == 12);
    CHECK(table.rows[1] == std::vector<Value>{"statistics.nodes", 14});
    CHECK(to_table(std::vector<TypeCount>{{"Policy", 3}}).rows[0] == std::vector<Value>{"Policy", 3});
}
