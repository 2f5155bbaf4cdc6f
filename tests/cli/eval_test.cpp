#include "cli/run.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using nlohmann::json;

namespace {

constexpr std::string_view paper =
    "车间观察\n\n1 案例\n\n大疆推出植保无人机。\n2021年，工业部发布《机器人产业发展意见》。\n";

constexpr std::string_view gold = R"({"document": "paper", "nodes": [
  {"id": "f", "type": "Firm", "name": "大疆", "evidence": "大疆推出植保无人机"},
  {"id": "t", "type": "Technology", "name": "国产植保无人机", "evidence": "大疆推出植保无人机"},
  {"id": "r", "type": "Region", "name": "东山", "evidence": "工业部发布《机器人"},
  {"id": "p", "type": "Policy", "name": "机器人产业发展意见", "optional": true, "evidence": "机器人产业发展意见"}],
 "edges": [
  {"type": "DEVELOPS", "from": "f", "to": "t", "evidence": "大疆推出植保无人机"},
  {"type": "LOCATED_IN", "from": "f", "to": "r", "evidence": "大疆推出植保无人机"}]})";

struct Files {
    Scratch scratch;
    std::string paper_file = scratch.write("paper.txt", paper);
    std::string gold_file = scratch.write("gold.json", gold);

    [[nodiscard]] Run eval(std::vector<std::string> more) const {
        more.insert(more.begin(), {"eval", gold_file, paper_file});
        return run_zhitu(more);
    }
};

} // namespace

TEST_CASE("a paper is compared with its annotation") {
    const json found = json::parse(Files().eval({"--format", "json"}).out);
    CHECK(found.at("nodes").at("types").at("Firm") ==
          json({{"right", 1}, {"wrong", 0}, {"missing", 0}, {"precision", 1.0}, {"recall", 1.0}, {"f1", 1.0}}));
    CHECK(found.at("nodes").at("types").at("Technology").at("right") == 1); // a grade makes no difference
    CHECK(found.at("nodes").at("missing") == 1);
    CHECK(found.at("edges").at("types").at("DEVELOPS").at("right") == 1);
    CHECK(found.at("edges").at("missing") == 1);
    CHECK(found.at("evidence") == 1.0);
    CHECK(found.at("years") == json({{"right", 0}, {"all", 0}}));
    CHECK_FALSE(found.contains("rules"));
}

TEST_CASE("the tables have a row a type and one for all") {
    const Files files;
    const std::string csv = files.eval({"--format", "csv", "--lang", "en"}).out;
    CHECK(csv.starts_with("element,type,right,wrong,missing,precision,recall,f1\r\nnode,"));
    CHECK_THAT(csv, Contains("\r\nnode,Region,0,0,1,0,0,0\r\n"));
    CHECK_THAT(csv, Contains("\r\nedge,all,1,"));
    const std::string text = files.eval({"--lang", "en"}).out;
    CHECK(text.starts_with("node  F1 "));
    CHECK_THAT(text, Contains("\npolicies with the right year 0/0\n"));
    CHECK_THAT(files.eval({"--lang", "zh"}).out, Contains("准确率"));
    CHECK(files.eval({"--format", "md"}).out.starts_with("| "));
}

TEST_CASE("what was missed is shown with its place and quote") {
    const Files files;
    const std::string text = files.eval({"--misses", "--lang", "en"}).out;
    CHECK_THAT(text, Contains("\nmissing  node Region 东山\n  paper.txt:6   “工业部发布《机器人”\n"));
    CHECK_THAT(text, Contains("\nmissing  edge LOCATED_IN 大疆 → 东山\n  paper.txt:5 "));
    const json found = json::parse(files.eval({"--misses", "--format", "json"}).out);
    CHECK(found.at("misses")[0].at("name") == "东山");
    CHECK(found.at("misses")[0].at("quotes")[0].at("place") == "paper.txt:6");
    CHECK(files.eval({"--misses", "--format", "csv"}).out.starts_with("verdict,element,type,name,rule,quote\r\n"));
}

TEST_CASE("rules are shown with what they found") {
    const Files files;
    const json graph = json::parse(run_zhitu({"import", files.paper_file}).out);
    const auto& edges = graph.at("edges");
    const auto develops =
        std::find_if(edges.begin(), edges.end(), [](const json& edge) { return edge.at("type") == "DEVELOPS"; });
    REQUIRE(develops != edges.end());
    const json found = json::parse(files.eval({"--rules", "--format", "json"}).out);
    const auto& rules = found.at("rules");
    const auto row = std::find_if(rules.begin(), rules.end(),
                                  [&](const json& rule) { return rule.at("rule") == develops->at("rule"); });
    REQUIRE(row != rules.end());
    CHECK(row->at("right") == 1);
    CHECK(row->at("wrong") == 0);
    CHECK(row->at("precision") == 1.0);
    CHECK(files.eval({"--rules", "--format", "csv"}).out.starts_with("rule,right,wrong,optional,sole,precision\r\n"));
}

TEST_CASE("a graph is compared with the text that --text names") {
    const Files files;
    const std::string graph = files.scratch.file("graph.json");
    REQUIRE(run_zhitu({"import", files.paper_file, "-o", graph}).status == 0);
    const std::string of_paper = files.eval({"--format", "json"}).out;
    CHECK(run_zhitu({"eval", files.gold_file, graph, "--text", files.paper_file, "--format", "json"}).out == of_paper);
    const std::string other = files.scratch.write("other.txt", "别的文字。\n");
    const json found =
        json::parse(run_zhitu({"eval", files.gold_file, graph, "--text", other, "--format", "json"}).out);
    CHECK(found.at("evidence") == 0.0);
    CHECK(found.at("edges").at("right") == 0);
    CHECK_THAT(run_zhitu({"eval", files.gold_file, graph, "--text", other, "--misses", "--lang", "en"}).out,
               Contains("\nwrong quote  edge DEVELOPS 大疆 → 植保无人机  ("));
}

TEST_CASE("an annotation that is none is refused with its place") {
    const Files files;
    const Run run = run_zhitu({"eval", files.paper_file, files.paper_file});
    CHECK(run.status == 3);
    CHECK(run.err.starts_with("zhitu: error: " + files.paper_file + ":1:1: is not valid JSON"));
}
