#include "cli/run.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

using nlohmann::json;

namespace {

constexpr const char* before = R"({"nodes": [{"id": "policy:p", "type": "Policy", "name": "p", "year": 2020},
    {"id": "region:r", "type": "Region", "name": "r"}], "edges": []})";
constexpr const char* after = R"({"nodes": [{"id": "policy:p", "type": "Policy", "name": "p", "year": 2021},
    {"id": "firm:f", "type": "Firm", "name": "f"}],
    "edges": [{"source": "policy:p", "target": "firm:f", "type": "CITES"}]})";

} // namespace

TEST_CASE("equal graphs differ in nothing") {
    const Run run = run_zhitu({"diff", robots, robots, "--lang", "en"});
    CHECK(run.status == 0);
    CHECK(run.out == "the graphs are equal\n");
    CHECK(run_zhitu({"diff", robots, robots, "--format", "json"}).out == "[]\n");
}

TEST_CASE("what differs is a row, and the status 1") {
    const Scratch scratch;
    const std::string a = scratch.write("a.json", before), b = scratch.write("b.json", after);
    const Run run = run_zhitu({"diff", a, b, "--format", "json", "--lang", "en"});
    CHECK(run.status == 1);
    const json rows = json::parse(run.out);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].at("change") == "new");
    CHECK(rows[0].at("id") == "firm:f");
    CHECK(rows[1].at("change") == "changed");
    CHECK(rows[1].at("property") == "year");
    CHECK(rows[1].at("before") == 2020);
    CHECK(rows[1].at("after") == 2021);
    CHECK(rows[2].at("change") == "gone");
    CHECK(rows[3].at("id") == "policy:p -CITES-> firm:f");
    for (const char* format : {"table", "csv", "md"}) {
        const Run other = run_zhitu({"diff", a, b, "--format", format});
        CHECK(other.status == 1);
        CHECK_THAT(other.out, Contains("2021"));
    }
}

TEST_CASE("a type picks rows, by any of its names; an unknown one is a wrong usage") {
    const Scratch scratch;
    const std::string a = scratch.write("a.json", before), b = scratch.write("b.json", after);
    CHECK(json::parse(run_zhitu({"diff", a, b, "--type", "政策", "--format", "json"}).out).size() == 1);
    CHECK(run_zhitu({"diff", a, b, "--type", "Technology"}).status == 0);
    CHECK(run_zhitu({"diff", a, b, "--type", "Planet"}).status == 2);
}
