#include "cli/run.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

using nlohmann::json;

TEST_CASE("schema shows every type with its name and ends") {
    const std::string zh = run_zhitu({"schema"}).out;
    CHECK_THAT(zh, Contains("政策"));
    CHECK_THAT(zh, Contains("Policy → Technology, Scenario, Industry"));
    CHECK_THAT(run_zhitu({"schema", "--lang", "en"}).out, Contains("Issuing body"));
}

TEST_CASE("the JSON of the schema is the schema") {
    const json shown = json::parse(run_zhitu({"schema", "--format", "json"}).out);
    const json kept = json::parse(read(ZHITU_SOURCE_DIR "/packs/policy/schema.json"));
    CHECK(shown.at("nodes").size() == kept.at("nodes").size());
    CHECK(shown.at("edges").size() == kept.at("edges").size());
    CHECK(shown.at("nodes").at("Case").at("names").at("zh") == "案例");
    CHECK(shown.at("edges").at("USES").at("ends") == json::parse(R"([["Case", "Technology"]])"));
}
