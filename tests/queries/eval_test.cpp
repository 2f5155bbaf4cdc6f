#include <zhitu/queries/eval.hpp>

#include <zhitu/importers/importer.hpp>

#include "test.hpp"

using namespace zhitu;

namespace {

constexpr std::string_view document = "2021年，工业部发布《机器人产业发展意见》，支持焊接机器人。\n"
                                      "东山车厂用国产焊接机器人焊接车门，返工率降低三成。\n";

/// Two demanded policies of which one has a year, a firm, a technology, a case; an optional industry.
constexpr std::string_view gold_json = R"({"document": "tiny", "nodes": [
  {"id": "p", "type": "Policy", "name": "机器人产业发展意见", "props": {"year": 2021}, "evidence": "支持焊接机器人"},
  {"id": "q", "type": "Policy", "name": "焊接规划", "evidence": ["支持焊接机器人"]},
  {"id": "f", "type": "Firm", "name": "东山车厂", "evidence": "东山车厂用国产焊接机器人焊接车门"},
  {"id": "t", "type": "Technology", "name": "焊接机器人", "evidence": "支持焊接机器人"},
  {"id": "c", "type": "Case", "name": "东山车厂车门焊接", "evidence": "东山车厂用国产焊接机器人焊接车门"},
  {"id": "i", "type": "Industry", "name": "机器人", "optional": true, "evidence": "机器人产业"}],
 "edges": [
  {"type": "TARGETS", "from": "p", "to": "t", "evidence": "支持焊接机器人"},
  {"type": "CARRIES_OUT", "from": "f", "to": "c", "evidence": "东山车厂用国产焊接机器人焊接车门"},
  {"type": "USES", "from": "c", "to": "t", "evidence": "东山车厂用国产焊接机器人焊接车门"},
  {"type": "TARGETS", "from": "p", "to": "i", "evidence": "机器人产业"}]})";

/// The policy by another name and with its year, the technology with a grade, the case by its quote, the optional
/// industry, a firm too many; no second policy.
constexpr std::string_view graph_json = R"({"nodes": [
  {"id": "1", "type": "Policy", "name": "《机器人产业发展 意见》", "year": 2021, "rule": "title"},
  {"id": "2", "type": "Firm", "name": "东山车厂", "rule": "term"},
  {"id": "3", "type": "Firm", "name": "工业部", "rule": "term"},
  {"id": "4", "type": "Technology", "name": "国产焊接机器人", "rule": "head", "other_rules": ["term"]},
  {"id": "5", "type": "Case", "name": "甲", "rule": "deed", "evidence": [{"quote": "用国产焊接机器人焊接车门，返工率"}]},
  {"id": "6", "type": "Industry", "name": "机器人", "rule": "term"}],
 "edges": [
  {"source": "1", "target": "4", "type": "TARGETS", "rule": "promote", "evidence": [{"quote": "支持焊接机器人。"}]},
  {"source": "2", "target": "5", "type": "CARRIES_OUT", "rule": "deed", "evidence": [{"quote": "东山车厂用了机器人"}]},
  {"source": "3", "target": "5", "type": "CARRIES_OUT", "rule": "deed", "evidence": [{"quote": "工业部发布"}]},
  {"source": "1", "target": "6", "type": "TARGETS", "rule": "promote", "evidence": [{"quote": "机器人产业"}]},
  {"source": "1", "target": "6", "type": "TARGETS", "rule": "promote", "evidence": [{"quote": "机器人产业"}]}]})";

std::string ungraded(std::string_view name) {
    return std::string(name.starts_with("国产") ? name.substr(std::string_view("国产").size()) : name);
}

Evaluation compare(std::string_view gold, std::string_view graph, EvalOptions options = {}) {
    return evaluate(import_text(gold), import_text(graph), options);
}

const EvalCount& count_of(const EvalPart& part, std::string_view type) {
    for (const EvalType& one : part.types)
        if (one.type == type) return one.count;
    FAIL("no such type");
    return part.all;
}

/// A graph of one node, as JSON.
std::string one_node(std::string_view type, std::string_view rest) {
    std::string json = R"({"nodes": [{"id": "a", "type": ")";
    return json.append(type).append("\", ").append(rest).append("}], \"edges\": []}");
}

bool match(std::string_view type, std::string_view gold, std::string_view found) {
    return compare(one_node(type, gold), one_node(type, found), {{}, ungraded}).nodes.all.right == 1;
}

} // namespace

TEST_CASE("a tiny graph has the numbers that were counted by hand") {
    const Evaluation found = compare(gold_json, graph_json, {std::string(document), ungraded});
    CHECK(found.nodes.all == EvalCount{4, 1, 1});
    CHECK(found.nodes.all.precision() == Approx(4.0 / 5));
    CHECK(found.nodes.all.recall() == Approx(4.0 / 5));
    CHECK(count_of(found.nodes, "Policy") == EvalCount{1, 0, 1});
    CHECK(count_of(found.nodes, "Firm") == EvalCount{1, 1, 0});
    CHECK(found.nodes.types.size() == 4);
    // Policy 2/3, Firm 2/3, Technology 1, Case 1
    CHECK(found.nodes.macro_f1 == Approx((2.0 / 3 + 2.0 / 3 + 1 + 1) / 4));

    // Of the demanded edges TARGETS stands; CARRIES_OUT has a quote that the text has not, and USES is missing.
    CHECK(found.edges.all == EvalCount{1, 2, 2});
    CHECK(count_of(found.edges, "CARRIES_OUT") == EvalCount{0, 2, 1});
    CHECK(found.scored_edges == 4);
    CHECK(found.evidence() == Approx(3.0 / 4));
    CHECK(found.optional_edges == 1);
    CHECK(found.years == 1);
    CHECK(found.right_years == 1);
}

TEST_CASE("without the text quotes are not looked up") {
    const Evaluation found = compare(gold_json, graph_json, {{}, ungraded});
    CHECK(found.edges.all == EvalCount{2, 1, 1});
    CHECK(found.evidence() == Approx(1));
}

TEST_CASE("every rule that found a thing is credited with it") {
    const Evaluation found = compare(gold_json, graph_json, {std::string(document), ungraded});
    CHECK(found.rules == std::vector<EvalRule>{{"deed", 1, 2, 0, 1},
                                               {"head", 1, 0, 0, 0},
                                               {"promote", 1, 0, 1, 1},
                                               {"term", 2, 1, 1, 1},
                                               {"title", 1, 0, 0, 1}});
}

TEST_CASE("what was missed and what is too much is told") {
    const Graph gold = import_text(gold_json), graph = import_text(graph_json);
    const Evaluation found = evaluate(gold, graph, {std::string(document), ungraded});
    REQUIRE(found.missing_nodes.size() == 1);
    CHECK(gold.name(found.missing_nodes[0]) == "焊接规划");
    REQUIRE(found.missing_edges.size() == 2);
    CHECK(gold.type(found.missing_edges[1]) == "USES");
    REQUIRE(found.extra_nodes.size() == 1);
    CHECK(graph.name(found.extra_nodes[0]) == "工业部");
    CHECK(found.extra_edges.size() == 2);
    REQUIRE(found.unquoted.size() == 1);
    CHECK(graph.name(graph.source(found.unquoted[0])) == "东山车厂");
}

TEST_CASE("an annotation holds what it demands") {
    const Evaluation found = compare(gold_json, gold_json);
    CHECK(found.nodes.all.f1() == 1);
    CHECK(found.edges.all.f1() == 1);
}

TEST_CASE("an empty graph misses everything and says nothing wrong") {
    const Evaluation found = compare(gold_json, R"({"nodes": [], "edges": []})");
    CHECK(found.nodes.all == EvalCount{0, 0, 5});
    CHECK(found.nodes.all.precision() == 0);
    CHECK(found.nodes.all.f1() == 0);
    CHECK(found.evidence() == 1);
    CHECK(EvalCount{}.precision() == 1);
    CHECK(EvalCount{}.recall() == 1);
}

TEST_CASE("names match without blanks, marks, dashes' lengths and capitals") {
    CHECK(match("Policy", R"("name": "制造——2025")", R"("name": "《制造 –2025》")"));
    CHECK(match("Firm", R"("name": "ABB")", R"("name": "abb")"));
    CHECK(match("Firm", R"("name": "甲厂", "aliases": ["乙厂"])", R"("name": "乙厂")"));
    CHECK_FALSE(match("Firm", R"("name": "国产甲厂")", R"("name": "甲厂")"));
}

TEST_CASE("terms match without grades and bracketed short forms") {
    CHECK(match("Technology", R"("name": "国产甲软件")", R"("name": "甲软件")"));
    CHECK(match("Technology", R"("name": "建筑信息模型（BIM）")", R"("name": "BIM")"));
    CHECK(match("Technology", R"("name": "建筑信息模型（BIM）")", R"("name": "建筑信息模型")"));
    CHECK_FALSE(match("Technology", R"("name": "建筑信息模型")", R"("name": "BIM")"));
}

TEST_CASE("phrases match where names or quotes are alike, references by their number") {
    CHECK(match("Challenge", R"("name": "人才不足")", R"("name": "人才很不足")"));
    CHECK_FALSE(match("Challenge", R"("name": "人才不足")", R"("name": "资金短缺")"));
    const std::string_view gold = R"("name": "人才不足", "evidence": "各地的人才还不够用")";
    CHECK(match("Challenge", gold, R"("name": "资金", "evidence": [{"quote": "而各地的人才还不够"}])"));
    CHECK_FALSE(match("Challenge", gold, R"("name": "资金", "evidence": [{"quote": "人才"}])"));
    CHECK(match("Reference", R"("name": "甲", "props": {"number": 3})", R"("name": "乙", "number": 3)"));
    CHECK_FALSE(match("Reference", R"("name": "甲", "props": {"number": 3})", R"("name": "乙", "number": 4)"));
}

TEST_CASE("a symmetric edge is right either way, and once") {
    const std::string nodes = R"({"nodes": [{"id": "a", "type": "Firm"}, {"id": "b", "type": "Firm"}], "edges": [)";
    const std::string gold = nodes + R"({"from": "a", "to": "b", "type": "PARTNERS_WITH"}]})";
    const std::string both = nodes + R"({"source": "b", "target": "a", "type": "PARTNERS_WITH"},
                                        {"source": "a", "target": "b", "type": "PARTNERS_WITH"}]})";
    CHECK(compare(gold, both).edges.all == EvalCount{1, 0, 0});
    const std::string serves = nodes + R"({"source": "b", "target": "a", "type": "SERVES"}]})";
    CHECK(compare(nodes + R"({"from": "a", "to": "b", "type": "SERVES"}]})", serves).edges.all == EvalCount{0, 1, 1});
}
