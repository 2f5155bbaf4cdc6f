// What is written and read back is the same graph.
#include <zhitu/exporters/exporter.hpp>
#include <zhitu/importers/importer.hpp>

#include "support/check_same.hpp"
#include "support/graphs.hpp"
#include "support/repeat.hpp"
#include "test.hpp"

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
    for (const Format format : {json, graphml, strict}) {
        const std::string first = written(random_graph(7, Alphabet::xml), format);
        CHECK(first == written(random_graph(7, Alphabet::xml), format));
        ImportOptions options;
        options.format = format.name;
        CHECK(first == written(import_text(first, options), format));
    }
}
