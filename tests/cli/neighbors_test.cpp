#include "cli/run.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

using nlohmann::json;

TEST_CASE("neighbors shows each edge with its first quote and place") {
    const auto lines = lines_of(run_zhitu({"neighbors", robots, "焊接机器人"}).out);
    REQUIRE(lines.size() == 5);
    CHECK(lines[2] == "机器人产业发展意见（2021）  支持  焊接机器人  robots.txt:3   "
                      "2021年，工业部发布《机器人产业发展意见》，支持焊接机器人。");
    CHECK(lines[4] == "西河\"玻璃|瓷砖\",检测        采用  焊接机器人");
}

TEST_CASE("hops, types and direction choose what is near") {
    const auto rows = [](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"neighbors", robots, "焊接机器人", "--format", "csv"});
        return lines_of(run_zhitu(arguments).out).size() - 1;
    };
    CHECK(rows({}) == 3);
    CHECK(rows({"--hops", "2"}) == 7);
    CHECK(rows({"--hops", "0"}) == 0);
    CHECK(rows({"--edge-type", "USES"}) == 2);
    CHECK(rows({"--node-type", "Policy"}) == 1);
    CHECK(rows({"--direction", "out"}) == 0);
    CHECK(rows({"--limit", "2"}) == 1);
}

TEST_CASE("the JSON of a neighbourhood is a graph") {
    const json graph = json::parse(run_zhitu({"neighbors", robots, "工业部", "--format", "json"}).out);
    CHECK(graph.at("nodes").size() == 2);
    CHECK(graph.at("edges")[0].at("type") == "ISSUED");
}

TEST_CASE("a thing without neighbours is an answer") {
    const Run run = run_zhitu({"neighbors", robots, "无关办法"});
    CHECK(run.status == 0);
    CHECK(run.out == "没有相邻的节点\n");
}
