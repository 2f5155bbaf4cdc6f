// Every mistake gets one line that says what is wrong and what to do, and its own exit status.
#include "cli/run.hpp"
#include "test.hpp"

namespace {

struct Mistake {
    std::vector<std::string> arguments;
    int status;
    std::string line; // a part of it
};

const std::string nowhere = "/nonexistent/graph.json";
const std::string folder = ZHITU_SOURCE_DIR "/tests";

const std::vector<Mistake> mistakes{
    {{}, 2, "no command is given; see `zhitu --help`"},
    {{"linsk"}, 2, "there is no command 'linsk'; did you mean `links`?"},
    {{"--lang", "en", "frobnicate"}, 2, "there is no command 'frobnicate'; see `zhitu --help`"},
    {{"links"}, 2, "GRAPH is required; see `zhitu links --help`"},
    {{"links", robots, "--frobnicate"}, 2, "--frobnicate; see `zhitu links --help`"},
    {{"links", robots, "--limit", "many"}, 2, "--limit = many; see"},
    {{"links", robots, "--lang", "fr"}, 2, "--lang: fr not in {zh,en}"},
    {{"links", robots, "--from", "Polcy"}, 2, "'Polcy' is neither a type nor a node; types: Case, Firm"},
    {{"links", robots, "--via", "Technik"}, 2, "there is no node type 'Technik'; the graph has: Case"},
    {{"links", robots, "--damping", "2"}, 2, "damping"},
    {{"links", robots, "--matrix", "--unlinked"}, 2, "excludes"},
    {{"paths", robots, "东山车厂", "工业部", "--k", "0"}, 2, "'0' is no whole number from 1 on"},
    {{"paths", robots, "东山车厂", "工业局"}, 2, "no node is called '工业局'; near names: 工业部"},
    {{"neighbors", robots, "焊接机器"}, 2, "near names: 焊接机器人"},
    {{"neighbors", robots, "工业部", "--edge-type", "LIKES"}, 2, "there is no edge type 'LIKES'"},
    {{"neighbors", robots, "工业部", "--direction", "up"}, 2, "--direction: up not in {both,in,out}"},
    {{"audit", robots, "--fail-on", "doubt"}, 2, "--fail-on: doubt not in {note,warning,error}"},
    {{"show", robots, "nothing"}, 2, "no node is called 'nothing'"},
    {{"list", robots, "Planet"}, 2, "there is no node type 'Planet'; the graph has: Case"},
    {{"list", robots, "Policy", "--where", "colour=red"}, 2, "'colour'"},
    {{"stats", robots, "--format", "pdf"}, 2, "unknown format 'pdf'; use one of: table, json, csv, md"},
    {{"stats", robots, "--format", "graphml"}, 2, "unknown format 'graphml'"},
    {{"stats", robots, "-o", "/nonexistent/out.pdf"}, 2, "the format cannot be told from the file's name"},
    {{"export", robots}, 2, "the format cannot be told"},
    {{"export", robots, "--format", "dot", "--dialect", "swiss"}, 2, "dot has no dialect 'swiss'; use one of: default"},
    {{"import"}, 2, "no file is named"},
    {{"import", robots, "--format", "pdf"}, 2, "unknown format 'pdf'"},
    {{"import", robots, "--input-format", "gexf"}, 2, "the format 'gexf' is unknown; use --input-format"},
    {{"import", robots, "--stage", "dream"}, 2, "there is no stage 'dream'; use one of: layout, mentions"},
    {{"eval", robots}, 2, "GRAPH is required; see `zhitu eval --help`"},
    {{"eval", robots, robots, "--misses", "--rules"}, 2, "excludes"},
    {{"eval", nowhere, robots}, 3, nowhere + ": cannot be read"},
    {{"import", robots, "--pack", nowhere}, 3, nowhere + ": is no folder of a pack"},
    {{"pack", "eat", folder}, 2, "eat not in {check}"},
    {{"links", nowhere}, 3, nowhere + ": cannot be read (No such file or directory); check the name"},
    {{"links", folder}, 3, folder + ": is a folder; name the files in it"},
    {{"import", nowhere}, 3, nowhere + ": cannot be read"},
    {{"pack", "check", "/nonexistent"}, 3, "/nonexistent"},
    {{"stats", robots, "-o", "/nonexistent/out.csv"}, 5, "/nonexistent/out.csv: cannot be written"},
    {{"export", robots, "-o", "/nonexistent/out.dot"}, 5, "/nonexistent/out.dot: cannot be written"},
    {{"report", robots, "-o", "/nonexistent/out.md"}, 5, "/nonexistent/out.md: cannot be written"},
};

} // namespace

TEST_CASE("a mistake is one line on standard error, with a status") {
    for (const Mistake& mistake : mistakes) {
        CAPTURE(mistake.arguments, mistake.line);
        const Run run = run_zhitu(mistake.arguments);
        CHECK(run.status == mistake.status);
        CHECK(run.out.empty());
        CHECK(run.err.starts_with("zhitu: error: "));
        CHECK_THAT(run.err, Contains(mistake.line));
        CHECK(lines_of(run.err).size() == 1);
        CHECK(run.err.back() == '\n');
        CHECK_THAT(run.err, Contains("; "));
    }
}

TEST_CASE("a broken graph is told with line and column") {
    const Scratch scratch;
    const std::string path = scratch.write("broken.json", "{\"nodes\": [\n  {\"id\": \"a\", \"type\": ]}");
    const Run run = run_zhitu({"stats", path});
    CHECK(run.status == 3);
    CHECK(run.err.starts_with("zhitu: error: " + path + ":2:"));
}

TEST_CASE("a full disk is an error, not silence") {
    if (!std::filesystem::exists("/dev/full")) return;
    for (const std::string command : {"stats", "links", "report"}) {
        const std::string line = std::string(ZHITU_PROGRAM) + " " + command + " " + robots + " >/dev/full 2>/dev/null";
        const int waited = std::system(line.c_str());
        CHECK(WEXITSTATUS(waited) == 5);
    }
}
