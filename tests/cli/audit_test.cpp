#include "cli/run.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

namespace {

const std::string wrong =
    "港口札记\n\n1 现状\n\n2021年，国务院印发《智能港口建设方案》^[2]。矿山也有方案^[1]。\n\n参考文献\n\n"
    "[1] 国务院. 智能港口建设方案[A]. 2021.\n[2] 国务院. 绿色矿山建设方案[A]. 2022.\n";
const std::string right = "港口札记\n\n1 现状\n\n2021年，国务院印发《智能港口建设方案》^[1]。\n\n参考文献\n\n"
                          "[1] 国务院. 智能港口建设方案[A]. 2021.\n";
const std::string uncited = right + "[2] 国务院. 绿色矿山建设方案[A]. 2022.\n";

} // namespace

TEST_CASE("audit shows what disagrees, where, and the entry that fits") {
    const Scratch scratch;
    const Run run = run_zhitu({"audit", scratch.write("p.txt", wrong), "--lang", "en"});
    CHECK(run.status == 0);
    CHECK(
        run.out ==
        "error  the mark of 《智能港口建设方案》 cites [2] 绿色矿山建设方案; [1] 智能港口建设方案 fits  (wrong-entry)\n"
        "  p.txt:5   “2021年，国务院印发《智能港口建设方案》”\n");
}

TEST_CASE("audit fails where it is asked to, on the severity or a higher one") {
    const Scratch scratch;
    const auto status = [&](const std::string& text, const std::string& severity) {
        return run_zhitu({"audit", scratch.write("p.txt", text), "--fail-on", severity}).status;
    };
    for (const char* severity : {"note", "warning", "error"}) {
        CHECK(status(wrong, severity) == 1);
        CHECK(status(right, severity) == 0);
    }
    CHECK(status(uncited, "warning") == 1);
    CHECK(status(uncited, "error") == 0);
    CHECK(run_zhitu({"audit", scratch.write("p.txt", wrong)}).status == 0);
}

TEST_CASE("nothing that disagrees is an answer") {
    const Scratch scratch;
    const std::string file = scratch.write("p.txt", right);
    CHECK(run_zhitu({"audit", file, "--lang", "en"}).out == "nothing disagrees\n");
    CHECK(run_zhitu({"audit", file, "--format", "json"}).out == "[]\n");
}

TEST_CASE("a graph that was written and read back has the findings of its paper") {
    const Scratch scratch;
    const std::string paper = scratch.write("p.txt", uncited + "\n" + wrong);
    const std::string findings = run_zhitu({"audit", paper, "--format", "json"}).out;
    CHECK_FALSE(nlohmann::json::parse(findings).empty());
    for (const char* name : {"p.json", "p.graphml"}) {
        REQUIRE(run_zhitu({"import", paper, "-o", scratch.file(name)}).status == 0);
        CHECK(run_zhitu({"audit", scratch.file(name), "--format", "json"}).out == findings);
    }
}

TEST_CASE("findings have stable keys in JSON and a row each in the other forms") {
    const Scratch scratch;
    const std::string file = scratch.write("p.txt", wrong);
    const auto json = nlohmann::json::parse(run_zhitu({"audit", file, "--format", "json"}).out);
    REQUIRE(json.size() == 1);
    CHECK(json[0]["severity"] == "error");
    CHECK(json[0]["code"] == "wrong-entry");
    CHECK(json[0]["place"] == "p.txt:5");
    CHECK(json[0]["fitting"] == "[1] 智能港口建设方案");
    CHECK(json[0]["quote"] == "2021年，国务院印发《智能港口建设方案》");
    CHECK(lines_of(run_zhitu({"audit", file, "--format", "csv"}).out).size() == 2);
    CHECK_THAT(run_zhitu({"audit", file, "--format", "md", "--lang", "en"}).out,
               Contains("| error | wrong-entry | p.txt:5 |"));
}
