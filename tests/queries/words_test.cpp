#include <zhitu/queries/words.hpp>

#include "queries/messages.hpp"
#include "queries/paper_graph.hpp"
#include "test.hpp"

using namespace zhitu;

namespace {

Path from_plan_to_case(const Graph& graph) {
    const NodeId plan = *graph.find_id("Policy:装备行动计划"), used = *graph.find_id("Case:新松质量检测");
    return shortest_path(graph, plan, used).value();
}

} // namespace

TEST_CASE("a path reads in the language of the reader, arrows as the edges point") {
    const Graph graph = paper_graph();
    const Path path = from_plan_to_case(graph);
    CHECK(path_in_words(graph, path, policy_words(Language::zh)) ==
          "装备行动计划（2021） ─支持→ 工业机器人 ←采用─ 新松质量检测");
    CHECK(path_in_words(graph, path, policy_words(Language::en)) ==
          "装备行动计划 (2021) ─targets→ 工业机器人 ←uses─ 新松质量检测");
}

TEST_CASE("a step of the pack has the pack's word") {
    const Graph graph = paper_graph();
    CHECK(step_in_words(graph, {EdgeId(), true}, policy_words(Language::zh)) == "上位词");
}

TEST_CASE("a year that the name tells is not repeated") {
    const Graph graph = paper_graph();
    const NodeId old = *graph.find_id("Policy:早期意见（2009年）");
    CHECK(name_in_words(graph, old, policy_words(Language::zh)) == "早期意见（2009年）");
    CHECK(name_in_words(graph, *graph.find_id("Policy:装备行动计划"), {}) == "装备行动计划 (2021)");
}

TEST_CASE("a place is the file and line, or the document where no file is known") {
    const Graph graph = paper_graph();
    const Evidence known = quoted("x", 7);
    EvidenceView view{known.document, known.section, 0, 1, known.line, known.quote, std::nullopt};
    CHECK(place_in_words(graph, view) == "paper.txt:7");
    view.line = 0;
    CHECK(place_in_words(graph, view) == "paper.txt");
    view.document = "other";
    CHECK(place_in_words(graph, view) == "other");
}
