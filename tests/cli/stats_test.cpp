#include "cli/run.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using nlohmann::json;

TEST_CASE("stats counts by type, by key and in the reader's language") {
    const auto lines = lines_of(run_zhitu({"stats", robots}).out);
    const auto has = [&](const std::string& line) {
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    };
    CHECK(has("Policy               政策               3"));
    CHECK(has("USES                 采用               3"));
    CHECK(has("isolated             孤立节点           1"));
    CHECK_THAT(run_zhitu({"stats", robots, "--lang", "en"}).out, Contains("isolated nodes"));
}

TEST_CASE("the JSON of stats is one object") {
    const json held = json::parse(run_zhitu({"stats", robots, "--format", "json"}).out);
    CHECK(held.at("nodes") == 11);
    CHECK(held.at("edges") == 9);
    CHECK(held.at("node_types").at("Policy") == 3);
    CHECK(held.at("edge_types").at("TARGETS") == 2);
    CHECK(held.at("edges_with_evidence") == 4);
}
