#include <zhitu/base/error.hpp>
#include <zhitu/graph/builder.hpp>
#include <zhitu/graph/lookup.hpp>
#include <zhitu/packs/policy.hpp>

#include "test.hpp"

#include <algorithm>
#include <random>

using namespace zhitu;

namespace {

Graph small_graph() {
    GraphBuilder builder(policy_schema());
    builder.add_edge("body:国务院", "policy:中国制造2025", "ISSUED"); // before its nodes
    const NodeId policy = builder.add_node("policy:中国制造2025", "Policy", "中国制造2025");
    builder.add_node("body:国务院", "IssuingBody", "国务院");
    builder.add_alias(builder.reference("body:国务院"), "中华人民共和国国务院");
    builder.add_node("technology:工业机器人", "Technology", "工业机器人");
    const EdgeId targets = builder.add_edge("policy:中国制造2025", "technology:工业机器人", "TARGETS");
    builder.set(policy, "year", 2015);
    builder.set(targets, "confidence", 0.5);
    builder.add_evidence(targets, {"d", "1", 3, 9, 2, "引文", std::pair<std::uint32_t, std::uint32_t>{4, 6}});
    return builder.freeze();
}

} // namespace

TEST_CASE("a frozen graph gives back what was added") {
    const Graph graph = small_graph();
    REQUIRE(graph.node_count() == 3);
    REQUIRE(graph.edge_count() == 2);
    const NodeId policy = graph.find_id("policy:中国制造2025").value();
    CHECK(graph.name(policy) == "中国制造2025");
    CHECK(graph.type(policy) == "Policy");
    CHECK(graph.property(policy, "year") == Value(2015));
    CHECK(graph.property(policy, "level").is_null());
    REQUIRE(graph.out_edges(policy, "TARGETS").size() == 1);
    const EdgeId targets = graph.out_edges(policy, "TARGETS").front();
    CHECK(graph.name(graph.target(targets)) == "工业机器人");
    CHECK(graph.property(targets, "confidence") == Value(0.5));
    const auto evidence = graph.evidence(targets);
    REQUIRE(evidence.size() == 1);
    CHECK(evidence.front().quote == "引文");
    CHECK(evidence.front().mention->second == 6);
    CHECK(graph.in_edges(policy, "ISSUED").size() == 1);
    CHECK(graph.nodes("Policy").size() == 1);
    CHECK(graph.nodes("Firm").empty());
}

TEST_CASE("a node of a known id is merged, of another type refused") {
    GraphBuilder builder;
    const NodeId first = builder.add_node("x", "Firm", "甲");
    CHECK(builder.add_node("x", "Firm") == first);
    CHECK_THROWS_WITH(builder.add_node("x", "Region"), Contains("'x' is a Firm and a Region"));
    CHECK(builder.freeze().name(first) == "甲");
}

TEST_CASE("an edge to a node that never comes is refused at freeze") {
    GraphBuilder builder;
    builder.add_node("a", "Firm");
    builder.add_edge("a", "b", "SERVES");
    CHECK_THROWS_WITH(builder.freeze(), Contains("'b'"));
}

TEST_CASE("what the schema does not know is a warning, or an error when strict") {
    const auto build = [] {
        GraphBuilder builder(policy_schema());
        builder.add_node("a", "Firm");
        builder.add_node("b", "Policy");
        builder.add_edge("a", "b", "ISSUED");
        return builder;
    };
    std::vector<std::string> warnings;
    (void)build().freeze({Strictness::warn, &warnings});
    REQUIRE(warnings.size() == 1);
    CHECK_THAT(warnings.front(), Contains("no ISSUED from Firm to Policy"));
    CHECK_THROWS_AS(build().freeze({Strictness::error, nullptr}), Error);
}

TEST_CASE("adjacency is sorted by type and neighbour, and agrees with the list of edges") {
    std::mt19937 random(7);
    GraphBuilder builder;
    const int n = 40;
    for (int i = 0; i < n; ++i) builder.add_node(std::to_string(i), "T");
    const std::vector<std::string> types{"A", "B", "C"};
    for (int i = 0; i < 600; ++i)
        builder.add_edge(std::to_string(random() % n), std::to_string(random() % n), types[random() % 3]);
    const Graph graph = builder.freeze();
    for (const NodeId node : graph.nodes()) {
        for (const auto& type : types) {
            std::vector<EdgeId> out, in;
            for (const EdgeId edge : graph.edges()) {
                if (graph.type(edge) != type) continue;
                if (graph.source(edge) == node) out.push_back(edge);
                if (graph.target(edge) == node) in.push_back(edge);
            }
            auto got_out = graph.out_edges(node, type);
            auto got_in = graph.in_edges(node, type);
            CHECK(std::is_permutation(out.begin(), out.end(), got_out.begin(), got_out.end()));
            CHECK(std::is_permutation(in.begin(), in.end(), got_in.begin(), got_in.end()));
            CHECK(std::is_sorted(got_out.begin(), got_out.end(),
                                 [&](EdgeId a, EdgeId b) { return graph.target(a) < graph.target(b); }));
            for (const EdgeId edge : out)
                CHECK(graph.find_edge(node, graph.type_id(edge), graph.target(edge)).has_value());
        }
    }
}

TEST_CASE("names, aliases and ids find nodes; an unknown name lists the nearest") {
    const Graph graph = small_graph();
    CHECK(find_node(graph, "中华人民共和国国务院") == find_node(graph, "国务院"));
    CHECK(find_node(graph, "《中国制造 2025》") == graph.find_id("policy:中国制造2025"));
    CHECK_THROWS_WITH(find_node(graph, "中国制造2035"), Contains("near names: 中国制造2025"));
}
