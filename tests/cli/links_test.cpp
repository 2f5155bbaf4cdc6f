#include "cli/run.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

using nlohmann::json;

TEST_CASE("links shows rank, score, pair, path in words and the quotes with file and line") {
    const Run run = run_zhitu({"links", robots, "--limit", "1"});
    CHECK(run.out == " 1  0.35  机器人产业发展意见（2021）  ↔  东山车厂焊接\n"
                     "          机器人产业发展意见（2021） ─支持→ 焊接机器人 ←采用─ 东山车厂焊接\n"
                     "          robots.txt:3    “2021年，工业部发布《机器人产业发展意见》，支持焊接机器人。”\n"
                     "          robots.txt:12   “例如，东山车厂在车身车间投用焊接机器人，焊接工时降低30%。”\n");
}

TEST_CASE("the JSON of links names ids, scores and the edges of the best paths") {
    const json pairs = json::parse(run_zhitu({"links", robots, "--limit", "0", "--format", "json"}).out);
    REQUIRE(pairs.size() == 3);
    CHECK(pairs[0].at("from") == "policy:机器人产业发展意见");
    CHECK(pairs[0].at("to") == "case:东山车厂焊接@机器人用在哪里");
    CHECK(std::abs(pairs[0].at("score").get<double>() - std::sqrt(0.125)) < 1e-12);
    CHECK(pairs[0].at("paths") == 1);
    CHECK(pairs[0].at("best")[0].at("steps") ==
          json::parse(R"([{"edge": "e1", "forward": true}, {"edge": "e2", "forward": false}])"));
    const json graph = json::parse(run_zhitu({"export", robots, "--format", "json"}).out);
    CHECK(graph.at("edges")[1].at("key") == "e1");
    CHECK(graph.at("edges")[1].at("type") == "TARGETS");
}

TEST_CASE("--from and --to take types in every spelling, and names") {
    const std::string by_type =
        run_zhitu({"links", robots, "--from", "Firm", "--to", "Technology", "--via", "Case"}).out;
    CHECK(run_zhitu({"links", robots, "--from", "企业", "--to", "technology", "--via", "案例"}).out == by_type);
    CHECK(run_zhitu({"links", robots, "--from", "东山车厂", "--to", "焊接机器人", "--via", "Case"}).out == by_type);
    CHECK_THAT(by_type, Contains("东山车厂 ─实施→ 东山车厂焊接 ─采用→ 焊接机器人"));
}

TEST_CASE("--via takes a list with commas") {
    CHECK(lines_of(run_zhitu({"links", robots, "--format", "csv", "--via", "Technology,Scenario"}).out).size() == 4);
    CHECK(lines_of(run_zhitu({"links", robots, "--format", "csv", "--via", "Technology"}).out).size() == 3);
    CHECK(lines_of(run_zhitu({"links", robots, "--format", "csv", "--max-length", "2"}).out).size() == 3);
}

TEST_CASE("--matrix has a row for each policy and a column for each case") {
    const auto lines = lines_of(run_zhitu({"links", robots, "--matrix", "--format", "csv"}).out);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].starts_with("name,东山车厂焊接,"));
    CHECK(lines[1].starts_with("机器人产业发展意见,0.353553390"));
    CHECK(lines[3] == "无关办法,,\r");
    CHECK_THAT(run_zhitu({"links", robots, "--matrix"}).out, Contains("0.354"));
}

TEST_CASE("--unlinked lists what has no pair") {
    const auto lines = lines_of(run_zhitu({"links", robots, "--unlinked", "--format", "csv"}).out);
    REQUIRE(lines.size() == 2);
    CHECK_THAT(lines[1], Contains("无关办法"));
    CHECK_THAT(run_zhitu({"links", robots, "--unlinked", "--max-length", "2"}).out,
               Contains("质量检测计划（2019） ─支持→ 质量检测 ←支撑─ 机器视觉"));
}

TEST_CASE("no pair is an answer") {
    const std::vector<std::string> none{"links", robots, "--from", "Firm", "--to", "Policy", "--max-length", "1"};
    CHECK(run_zhitu(none).status == 0);
    CHECK(run_zhitu(none).out == "没有关联\n");
    auto as_json = none;
    as_json.insert(as_json.end(), {"--format", "json"});
    CHECK(run_zhitu(as_json).out == "[]\n");
}
