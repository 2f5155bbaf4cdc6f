#include <zhitu/importers/text/repairs.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/simplified.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/importer.hpp>
#include <zhitu/importers/text/layout.hpp>
#include <zhitu/packs/pack.hpp>

#include "support/read_text.hpp"
#include "test.hpp"

#include <algorithm>
#include <iostream>

using namespace zhitu;
using namespace zhitu::text;

namespace {

/// What is read of a text; `~` stands for a character that is left out.
std::string reading_of(std::string_view text) {
    static const Vocabulary words(Pack::builtin());
    const std::u32string file = to_utf32(text);
    std::u32string reading = repaired(file, words);
    CHECK(reading.size() == file.size());
    for (char32_t& c : reading)
        if (c == left_out) c = U'~';
    return to_utf8(reading);
}

bool knows_traditional() {
    if (fold(U'國') == U'国') return true;
    std::cout << "skipped: traditional characters: the build has no table of them\n";
    return false;
}

} // namespace

TEST_CASE("narrow marks are read as the wide ones of Chinese") {
    CHECK(reading_of("他读了<甲规划>和<<乙规划>>。") == "他读了《甲规划》和《~乙规划》~。");
    CHECK(reading_of("所谓\"黑灯工厂\"和\"熄灯车间\"。") == "所谓“黑灯工厂”和“熄灯车间”。");
    CHECK(reading_of("车间用了机器人.效率提高了30%.成本降到2 万元.\n") ==
          "车间用了机器人。效率提高了30%。成本降到2 万元。\n");
}

TEST_CASE("what is no mark of Chinese stays") {
    for (const char* text : {"精度<0.5mm，误差>3%。", "一台3.5吨的叉车，见www.a.cn。", "他说5\" 的屏。",
                             "1.甲厂\n2.乙厂\n", "甲<b>乙</b>。", "图a.b用了甲. 其他见前文。甲。乙。"})
        CHECK(reading_of(text) == text);
    CHECK(reading_of("甲.\n乙.\n[1] 王五.甲文[J].学报, 2019.\n") == "甲。\n乙。\n[1] 王五.甲文[J].学报, 2019.\n");
}

TEST_CASE("letters inside of numbers are digits") {
    CHECK(reading_of("2O21年有1OO家，增长3O%，共2l0台。") == "2021年有100家，增长30%，共210台。");
    for (const char* text : {"O2O模式", "H2O", "5G和100l水", "I2C", "3D和2oz", "WO2020"})
        CHECK(reading_of(text) == text);
}

TEST_CASE("an address inside of a line is left out, and one of a reference stays") {
    CHECK(reading_of("见通知（https://a.cn/2019/x.htm）的说明") == "见通知（~~~~~~~~~~~~~~~~~~~~~~~）的说明");
    CHECK(reading_of("[1] 甲部.通知. https://a.cn/2019/") == "[1] 甲部.通知. https://a.cn/2019/");
    CHECK(reading_of("https://a.cn/2019/") == "https://a.cn/2019/");
}

TEST_CASE("a word that a line end cuts is one word") {
    static const Vocabulary words(Pack::builtin());
    const Document document = read_layout(
        "装备应用观察\n\n1 引言\n\n各地的车间里如今都用上了一种名为Manufac-\nturing Cloud的平台。\n", "", words);
    CHECK(to_utf8(document.blocks.back().text) == "各地的车间里如今都用上了一种名为Manufacturing Cloud的平台。");
}

TEST_CASE("a quote is the text of the file, whatever is read") {
    const Graph graph = import_text("装备应用观察\n\n1 引言\n\n2O21年,国务院印发<<冷链物流发展规划>>.\n");
    const NodeId policy = node_named(graph, "Policy", "冷链物流发展规划");
    CHECK(graph.property(policy, "year") == Value(2021));
    CHECK(graph.evidence(policy).front().quote == "国务院印发<<冷链物流发展规划>>.");
}

TEST_CASE("a text in traditional characters gives the same edges, by its own names") {
    if (!knows_traditional()) return;
    const std::string text = "裝備應用觀察\n\n1 引言\n\n2021年，國務院印發《冷鏈物流發展規劃》，推廣無人叉車。\n";
    const auto edges = edges_of(text);
    CHECK(std::find(edges.begin(), edges.end(), "TARGETS 冷鏈物流發展規劃 -> 無人叉車") != edges.end());
    std::vector<std::string> simple;
    for (const std::string& edge : edges) {
        std::u32string characters = to_utf32(edge);
        std::transform(characters.begin(), characters.end(), characters.begin(), simplified);
        simple.push_back(to_utf8(characters));
    }
    std::sort(simple.begin(), simple.end());
    CHECK(simple == edges_of("装备应用观察\n\n1 引言\n\n2021年，国务院印发《冷链物流发展规划》，推广无人叉车。\n"));
}

TEST_CASE("one thing in both kinds of characters is one node, called as it is met first") {
    if (!knows_traditional()) return;
    const Graph graph = import_text(
        "装备应用观察\n\n1 引言\n\n2021年，國務院印發《冷鏈物流發展規劃》。《冷链物流发展规划》影响深远。\n");
    CHECK(graph.nodes("Policy").size() == 1);
    const NodeId policy = node_named(graph, "Policy", "冷鏈物流發展規劃");
    CHECK(graph.id(policy) == "policy:冷链物流发展规划");
    CHECK(graph.evidence(policy).front().quote == "國務院印發《冷鏈物流發展規劃》。");
}
