#include <zhitu/queries/diff.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/graph/builder.hpp>
#include <zhitu/packs/policy.hpp>

#include "test.hpp"

using namespace zhitu;

namespace {

struct Policy {
    int year = 2020;
    std::string quote = "国务院印发规划。";
    std::uint32_t start = 0;
    bool reversed = false;
};

Graph graph_of(const Policy& policy) {
    GraphBuilder builder(policy_schema());
    const auto add_body = [&] { builder.add_node("issuingbody:国务院", "IssuingBody", "国务院"); };
    if (!policy.reversed) add_body();
    const NodeId node = builder.add_node("policy:规划", "Policy", "规划");
    builder.set(node, "year", policy.year);
    if (policy.reversed) add_body();
    const EdgeId edge = builder.add_edge("issuingbody:国务院", "policy:规划", "ISSUED");
    builder.add_evidence(edge, {"文", "1", policy.start, policy.start + 8, 1, policy.quote, std::nullopt});
    return builder.freeze();
}

} // namespace

TEST_CASE("equal graphs have no difference, whatever their order and the places of their quotes") {
    CHECK(diff_graphs(graph_of({}), graph_of({})).empty());
    CHECK(diff_graphs(graph_of({}), graph_of({.start = 70, .reversed = true})).empty());
}

TEST_CASE("a changed property is told with both values") {
    const Graph before = graph_of({}), after = graph_of({.year = 2021});
    const GraphDiff diff = diff_graphs(before, after);
    CHECK(diff.edges.empty());
    REQUIRE(diff.nodes.size() == 1);
    CHECK(after.name(*diff.nodes[0].after) == "规划");
    CHECK(diff.nodes[0].changes == std::vector<PropertyChange>{{"year", 2020, 2021}});
}

TEST_CASE("another quote is a change of its edge") {
    const GraphDiff diff = diff_graphs(graph_of({}), graph_of({.quote = "规划由国务院印发。"}));
    CHECK(diff.nodes.empty());
    REQUIRE(diff.edges.size() == 1);
    CHECK(diff.edges[0].changes ==
          std::vector<PropertyChange>{{"quotes", List{"国务院印发规划。"}, List{"规划由国务院印发。"}}});
}

TEST_CASE("new things come with their quotes, and what is new one way is gone the other") {
    GraphBuilder builder(policy_schema());
    const Graph empty = builder.freeze(), full = graph_of({});
    const Table table = diff_table(empty, full, diff_graphs(empty, full), {Language::en});
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[2][0] == Value("new"));
    CHECK(table.rows[2][7] == Value("issuingbody:国务院 -ISSUED-> policy:规划"));
    CHECK(table.rows[2][6] == Value(List{"国务院印发规划。"}));
    const GraphDiff gone = diff_graphs(full, empty);
    CHECK(gone.nodes.size() == 2);
    REQUIRE(gone.edges.size() == 1);
    CHECK(gone.edges[0].before);
    CHECK_FALSE(gone.edges[0].after);
}

TEST_CASE("a type leaves the others out, and an unknown one is refused") {
    GraphBuilder builder(policy_schema());
    const Graph empty = builder.freeze(), full = graph_of({});
    CHECK(diff_graphs(empty, full, {{"ISSUED"}}).nodes.empty());
    CHECK(diff_graphs(empty, full, {{"ISSUED"}}).edges.size() == 1);
    CHECK(diff_graphs(empty, full, {{"Policy", "Region"}}).nodes.size() == 1);
    CHECK_THROWS_AS(diff_graphs(empty, full, {{"Planet"}}), Error);
}
