// Everything that is read from a paper names its rule, and its confidence is what was measured of that rule.
#include "support/read_text.hpp"

#include <zhitu/importers/importer.hpp>
#include <zhitu/packs/join.hpp>
#include <zhitu/packs/pack.hpp>

#include "test.hpp"

using namespace zhitu;

namespace {

constexpr std::string_view paper =
    "车间观察\n\n1 案例\n\n大疆推出植保无人机。2021年，工业部发布《机器人产业发展意见》，支持焊接机器人。\n";

template <class Id>
void check_rule(const Graph& graph, Id id) {
    const Value rule = graph.property(id, "rule");
    REQUIRE(rule.get_if<std::string>() != nullptr);
    CHECK(rule.text() != "unknown");
    const auto measured = Pack::builtin().confidence(rule.text());
    CHECK(graph.property(id, "confidence") == (measured ? Value(*measured) : Value()));
}

} // namespace

TEST_CASE("nodes and edges name their rule and have its measured precision") {
    const Graph graph = import_text(read_source("examples/ai-manufacturing.txt"));
    REQUIRE(graph.edge_count() > 100);
    for (const NodeId node : graph.nodes()) check_rule(graph, node);
    for (const EdgeId edge : graph.edges()) check_rule(graph, edge);
}

TEST_CASE("the built-in pack has measured most of its rules, and not all alike") {
    const auto measures = Pack::builtin().measures();
    CHECK(measures.size() > 30);
    CHECK(Pack::builtin().confidence("term") != Pack::builtin().confidence("policy.title"));
}

TEST_CASE("the confidence is what the pack measured of the rule, and none where it was never measured") {
    const auto rule_of = [](const Graph& graph, std::string_view type, std::string_view name) {
        return graph.property(node_named(graph, type, name), "rule").text();
    };
    const Graph before = import_text(paper);
    const TemporaryFolder folder;
    folder.write("confidence.txt", rule_of(before, "Policy", "机器人产业发展意见") + " 8 0 3\n" +
                                       rule_of(before, "Firm", "大疆") + " 0 0 1\n");
    const auto path = folder.path();
    ImportOptions options;
    options.pack = join_packs(std::span(&path, 1));
    const Graph graph = import_text(paper, options);
    CHECK(graph.property(node_named(graph, "Policy", "机器人产业发展意见"), "confidence") == Value(0.9));
    CHECK(graph.property(node_named(graph, "Firm", "大疆"), "confidence").is_null());
}

TEST_CASE("rules that found an edge too are named behind the first") {
    const TemporaryFolder folder;
    folder.write("classes/own.txt", "@class own.visit\n光顾了\n");
    std::string rules;
    for (const char* name : {"own.first", "own.second", "own.first"})
        rules.append("frame ").append(name).append(
            "\n  trigger own.visit\n  source Firm before\n  target Firm after\n  make SERVES\n");
    folder.write("rules/own.rules", rules);
    const auto path = folder.path();
    ImportOptions options;
    options.pack = join_packs(std::span(&path, 1));
    const Graph graph = import_text("车间观察\n\n1 案例\n\n青山钢铁有限公司光顾了安达物流有限公司。\n", options);
    const auto serves = graph.out_edges(node_named(graph, "Firm", "青山钢铁有限公司"), "SERVES");
    REQUIRE(serves.size() == 1);
    CHECK(graph.property(serves.front(), "rule") == Value("own.first"));
    CHECK(graph.property(serves.front(), "other_rules") == Value(List{"own.second"}));
}
