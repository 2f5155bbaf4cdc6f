// Each finding has a wrong text that gives it, and a right twin that gives none.
#include <zhitu/queries/audit.hpp>

#include <zhitu/importers/importer.hpp>
#include <zhitu/queries/report.hpp>

#include "queries/messages.hpp"
#include "queries/paper_graph.hpp"
#include "support/temporary_folder.hpp"
#include "test.hpp"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>

using namespace zhitu;

namespace {

/// A paper of these sentences and this list.
std::string paper(const std::string& body, const std::string& list) {
    std::string text = "观察札记\n\n1 现状\n\n" + body + "\n";
    if (!list.empty()) text += "\n参考文献\n\n" + list;
    return text;
}

/// `SEVERITY CODE LINE said | entry says | entry that fits`, empty parts at the end left out.
std::string line_of(const Graph& graph, const Finding& finding) {
    std::string line(name_of(finding.severity));
    line.append(" ").append(finding.code).append(" ").append(std::to_string(finding.place.line));
    line.append(" ").append(finding.said);
    const std::string fitting = finding.fitting ? entry_in_words(graph, *finding.fitting) : std::string();
    if (!finding.entry_says.empty() || !fitting.empty()) line.append(" | ").append(finding.entry_says);
    if (!fitting.empty()) line.append(" | ").append(fitting);
    return line;
}

using Lines = std::vector<std::string>;

Lines findings_of(const Graph& graph) {
    Lines lines;
    for (const Finding& finding : audit(graph)) lines.push_back(line_of(graph, finding));
    return lines;
}

Lines findings_of(const std::string& body, const std::string& list) {
    return findings_of(import_text(paper(body, list)));
}

const std::string two_entries = "[1] 国务院. 智能港口建设方案[A]. 2021.\n[2] 国务院. 绿色矿山建设方案[A]. 2022.\n";

} // namespace

TEST_CASE("a mark whose entry is another policy's is an error with the entry that fits") {
    const std::string right =
        "2021年，国务院印发《智能港口建设方案》^[1]。2022年，国务院印发《绿色矿山建设方案》^[2]。";
    const std::string wrong =
        "2021年，国务院印发《智能港口建设方案》^[2]。2022年，国务院印发《绿色矿山建设方案》^[1]。";
    CHECK(findings_of(right, two_entries).empty());
    CHECK(findings_of(wrong, two_entries) ==
          Lines{"error wrong-entry 5 智能港口建设方案 | [2] 绿色矿山建设方案 | [1] 智能港口建设方案",
                "error wrong-entry 5 绿色矿山建设方案 | [1] 智能港口建设方案 | [2] 绿色矿山建设方案"});
}

TEST_CASE("a bracketed short form may stand between a title and its mark") {
    CHECK(findings_of("2022年，国务院印发《绿色矿山建设方案》（以下简称《矿山方案》）^[1]。港口另有方案^[2]。",
                      two_entries) ==
          Lines{"error wrong-entry 5 绿色矿山建设方案 | [1] 智能港口建设方案 | [2] 绿色矿山建设方案"});
}

TEST_CASE("a mark farther behind is doubted only where another entry fits") {
    CHECK(findings_of("2021年，国务院印发《智能港口建设方案》，支持工业机器人^[2]。矿山也有方案^[1]。", two_entries) ==
          Lines{"warning wrong-entry 5 智能港口建设方案 | [2] 绿色矿山建设方案 | [1] 智能港口建设方案"});
    const std::string list = "[1] 李四. 港口统计年鉴[M]. 北京: 甲出版社, 2020.\n";
    CHECK(findings_of("2021年，国务院印发《智能港口建设方案》，支持工业机器人^[1]。", list).empty());
}

TEST_CASE("titles that share a mark share its entries") {
    CHECK(findings_of("国务院印发《智能港口建设方案》《绿色矿山建设方案》^[1,2]。", two_entries).empty());
    CHECK(findings_of("国务院印发《智能港口建设方案》和《绿色矿山建设方案》^[1-2]。", two_entries).empty());
}

TEST_CASE("an entry with another title is a note where none fits") {
    CHECK(findings_of("2021年，国务院印发《海上风电发展方案》^[1]。矿山也有方案^[2]。", two_entries) ==
          Lines{"note other-title 5 海上风电发展方案 | [1] 智能港口建设方案"});
}

TEST_CASE("what does not matter in a title is no difference") {
    const std::string list =
        "[1] 甲部. 甲部等六部门关于印发《“十四五” 智能港口建设方案（2021—2025年）》的通知[A]. 2021.\n";
    CHECK(findings_of("2021年，国务院印发《“十四五”智能港口建设方案(2021-2025年)》^[1]。", list).empty());
    CHECK(findings_of("2021年，国务院印发《“十四五”智能港口建设方案》^[1]。", list).empty());
    CHECK(findings_of("2021年，国务院印发《国务院关于智能港口建设的意见》^[1]。",
                      "[1] 国务院. 关于智能港口建设的意见[A]. 2021.\n")
              .empty());
}

TEST_CASE("a title that lacks a character of its entry's is found") {
    const std::string list =
        "[1] 甲省人民政府. 甲省人民政府关于印发《甲省智能港口建设方案（2021—2025年）》的通知[A]. 2021.\n";
    CHECK(findings_of("2021年，甲省人民政府印发《甲省智能港口建设方案（2021—2025年）》^[1]。", list).empty());
    CHECK(findings_of("2021年，甲省人民政府印发《甲省智能港口建设方案（2021—2025）》^[1]。", list) ==
          Lines{"warning inexact-title 5 甲省智能港口建设方案（2021—2025） | [1] "
                "甲省人民政府关于印发《甲省智能港口建设方案（2021—2025年）》的通知 | [1] "
                "甲省人民政府关于印发《甲省智能港口建设方案（2021—2025年）》的通知"});
}

TEST_CASE("plans of other years are told apart") {
    const std::string list = "[1] 国务院. 智能港口建设方案（2016—2020年）[A]. 2016.\n"
                             "[2] 国务院. 智能港口建设方案（2021—2025年）[A]. 2021.\n";
    CHECK(findings_of("2016年，国务院印发《智能港口建设方案（2016—2020年）》^[1]。"
                      "2021年，国务院印发《智能港口建设方案（2021—2025年）》^[2]。",
                      list)
              .empty());
    CHECK(findings_of("2021年，国务院印发《智能港口建设方案（2021—2025年）》^[1]。前一轮方案已到期^[2]。", list) ==
          Lines{"error wrong-entry 5 智能港口建设方案（2021—2025年） | [1] 智能港口建设方案（2016—2020年） | [2] "
                "智能港口建设方案（2021—2025年）"});
}

TEST_CASE("a year that is not the entry's is found; an address tells none") {
    const std::string of_2021 = "[1] 国务院. 智能港口建设方案[A/OL]. (2021-03-02)[2024-01-01].\n";
    const std::string by_address =
        "[1] 国务院. 智能港口建设方案[A/OL]. [2024-01-01]. https://a.example/2021-03/02/x.htm\n";
    CHECK(findings_of("2021年，国务院印发《智能港口建设方案》^[1]。", of_2021).empty());
    CHECK(findings_of("2018年，国务院印发《智能港口建设方案》^[1]。", of_2021) ==
          Lines{"warning year 5 2018 | 2021 | [1] 智能港口建设方案"});
    CHECK(findings_of("2020年，国务院印发《智能港口建设方案》^[1]。", of_2021) ==
          Lines{"note year 5 2020 | 2021 | [1] 智能港口建设方案"});
    CHECK(findings_of("2018年，国务院印发《智能港口建设方案》^[1]。", by_address).empty());
}

TEST_CASE("a number of bodies that is not the entry's is found") {
    const std::string list = "[1] 科技部. 科技部等六部门关于印发《智能港口建设方案》的通知[A]. 2021.\n";
    const auto said = [&](const std::string& bodies) {
        return findings_of("2021年，科技部" + bodies + "联合印发《智能港口建设方案》^[1]。", list);
    };
    const std::string entry = "[1] 科技部等六部门关于印发《智能港口建设方案》的通知";
    CHECK(said("等六部委").empty());
    CHECK(said("等6个部门").empty());
    CHECK(said("").empty());
    CHECK(said("等七部门") == Lines{"warning bodies 5 7 | " + entry + " | " + entry});
    CHECK(said("等多部门") == Lines{"note uncounted 5 多部门 | " + entry + " | " + entry});
    CHECK(findings_of("2021年，科技部等多部门联合印发《智能港口建设方案》^[1]。",
                      "[1] 科技部. 智能港口建设方案[A]. 2021.\n")
              .empty());
}

TEST_CASE("entries that no mark cites and marks without an entry are found") {
    CHECK(findings_of("港口有方案^[1]，矿山也有方案^{2}。", two_entries).empty());
    for (const char* both : {"^[1-2]", "[1~2]", "[1]-[2]", "[1、2]", "^{1，2}"})
        CHECK(findings_of(std::string("港口有方案") + both + "。", two_entries).empty());
    CHECK(findings_of("港口有方案[1]—[3]。", two_entries + "[3] 国务院. 江河水运建设方案[A]. 2023.\n").empty());
    CHECK(findings_of("港口有方案^[1]。", "李四. 港口统计年鉴. 2020.\n\n王五. 矿山统计年鉴. 2021.\n").empty());
    CHECK(findings_of("港口有方案^[1]。", two_entries) == Lines{"warning never-cited 10 2"});
    CHECK(findings_of("港口有方案^[1]，矿山也有^[2,4]。", two_entries) == Lines{"error no-entry 5 4"});
    CHECK(findings_of("港口没有引注。", two_entries).empty()); // a list of further reading
    CHECK(findings_of("港口有方案^[1]。", "").empty());        // an excerpt
    CHECK(findings_of("港口有方案^[1-2]，见国发[2015]28号，堆场为40 m^3。", two_entries).empty());
}

TEST_CASE("a list that has fewer or more members than announced is found") {
    const auto with = [](const std::string& number, const std::string& members) {
        return findings_of("港口智能化面临" + number + "。" + members, "");
    };
    const std::string three = "一是数据不通。二是标准不齐。三是人才不足。";
    CHECK(with("三方面问题", three).empty());
    CHECK(with("3个突出问题", three).empty());
    CHECK(with("四方面问题", three) == Lines{"warning count 5 4 | 3"});
    CHECK(with("两大挑战", three) == Lines{"warning count 5 2 | 3"});
    CHECK(with("四个问题", "第一，数据不通。第二，标准不齐。第三，人才不足。") == Lines{"warning count 5 4 | 3"});
    CHECK(with("两方面原因", "一方面，数据不通。另一方面，标准不齐。").empty());
    CHECK(with("第四个阶段", three).empty());
    CHECK(with("四个港区的压力，问题突出", three).empty());
}

TEST_CASE("a list is counted over paragraphs and over leads in unlike forms") {
    CHECK(findings_of("面临以下三个问题：\n\n一是数据不通。\n\n二是标准不齐。\n\n三是人才不足。", "").empty());
    CHECK(findings_of("面临以下四个问题：\n\n一是数据不通。\n\n二是标准不齐。\n\n三是人才不足。", "") ==
          Lines{"warning count 5 4 | 3"});
    CHECK(findings_of("面临三个问题。第一，数据不通。第二，标准不齐。第三、人才不足。", "").empty());
    CHECK(findings_of("面临三个问题。第一个是数据不通。第二，标准不齐。第三点，人才不足。", "").empty());
    CHECK(findings_of("面临四个问题。第一个是数据不通。第二个是标准不齐。第三个是人才不足。", "") ==
          Lines{"warning count 5 4 | 3"});
    CHECK(findings_of("面临三个问题。一是数据不通，原因有二：一是口径不一，二是接口不齐。二是标准不齐。三是人才不足。",
                      "")
              .empty());
}

TEST_CASE("members with a bold run-in are counted") {
    const std::string items = "- **数据。** 各港口径不一。\n- **标准。** 接口不齐。\n- **人才。** 懂港口的不懂算法。\n";
    CHECK(findings_of("调研得到三点发现：\n\n" + items, "").empty());
    CHECK(findings_of("调研得到四点发现：\n\n" + items, "") == Lines{"warning count 5 4 | 3"});
}

TEST_CASE("a mark without text before it, and one in a table, show themselves") {
    const auto findings = audit(import_text(paper("^[3]\n\n表1 设备\n\n单位      做法      成效\n甲港^[4]      机器人  "
                                                  "    提速\n乙港      机器人      提速\n\n港口^[1,2]。",
                                                  two_entries)));
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].place.quote == "^[3]");
    CHECK(findings[1].place.quote == "^[4]");
    CHECK(findings[1].place.line == 10);
}

TEST_CASE("each document is held against its own list") {
    const TemporaryFolder folder;
    const std::filesystem::path files[] = {
        folder.write("a.txt", "甲" + paper("港口有方案^[1]，矿山也有^[2]。", two_entries)),
        folder.write("b.txt", "乙" + paper("港口有方案^[2]。", "[1] 国务院. 智能港口建设方案[A]. 2021.\n"))};
    const Graph graph = import_files(files);
    CHECK(findings_of(graph) == Lines{"error no-entry 5 2", "warning never-cited 9 1"});
    CHECK(place_in_words(graph, view_of(audit(graph).front().place)) == "b.txt:5");
}

TEST_CASE("a graph without references and marks has no findings") {
    CHECK(audit(paper_graph()).empty());
    CHECK(audit(Graph()).empty());
}

TEST_CASE("findings are told in both languages and stand in the report") {
    const Graph graph =
        import_text(paper("2021年，国务院印发《智能港口建设方案》^[2]。矿山也有^[1]。", two_entries), {}, "p.txt");
    const auto findings = audit(graph);
    REQUIRE(findings.size() == 1);
    CHECK(finding_in_words(graph, findings.front(), policy_words(Language::en)) ==
          "the mark of 《智能港口建设方案》 cites [2] 绿色矿山建设方案; [1] 智能港口建设方案 fits");
    CHECK(finding_in_words(graph, findings.front(), policy_words(Language::zh)) ==
          "《智能港口建设方案》的引注指向[2] 绿色矿山建设方案，相符的是[1] 智能港口建设方案");
    CHECK(findings.front().place.quote == "2021年，国务院印发《智能港口建设方案》");
    const std::string page = report(graph, {.words = policy_words(Language::en)});
    CHECK(page.find("## What the audit found\n\n- **error** the mark of 《智能港口建设方案》 cites \\[2\\]") !=
          std::string::npos);
    CHECK(page.find("    - p.txt:5 “2021年，国务院印发《智能港口建设方案》”\n") != std::string::npos);
}

TEST_CASE("severities have names") {
    for (const Severity severity : {Severity::note, Severity::warning, Severity::error})
        CHECK(severity_named(name_of(severity)) == severity);
    CHECK_FALSE(severity_named("fatal"));
}

TEST_CASE("the audit of the shared paper finds what is wrong with it, and nothing else of weight") {
    const char* set = std::getenv("ZHITU_SHARED");
    const std::filesystem::path shared = set != nullptr ? set : ZHITU_SOURCE_DIR "/../shared";
    if (!std::filesystem::exists(shared / "paper/paper.txt")) {
        std::cout << "skipped: the audit of the shared paper: ../shared is not here\n";
        return;
    }
    const Graph graph = import_file(shared / "paper/paper.txt");
    std::ostringstream found;
    for (const Finding& finding : audit(graph)) {
        const auto number = [&](const std::optional<NodeId>& entry) {
            return entry ? graph.property(*entry, "number").text() : std::string("-");
        };
        found << finding.code << ' ' << number(finding.entry) << ' ' << number(finding.fitting) << '\n';
    }
    CHECK(found.str() == "other-title 5 -\nuncounted - 9\nwrong-entry 12 13\nwrong-entry 13 14\nwrong-entry 14 12\n"
                         "inexact-title 16 16\nother-title 17 -\n");
}
