#include "cli/run.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

using nlohmann::json;

namespace {

constexpr const char* one_firm = R"({"nodes": [{"id": "firm:x", "type": "Firm", "name": "x"}], "edges": []})";
constexpr const char* broken = R"({"nodes": [{"id": "firm:half", "type": "Firm"}, {"id": )";
constexpr const char* strange = R"({"nodes": [{"id": "a", "type": "Planet"}], "edges": []})";

} // namespace

TEST_CASE("several files become one graph") {
    const Scratch scratch;
    const Run run = run_zhitu({"import", robots, scratch.write("x.json", one_firm), "-o", scratch.file("all.graphml")});
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    const json graph = json::parse(run_zhitu({"import", scratch.file("all.graphml")}).out);
    CHECK(graph.at("nodes").size() == 12);
}

TEST_CASE("of many files the good ones are imported, and nothing of a bad one") {
    const Scratch scratch;
    const std::string bad = scratch.write("broken.json", broken);
    const std::string missing = scratch.file("missing.json");
    const Run run = run_zhitu({"import", bad, "-", missing}, one_firm);
    CHECK(run.status == 3);
    const auto errors = lines_of(run.err);
    REQUIRE(errors.size() == 2);
    CHECK(errors[0].starts_with("zhitu: error: " + bad + ":1:"));
    CHECK(errors[1].starts_with("zhitu: error: " + missing + ": cannot be read"));
    const json graph = json::parse(run.out);
    REQUIRE(graph.at("nodes").size() == 1);
    CHECK(graph.at("nodes")[0].at("id") == "firm:x");
}

TEST_CASE("one bad file writes nothing") {
    const Scratch scratch;
    const Run run = run_zhitu({"import", scratch.write("broken.json", broken), "-o", scratch.file("out.json")});
    CHECK(run.status == 3);
    CHECK(scratch.count() == 1);
}

TEST_CASE("tables of nodes and edges become one graph, and a graph becomes tables") {
    const Scratch scratch;
    const std::string before = run_zhitu({"export", robots, "--format", "json"}).out;
    CHECK(run_zhitu({"export", robots, "-o", scratch.file("g.csv")}).status == 0);
    CHECK(scratch.count() == 2);
    const std::string nodes = scratch.file("g.nodes.csv"), edges = scratch.file("g.edges.csv");
    const Run run = run_zhitu({"import", edges, nodes});
    CHECK(run.status == 0);
    CHECK(json::parse(run.out).at("nodes") == json::parse(before).at("nodes"));
    CHECK(json::parse(run.out).at("edges") == json::parse(before).at("edges"));
    CHECK(run_zhitu({"import", nodes, edges}).out == run.out);
    CHECK(run_zhitu({"import", scratch.file("g.csv")}).out == run.out);
    CHECK(json::parse(run_zhitu({"import", nodes, edges, scratch.write("x.json", one_firm)}).out).at("nodes").size() ==
          12);
}

TEST_CASE("a compressed file that is torn, or unpacks to nonsense, is one line and no output") {
    const Scratch scratch;
    for (const std::string name : {"g.json.gz", "g.graphml.zst", "g.csv.gz"}) {
        INFO(name);
        CHECK(run_zhitu({"export", robots, "-o", scratch.file(name)}).status == 0);
        const std::string file = name == "g.csv.gz" ? scratch.file("g.nodes.csv.gz") : scratch.file(name);
        const std::string bytes = read(file);
        scratch.write(std::filesystem::path(file).filename().string(), bytes.substr(0, bytes.size() / 2));
        const Run run = run_zhitu({"export", scratch.file(name), "-o", scratch.file("out.json")});
        CHECK(run.status == 3);
        REQUIRE(lines_of(run.err).size() == 1);
        CHECK(run.err.starts_with("zhitu: error: " + file + ": the "));
        CHECK_THAT(run.err, Contains("data break off after " + std::to_string(bytes.size() / 2) + " bytes; "));
        CHECK_FALSE(std::filesystem::exists(scratch.file("out.json")));
    }
}

TEST_CASE("a row with too few columns, and an edge whose node never comes, are one line each") {
    const Scratch scratch;
    const std::string nodes = scratch.write("nodes.csv", "id,type,name\na,Firm,A\nb,Firm\n");
    const Run short_row = run_zhitu({"import", nodes, "-o", scratch.file("out.json")});
    CHECK(short_row.status == 3);
    CHECK(short_row.err.starts_with("zhitu: error: " + nodes + ":3:1: a row of 2 cells under a header of 3; "));
    const std::string edges = scratch.write("edges.csv", "source,target\na,c\n");
    scratch.write("nodes.csv", "id,type,name\na,Firm,A\n");
    const Run lost = run_zhitu({"import", nodes, edges, "-o", scratch.file("out.json")});
    CHECK(lost.status == 3);
    CHECK(lost.err.starts_with("zhitu: error: " + edges + ":2:1: an edge names the node 'c'"));
    CHECK(scratch.count() == 2);
}

TEST_CASE("what the schema does not know is a warning, or an error with --strict") {
    const Scratch scratch;
    const std::string path = scratch.write("strange.json", strange);
    const Run lax = run_zhitu({"import", path});
    CHECK(lax.status == 0);
    CHECK(lax.err.starts_with("zhitu: warning: "));
    CHECK(lines_of(lax.err).size() == 1);
    const Run strict = run_zhitu({"import", path, "--strict"});
    CHECK(strict.status == 3);
    CHECK(strict.out.empty());
    CHECK_THAT(strict.err, Contains("Planet"));
}

TEST_CASE("a bar shows how far a long import is, on a terminal only") {
    if (!has_terminal()) return;
    const Scratch scratch;
    const std::string path = scratch.write("x.json", one_firm);
    const Run seen = run_on_terminal({"import", path, robots, "-o", scratch.file("out.json")}, 80);
    CHECK_THAT(seen.out, Contains("] 0/2 "));
    CHECK_THAT(seen.out, Contains("[############............] 1/2 "));
    CHECK(seen.out.ends_with("\x1b[K")); // and goes when it is done
    CHECK(run_on_terminal({"import", path, "-o", scratch.file("out.json")}, 80).out.empty());
}

TEST_CASE("a stage of reading is shown as JSON lines") {
    const Scratch scratch;
    const std::string paper = scratch.write("paper.txt", "1 概述\n2021年，工业部发布《机器人产业发展意见》。\n");
    const Run run = run_zhitu({"import", "--stage", "layout", paper});
    CHECK(run.status == 0);
    REQUIRE(!lines_of(run.out).empty());
    for (const std::string& line : lines_of(run.out)) CHECK(json::accept(line));
}

TEST_CASE("a sentence is explained") {
    const Run run = run_zhitu({"import", "--explain", "2021年，工业部发布《机器人产业发展意见》。"});
    CHECK(run.status == 0);
    CHECK_THAT(run.out, Contains("机器人产业发展意见"));
}

TEST_CASE("a pack of one's own is read on top of ours") {
    const Scratch scratch;
    const std::string pack = scratch.file("pack");
    std::filesystem::create_directories(pack + "/rules");
    std::filesystem::create_directories(pack + "/terms");
    const std::string paper = scratch.write("paper.txt", "车间观察\n\n1 案例\n\n展会上有光子雕花炉。\n");
    scratch.write("pack/terms/own.txt", "@type Technology\n[certain]\n光子雕花炉\n");
    CHECK(run_zhitu({"import", paper}).out.find("technology:光子雕花炉") == std::string::npos);
    CHECK_THAT(run_zhitu({"import", paper, "--pack", pack}).out, Contains("technology:光子雕花炉"));
    CHECK_THAT(run_zhitu({"import", "--pack", pack, "--explain", "展会上有光子雕花炉。"}).out,
               Contains("node Technology: 光子雕花炉 (term 0."));
    CHECK_THAT(run_zhitu({"list", paper, "Technology", "--pack", pack}).out, Contains("光子雕花炉"));

    const std::string rules = scratch.write("pack/rules/own.rules", "frame own.rule\n  triger such-as\n");
    const Run run = run_zhitu({"import", paper, "--pack", pack, "-o", scratch.file("out.json")});
    CHECK(run.status == 3);
    CHECK_THAT(run.err, Contains("zhitu: error: " + rules + ":2: unknown key 'triger'; use trigger"));
    CHECK_FALSE(std::filesystem::exists(scratch.file("out.json")));
}
