#include "cli/run.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

using nlohmann::json;

TEST_CASE("a graph goes through every format to a file and back") {
    const std::string before = run_zhitu({"export", robots, "--format", "json"}).out;
    const Scratch scratch;
    for (const std::string name : {"robots.graphml", "robots.json", "robots.graphml.gz", "robots.json.zst"}) {
        CHECK(run_zhitu({"export", robots, "-o", scratch.file(name)}).status == 0);
        CHECK(run_zhitu({"export", scratch.file(name), "--format", "json"}).out == before);
    }
    CHECK(json::parse(before).at("nodes").size() == 11);
}

TEST_CASE("the options of formats reach them") {
    const auto with = [](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"export", robots});
        return run_zhitu(arguments).out;
    };
    CHECK_THAT(with({"--format", "dot", "--font", "Ming"}), Contains("fontname=\"Ming\""));
    CHECK(with({"--format", "dot"}).find("subgraph") == std::string::npos);
    CHECK_THAT(with({"--format", "dot", "--cluster"}), Contains("subgraph"));
    CHECK(with({"--format", "dot", "--dialect", "plain"}) != with({"--format", "dot"}));
    CHECK(json::parse(with({"--format", "json", "--edges-key", "links"})).at("links").size() == 9);
    CHECK_THAT(with({"--format", "dot", "--lang", "en"}), Contains("label=\"targets\""));
}
