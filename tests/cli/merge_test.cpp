#include "cli/run.hpp"
#include "test.hpp"

TEST_CASE("merging the graphs of papers gives the graph of the papers") {
    const Scratch scratch;
    const std::string one = scratch.write("one.txt", "甲文\n\n1 政策\n\n2021年，工业部发布《机器人产业发展意见》。\n");
    const std::string two = scratch.write("two.txt", "乙文\n\n1 政策\n\n2021年，工业部发布《质量检测计划》。\n");
    for (const std::string& paper : {one, two})
        REQUIRE(run_zhitu({"import", paper, "-o", paper + ".json"}).status == 0);
    const std::string papers = run_zhitu({"import", one, two}).out;
    CHECK(run_zhitu({"merge", one + ".json", two + ".json"}).out == papers);
    CHECK(run_zhitu({"merge", two, one + ".json"}).out == papers);
}

TEST_CASE("a bad graph among good ones gets its line and the status 3") {
    const Scratch scratch;
    const std::string bad = scratch.write("bad.json", "{");
    const Run run = run_zhitu({"merge", bad, robots, "-o", scratch.file("out.json")});
    CHECK(run.status == 3);
    REQUIRE(lines_of(run.err).size() == 1);
    CHECK_THAT(run.err, Contains(bad + ":1:"));
    CHECK(run_zhitu({"diff", robots, scratch.file("out.json")}).status == 0);
}

TEST_CASE("--jobs is a number from 1 on") {
    CHECK(run_zhitu({"merge", robots, "--jobs", "2"}).status == 0);
    CHECK(run_zhitu({"merge", robots, "--jobs", "0"}).status == 2);
}
