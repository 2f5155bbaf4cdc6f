// What is written and read back is the same graph.
#include <zhitu/exporters/exporter.hpp>
#include <zhitu/importers/importer.hpp>

#include "support/check_same.hpp"
#include "support/graphs.hpp"
#include "support/repeat.hpp"
#include "support/temporary_folder.hpp"
#include "test.hpp"

#include <filesystem>
#include <string>
#include <vector>

using namespace zhitu;

namespace {

struct Format {
    const char* name;
    const char* dialect;
};

std::string written(const Graph& graph, Format format) {
    ExportOptions options;
    options.format = format.name;
    options.dialect = format.dialect;
    return export_text(Subgraph(graph), options);
}

Graph there_and_back(const Graph& graph, Format format) {
    ImportOptions options;
    options.format = format.name;
    return import_text(written(graph, format), options);
}

constexpr Format json{"json", ""};
constexpr Format graphml{"graphml", ""};
constexpr Format strict{"graphml", "strict"};
constexpr Format csv{"csv", "plain"};
constexpr Format raw_csv{"csv", "raw"};
constexpr Format edge_list{"edge_list", ""};

} // namespace

TEST_CASE("JSON and GraphML give back the sample, nasty strings and the empty graph") {
    for (const Format format : {json, graphml, strict}) {
        INFO(format.name << ' ' << format.dialect);
        for (const Graph& graph : {sample_graph(), graph_of_strings(nasty_strings()), Graph()})
            check_same(graph, there_and_back(graph, format));
    }
}

TEST_CASE("JSON gives back every random graph") {
    for (unsigned seed = 0; seed < 150; ++seed) {
        INFO("seed " << seed);
        const Graph graph = random_graph(seed, Alphabet::unicode);
        check_same(graph, there_and_back(graph, json));
    }
}

TEST_CASE("GraphML gives back every random graph of characters that XML holds") {
    for (unsigned seed = 0; seed < 150; ++seed) {
        INFO("seed " << seed);
        const Graph graph = random_graph(seed, Alphabet::xml);
        check_same(graph, there_and_back(graph, graphml));
        check_same(graph, there_and_back(graph, strict));
    }
}

TEST_CASE("CSV gives back nodes and edges of every graph") {
    for (const Format format : {csv, raw_csv}) {
        INFO(format.dialect);
        for (const Graph& graph : {sample_graph(), graph_of_strings(nasty_strings()), Graph()})
            check_same_content(graph, there_and_back(graph, format));
        for (unsigned seed = 0; seed < 150; ++seed) {
            INFO("seed " << seed);
            const Graph graph = random_graph(seed, Alphabet::unicode);
            check_same_content(graph, there_and_back(graph, format));
        }
    }
}

TEST_CASE("an edge list gives back ends, types and weights") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        INFO("seed " << seed);
        const Graph graph = random_graph(seed, Alphabet::unicode), back = there_and_back(graph, edge_list);
        REQUIRE(graph.edge_count() == back.edge_count());
        for (const EdgeId edge : graph.edges()) {
            CHECK(graph.id(graph.source(edge)) == back.id(back.source(edge)));
            CHECK(graph.id(graph.target(edge)) == back.id(back.target(edge)));
            CHECK(graph.type(edge) == back.type(edge));
        }
    }
    GraphBuilder builder;
    const NodeId a = builder.add_node("a b", "Firm"), b = builder.add_node("2", "Firm");
    builder.set(builder.add_edge(a, b, "2"), "weight", 3);
    builder.set(builder.add_edge(b, a, "KNOWS"), "weight", 0.5);
    CHECK(written(builder.freeze(), edge_list) == "\"a b\" 2 \"2\" 3\n2 \"a b\" KNOWS 0.5\n");
}

TEST_CASE("every format goes through compressed files, and CSV through two of them") {
    const TemporaryFolder folder;
    const Graph graph = random_graph(3, Alphabet::xml);
    for (const char* name : {"g.json.gz", "g.json.zst", "g.graphml.gz", "g.graphml.zst"}) {
        INFO(name);
        export_file(graph, folder.path() / name);
        check_same(graph, import_file(folder.path() / name));
    }
    for (const char* name : {"g.csv", "g.csv.gz", "g.csv.zst"}) {
        INFO(name);
        export_file(graph, folder.path() / name);
        CHECK_FALSE(std::filesystem::exists(folder.path() / name));
        check_same_content(graph, import_file(folder.path() / name));
    }
    CHECK(std::filesystem::exists(folder.path() / "g.nodes.csv.gz"));
    check_same_content(graph, import_files(std::vector<std::filesystem::path>{folder.path() / "g.edges.csv.zst",
                                                                              folder.path() / "g.nodes.csv"}));
}

TEST_CASE("a GraphML file is the same graph whether it is read as a whole or piece by piece") {
    const std::string blanks = repeat("\n", std::size_t{1} << 20); // more than is read as a whole
    for (unsigned seed = 0; seed < 20; ++seed)
        for (const Format format : {graphml, strict}) {
            INFO("seed " << seed);
            const std::string text = written(random_graph(seed, Alphabet::xml), format);
            ImportOptions options;
            options.format = format.name;
            check_same(import_text(text, options), import_text(text + blanks, options));
        }
}

TEST_CASE("edges before their nodes, also where the file calls nodes otherwise than the graph") {
    const std::string keys = "<graphml><key id='key' for='node' attr.name='key'/><key id='e_evidence' for='edge' "
                             "attr.name='evidence'/><graph>";
    const std::string edge = "<edge source='n0' target='n1' label='E'/>";
    const std::string nodes =
        "<node id='n0'><data key='key'>a</data></node><node id='n1'><data key='key'>b</data></node>";
    const Graph early = import_text(keys + edge + nodes + "</graph></graphml>");
    check_same(early, import_text(keys + nodes + edge + "</graph></graphml>"));
    CHECK(early.id(early.target(EdgeId(0U))) == "b");
    CHECK_THROWS_WITH(import_text(keys + "\n<edge source='n0' target='n2'/>" + nodes + "</graph></graphml>"),
                      Contains("2:1: an edge names the node 'n2', which is not in the file"));
}

TEST_CASE("characters that XML cannot hold are replaced, and the file stays readable") {
    const Graph graph = there_and_back(graph_of_strings({"a\x01z", "b\uFFFF", "c\xFFz"}), graphml);
    CHECK(graph.name(NodeId(std::size_t{0})) == "a\uFFFDz");
    CHECK(graph.name(NodeId(std::size_t{1})) == "b\uFFFD");
    CHECK(graph.name(NodeId(std::size_t{2})) == "c\uFFFDz");
}

TEST_CASE("ill-formed UTF-8 in a graph leaves as U+FFFD in JSON") {
    const Graph graph = there_and_back(graph_of_strings({"c\xFFz"}), json);
    CHECK(graph.name(NodeId(std::size_t{0})) == "c\uFFFDz");
}

TEST_CASE("the same graph gives the same bytes, also after reading") {
    for (const Format format : {json, graphml, strict, csv, raw_csv}) {
        const std::string first = written(random_graph(7, Alphabet::xml), format);
        CHECK(first == written(random_graph(7, Alphabet::xml), format));
        ImportOptions options;
        options.format = format.name;
        CHECK(first == written(import_text(first, options), format));
    }
}
