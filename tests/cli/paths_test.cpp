#include "cli/run.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

using nlohmann::json;

TEST_CASE("paths shows length, words and quotes, each sentence once") {
    const Run run = run_zhitu({"paths", robots, "东山车厂", "机器人意见"});
    CHECK(run.out == " 1  3  东山车厂 ─实施→ 东山车厂焊接 ─采用→ 焊接机器人 ←支持─ 机器人产业发展意见（2021）\n"
                     "       robots.txt:12   “例如，东山车厂在车身车间投用焊接机器人，焊接工时降低30%。”\n"
                     "       robots.txt:3    “2021年，工业部发布《机器人产业发展意见》，支持焊接机器人。”\n");
}

TEST_CASE("a graph of a path holds its nodes and edges only") {
    const json graph = json::parse(run_zhitu({"paths", robots, "工业部", "焊接机器人", "--format", "json"}).out);
    CHECK(graph.at("nodes").size() == 3);
    CHECK(graph.at("edges").size() == 2);
}

TEST_CASE("length, types and direction narrow the paths") {
    CHECK(run_zhitu({"paths", robots, "东山车厂", "工业部", "--max-length", "3"}).out == "两者之间没有路径\n");
    CHECK(run_zhitu({"paths", robots, "东山车厂", "工业部", "--direction", "out"}).out == "两者之间没有路径\n");
    CHECK(run_zhitu({"paths", robots, "东山车厂", "工业部", "--edge-type", "USES", "支持"}).out ==
          "两者之间没有路径\n");
    CHECK(run_zhitu({"paths", robots, "东山车厂", "工业部", "--max-length", "4"}).out.starts_with(" 1  4  东山车厂"));
}

TEST_CASE("no path is an answer") {
    const Run run = run_zhitu({"paths", robots, "东山车厂", "无关办法", "--lang", "en"});
    CHECK(run.status == 0);
    CHECK(run.out == "there is no path between the two\n");
}

TEST_CASE("--all enumerates, and says when there are too many") {
    CHECK(lines_of(run_zhitu({"paths", robots, "工业部", "机器视觉", "--all", "--format", "csv"}).out).size() == 2);
    // A ladder of parallel edges: 4 ^ 9 paths of nine steps.
    json graph{{"nodes", json::array()}, {"edges", json::array()}};
    for (int i = 0; i < 10; ++i) graph["nodes"].push_back({{"id", std::to_string(i)}, {"type", "Firm"}});
    for (int i = 0; i < 9; ++i)
        for (int copy = 0; copy < 4; ++copy)
            graph["edges"].push_back(
                {{"source", std::to_string(i)}, {"target", std::to_string(i + 1)}, {"type", "SERVES"}});
    const Scratch scratch;
    const std::string path = scratch.write("ladder.json", graph.dump());
    const Run run = run_zhitu({"paths", path, "0", "9", "--all", "--max-length", "9", "--format", "csv"});
    CHECK(run.status == 4);
    CHECK(run.err == "zhitu: error: only 100000 paths are shown, there are more; lower --max-length or name types\n");
    CHECK(lines_of(run.out).size() == 100001);
}
