#include "cli/run.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

using nlohmann::json;

TEST_CASE("show tells names, properties, quotes and edges of a thing") {
    const std::string out = run_zhitu({"show", robots, "机器人意见"}).out;
    CHECK(out == "名称    机器人产业发展意见\n"
                 "类型    政策 (Policy)\n"
                 "标识    policy:机器人产业发展意见\n"
                 "别名    机器人意见\n"
                 "置信度  0.9\n"
                 "层级    ministry\n"
                 "规则    test.policy\n"
                 "年份    2021\n"
                 "  robots.txt:3   “2021年，工业部发布《机器人产业发展意见》，支持焊接机器人。”\n"
                 "\n"
                 "机器人产业发展意见（2021） ─支持→ 焊接机器人\n"
                 "  规则 test.targets\n"
                 "  robots.txt:3   “2021年，工业部发布《机器人产业发展意见》，支持焊接机器人。”\n"
                 "\n"
                 "工业部 ─发布→ 机器人产业发展意见（2021）\n"
                 "  置信度 0.8, 规则 test.issue\n"
                 "  robots.txt:3   “2021年，工业部发布《机器人产业发展意见》，支持焊接机器人。”\n");
}

TEST_CASE("a thing is found by name, alias and id alike") {
    const std::string by_name = run_zhitu({"show", robots, "机器人产业发展意见"}).out;
    CHECK(run_zhitu({"show", robots, "《机器人意见》"}).out == by_name);
    CHECK(run_zhitu({"show", robots, "policy:机器人产业发展意见"}).out == by_name);
}

TEST_CASE("the JSON of a thing holds its edges with evidence") {
    const json thing = json::parse(run_zhitu({"show", robots, "机器人意见", "--format", "json"}).out);
    CHECK(thing.at("year") == 2021);
    CHECK(thing.at("aliases") == json::array({"机器人意见"}));
    CHECK(thing.at("evidence")[0].at("place") == "robots.txt:3");
    REQUIRE(thing.at("edges").size() == 2);
    CHECK(thing.at("edges")[1].at("key") == "e0");
    CHECK(thing.at("edges")[1].at("confidence") == 0.8);
    CHECK(thing.at("edges")[1].at("evidence")[0].at("line") == 3);
}
