// What holds for every command alike.
#include "cli/run.hpp"
#include "test.hpp"

#include <map>

namespace {

/// The names below "Commands:" in the help of the program.
std::vector<std::string> names_in_help() {
    std::vector<std::string> names;
    bool inside = false;
    for (const std::string& line : lines_of(run_zhitu({"--help"}).out)) {
        if (inside && line.empty()) break;
        if (inside && line[2] != ' ') names.push_back(line.substr(2, line.find(' ', 2) - 2));
        if (line == "Commands:") inside = true;
    }
    return names;
}

/// A plain call of each command.
const std::map<std::string, std::vector<std::string>> calls{
    {"import", {"import", robots}},
    {"links", {"links", robots}},
    {"list", {"list", robots, "Policy"}},
    {"report", {"report", robots}},
    {"audit", {"audit", robots}},
    {"show", {"show", robots, "焊接机器人"}},
    {"neighbors", {"neighbors", robots, "焊接机器人"}},
    {"paths", {"paths", robots, "东山车厂", "工业部"}},
    {"export", {"export", robots, "--format", "dot"}},
    {"stats", {"stats", robots}},
    {"merge", {"merge", robots}},
    {"diff", {"diff", robots, robots}},
    {"schema", {"schema"}},
    {"eval", {"eval", robots, robots}},
    {"pack", {"pack", "check", ZHITU_SOURCE_DIR "/packs/zh"}},
};

} // namespace

TEST_CASE("the help of every command has the same chapters") {
    const auto names = names_in_help();
    REQUIRE(names.size() >= 11);
    for (const std::string& name : names) {
        CAPTURE(name);
        const Run help = run_zhitu({name, "--help"});
        CHECK(help.status == 0);
        CHECK(help.err.empty());
        CHECK(help.out.starts_with("zhitu " + name + ": "));
        for (const char* chapter : {"\nUsage: zhitu ", "\nDescription:\n  ", "\nOptions:\n  ", "\nExamples:\n  zhitu ",
                                    "\nExit status:\n  0"})
            CHECK_THAT(help.out, Contains(chapter));
        for (const std::string& line : lines_of(help.out)) {
            CHECK(line.size() <= 100);
            CHECK((line.empty() || line.back() != ' '));
        }
    }
}

TEST_CASE("every command answers on standard output only, and twice the same") {
    for (const std::string& name : names_in_help()) {
        CAPTURE(name);
        REQUIRE(calls.contains(name));
        if (name == "pack" && !std::filesystem::exists(calls.at(name).back())) continue;
        const Run first = run_zhitu(calls.at(name));
        CHECK(first.status == 0);
        CHECK(first.err.empty());
        CHECK(!first.out.empty());
        CHECK(run_zhitu(calls.at(name)).out == first.out);
    }
}

TEST_CASE("standard input is a graph too") {
    CHECK(run_zhitu({"stats", "-"}, read(robots)).out == run_zhitu({"stats", robots}).out);
}

TEST_CASE("the version is told") {
    const Run version = run_zhitu({"--version"});
    CHECK(version.status == 0);
    CHECK(version.out.starts_with("zhitu 0."));
}
