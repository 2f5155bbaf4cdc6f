#include <zhitu/importers/importer.hpp>

#include "support/read_text.hpp"
#include "support/repeat.hpp"
#include "test.hpp"

using namespace zhitu;

namespace {

/// What must hold of any text: ends exist, names are there, evidence lies within the text.
void check_valid(const std::string& text) {
    const Graph graph = import_text(text, {}, "paper.txt");
    REQUIRE(graph.documents().size() == 1);
    CHECK(graph.nodes("Document").size() == 1);
    std::size_t nameless = 0, outside = 0, broken = 0;
    const auto look = [&](const EvidenceView& evidence) {
        outside += evidence.start > evidence.end || evidence.end > text.size() || evidence.line == 0;
    };
    for (const NodeId node : graph.nodes()) {
        nameless += graph.name(node).empty();
        for (const EvidenceView& evidence : graph.evidence(node)) look(evidence);
    }
    for (const EdgeId edge : graph.edges()) {
        broken += graph.source(edge).index() >= graph.node_count() || graph.target(edge).index() >= graph.node_count();
        for (const EvidenceView& evidence : graph.evidence(edge)) look(evidence);
    }
    CHECK(nameless == 0);
    CHECK(outside == 0);
    CHECK(broken == 0);
}

const std::string title = "装备应用观察\n\n1 引言\n\n";

} // namespace

// Not yet: a text without any line has no block that the document could rest on.
TEST_CASE("an empty text is a paper that says nothing", "[.]") {
    check_valid("");
}
TEST_CASE("a text of blanks is a paper that says nothing", "[.]") {
    check_valid(" \t\r\n\n　\n");
}

TEST_CASE("a single character is a paper") {
    check_valid("甲");
    check_valid("。");
    check_valid("#");
    check_valid("^");
    check_valid("|");
    check_valid("[");
}

TEST_CASE("one endless line is read") {
    check_valid(title + repeat("说", 700'000)); // 2 MB
    check_valid(title + repeat("x", 2'000'000));
    check_valid(title + repeat("9", 2'000'000));
    check_valid(title + repeat("甲公司用机器人", 3'000));
}
// Not yet: the time grows with the square of the mentions in a sentence.
TEST_CASE("one endless line full of names is read", "[.]") {
    check_valid(title + repeat("甲公司用机器人", 100'000)); // 2 MB
}

TEST_CASE("brackets that never close are read") {
    for (const char* open : {"《", "（", "“", "[", "【"}) {
        check_valid(title + repeat(open, 100'000) + "。\n");
        check_valid(title + repeat(std::string(open) + "甲", 20'000) + "。\n");
    }
}

TEST_CASE("brackets that never opened are read") {
    for (const char* close : {"》", "）", "”", "]", "】"}) check_valid(title + repeat(close, 100'000) + "。\n");
}

TEST_CASE("deeply nested brackets are read") {
    check_valid(title + repeat("（", 50'000) + "甲" + repeat("）", 50'000) + "。\n");
    check_valid(title + repeat("《〈", 50'000) + "甲规划" + repeat("〉》", 50'000) + "。\n");
}

TEST_CASE("very many citation marks are read") {
    check_valid(title + "说过" + repeat("^[1]", 100'000) + "。\n\n参考文献\n[1] 甲. 甲文[J]. 学报, 2019.\n");
    check_valid(title + repeat("甲^[1]。", 3'000) + "\n\n参考文献\n[1] 甲. 甲文[J]. 学报, 2019.\n");
}

TEST_CASE("very many lines, headings and references are read") {
    check_valid(title + repeat("1.1 现状\n\n", 5'000));
    check_valid(repeat("# 甲\n###### 乙\n", 5'000));
    check_valid(title + "参考文献\n" + repeat("[1]\n", 5'000));
    check_valid(repeat("\n", 100'000) + "甲");
}

TEST_CASE("marks of structure with nothing behind them are read") {
    check_valid("参考文献\n[1]\n甲\n[2]\n\n[3] .\n");
    check_valid("# \n## \n- \n* \n> \n|\n||\n1.\n1\n（一）\n一、\n图1\n《》\n“”\n（）\n^[]\n^{}\n");
    check_valid(title + "实施单位：\n应用场景：\n成效：\n【】\n**\n****\n--\n---\n");
}

TEST_CASE("every control character is read") {
    std::string controls;
    for (char c = 1; c < 0x20; ++c) controls += std::string("甲").append(1, c);
    controls += "\x7F";
    check_valid(title + controls + "公司用机器人。\n");
    for (char c = 1; c < 0x20; ++c)
        check_valid(std::string("题目\n\n1 引言\n\n参考文献\n[1] ").append(1, c) + "\n甲\n");
}

// Not yet: a single zero byte makes a UTF-8 text pass for UTF-16.
TEST_CASE("a zero character is read", "[.]") {
    const std::string text = title + "大疆推出植保无人机。";
    CHECK(edges_of(text + std::string(1, '\0')) == edges_of(text));
}

TEST_CASE("characters outside of the first plane are read") {
    check_valid(title + repeat("𠮟😀", 1'000) + "公司用机器人。\n");
}
