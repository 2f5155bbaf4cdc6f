#include <zhitu/importers/importer.hpp>

#include <zhitu/importers/text/resolve.hpp>

#include "support/read_text.hpp"
#include "test.hpp"

#include <algorithm>

using namespace zhitu;

namespace {

bool has_alias(const Graph& graph, NodeId node, std::string_view alias) {
    const auto aliases = graph.aliases(node);
    return std::find(aliases.begin(), aliases.end(), alias) != aliases.end();
}

const std::string head = "车间观察\n\n1 案例\n\n";

} // namespace

TEST_CASE("ids say type and name, and the document where a name reaches no further") {
    const Graph graph =
        import_text("车间 观察\n\n1 案例\n\n国务院2021年印发《冷链物流发展规划》。大疆部署植保无人机^[1]。\n\n"
                    "参考文献\n[1] 甲. 甲文[J]. 学报, 2019.\n[2] 乙. 甲文[J]. 学报, 2020.\n");
    CHECK(graph.find_id("issuingbody:国务院"));
    CHECK(graph.find_id("policy:冷链物流发展规划"));
    CHECK(graph.find_id("firm:大疆"));
    CHECK(graph.find_id("document:车间观察"));
    CHECK(graph.find_id("reference:甲文@车间观察"));
    CHECK(graph.find_id("reference:甲文@车间观察#2"));
    REQUIRE(graph.nodes("Case").size() == 1);
    CHECK(std::string(graph.id(graph.nodes("Case").front())).ends_with("@车间观察"));
}

TEST_CASE("an outcome belongs to its case") {
    const Graph graph = import_text(head + "安达物流有限公司部署无人叉车，差错率降低了20%。\n");
    REQUIRE(graph.nodes("Outcome").size() == 1);
    REQUIRE(graph.nodes("Case").size() == 1);
    const std::string owner(graph.name(graph.nodes("Case").front()));
    CHECK(std::string(graph.id(graph.nodes("Outcome").front())).ends_with("@" + owner));
}

TEST_CASE("a document without a title is called by its file") {
    const Graph graph =
        import_text("这一句话既不是标题也不是别的什么，它很长，并且说完了它想说的话，所以它只能是正文的一个自然段。\n",
                    {}, "folder/note.txt");
    CHECK(graph.find_id("document:note"));
    REQUIRE(graph.documents().size() == 1);
    CHECK(graph.documents().front().file == "note.txt");
}

TEST_CASE("the forms of one thing are one node, called by the fullest") {
    const Graph graph =
        import_text(head + "国家发展改革委2020年印发《甲乙规划》。国家发展和改革委员会2021年印发《丙丁规划》。\n");
    REQUIRE(graph.nodes("IssuingBody").size() == 1);
    const NodeId commission = node_named(graph, "IssuingBody", "国家发展和改革委员会");
    CHECK(has_alias(graph, commission, "国家发展改革委"));
    CHECK(graph.out_edges(commission, "ISSUED").size() == 2);
}

// Not yet: the country in front is left out of the name, though the term list has the full form.
TEST_CASE("a body with its country in front is called by the full form", "[.]") {
    const Graph graph = import_text(head + "中华人民共和国国务院印发《戊己规划》。国务院印发《庚辛规划》。\n");
    REQUIRE(graph.nodes("IssuingBody").size() == 1);
    const NodeId council = node_named(graph, "IssuingBody", "中华人民共和国国务院");
    CHECK(has_alias(graph, council, "国务院"));
}

TEST_CASE("a short form that the text defines is an alias") {
    const Graph graph =
        import_text(head + "云杉科技有限公司（以下简称“云杉”）开发了无人叉车。云杉还推出了植保无人机。\n");
    REQUIRE(graph.nodes("Firm").size() == 1);
    const NodeId firm = node_named(graph, "Firm", "云杉科技有限公司");
    CHECK(has_alias(graph, firm, "云杉"));
    CHECK(graph.out_edges(firm, "DEVELOPS").size() == 2);
}

TEST_CASE("edges of like type and ends are one, with all evidence") {
    const Graph graph = import_text(head + "大疆推出植保无人机。春天过去了。后来大疆的植保无人机卖得很好。\n");
    const NodeId firm = node_named(graph, "Firm", "大疆");
    const auto edges = graph.out_edges(firm, "DEVELOPS");
    REQUIRE(edges.size() == 1);
    const auto evidence = graph.evidence(edges.front());
    REQUIRE(evidence.size() == 2);
    CHECK(evidence[0].quote == "大疆推出植保无人机。");
    CHECK(evidence[0].start < evidence[1].start);
}

TEST_CASE("a node's evidence marks the name in the clause") {
    const Graph graph = import_text(head + "春天到了，大疆推出植保无人机。\n", {}, "paper.txt");
    const auto evidence = graph.evidence(node_named(graph, "Firm", "大疆"));
    REQUIRE_FALSE(evidence.empty());
    CHECK(evidence.front().line == 5);
    CHECK(evidence.front().section == "1");
    REQUIRE(evidence.front().mention);
    CHECK(*evidence.front().mention == std::pair<std::uint32_t, std::uint32_t>{17, 19});
}

TEST_CASE("a span that a page break cuts is several entries") {
    const Graph graph =
        import_text(head + "安达物流有限公司自2021年起在各个仓库部署了无人叉车，并且让货物的平均\n\n- 3 -\n\n"
                           "差错率降低了20%。\n");
    REQUIRE(graph.nodes("Case").size() == 1);
    const auto achieves = graph.out_edges(graph.nodes("Case").front(), "ACHIEVES");
    REQUIRE(achieves.size() == 1);
    const auto evidence = graph.evidence(achieves.front());
    REQUIRE(evidence.size() >= 2);
    for (const EvidenceView& piece : evidence) CHECK(piece.quote.find("- 3 -") == std::string_view::npos);
}

TEST_CASE("things are called without grades, blanks and citation marks") {
    const Graph graph = import_text(head + "大疆推出国产植保 无人机^[1]。\n\n参考文献\n[1] 甲. 甲文[J]. 学报, 2019.\n");
    CHECK(graph.find_id("technology:植保无人机"));
}
