#include <zhitu/exporters/exporter.hpp>
#include <zhitu/graph/builder.hpp>
#include <zhitu/packs/policy.hpp>

#include "support/graphs.hpp"
#include "test.hpp"

#include <algorithm>
#include <cctype>
#include <set>

using namespace zhitu;

namespace {

std::string graphml(const Subgraph& part, const std::string& dialect = {}) {
    ExportOptions options;
    options.format = "graphml";
    options.dialect = dialect;
    return export_text(part, options);
}

// All values of an attribute, in order.
std::vector<std::string> values(const std::string& text, const std::string& before) {
    std::vector<std::string> out;
    for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at + 1)) {
        const auto begin = at + before.size();
        out.push_back(text.substr(begin, text.find('"', begin) - begin));
    }
    return out;
}

// A graph of one edge with this confidence.
Graph graph_of_confidence(const Value& confidence) {
    GraphBuilder builder;
    builder.add_node("a", "T");
    builder.set(builder.add_edge("a", "a", "E"), "confidence", confidence);
    return builder.freeze();
}

} // namespace

TEST_CASE("GraphML has what its readers ask for") {
    const Graph graph = sample_graph();
    const std::string text = graphml(Subgraph(graph));
    CHECK_THAT(text, Contains("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""));
    CHECK_THAT(text, Contains("<graph id=\"G\" edgedefault=\"directed\">"));
    CHECK_THAT(text, Contains("<node id=\"policy:中国制造2025\" labels=\":Policy:Plan\">"));
    CHECK_THAT(text,
               Contains("<edge id=\"e0\" source=\"body:国务院\" target=\"policy:中国制造2025\" label=\"ISSUED\">"));
    CHECK_THAT(text, Contains("<data key=\"aliases\">中华人民共和国国务院</data>"));
    CHECK_THAT(text, Contains("<data key=\"weight\">0.9</data>"));
    CHECK_THAT(text, Contains("<data key=\"e_quote\">支持机器人 … 如：\"新松\" &amp; 其他</data>"));
    CHECK_THAT(text, Contains("<data key=\"symmetric\">true</data>"));
    CHECK_THAT(text, Contains("<node id=\"firm:A&amp;B &quot;科技&quot;\""));
    CHECK_THAT(text, !Contains("<desc") && !Contains("DOCTYPE") && !Contains("for=\"all\""));
    CHECK(text.find("<edge ") > text.rfind("<node "));
}

TEST_CASE("ids of keys are small, unique whatever the case, and none is called id") {
    for (const char* dialect : {"default", "strict"}) {
        const Graph graph = random_graph(3, Alphabet::xml);
        const std::string text = graphml(Subgraph(graph), dialect);
        const auto ids = values(text, "<key id=\"");
        CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
        for (const std::string& id : ids) {
            CHECK(id != "id");
            CHECK(std::all_of(id.begin(), id.end(),
                              [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '_'; }));
        }
        const std::set<std::string> types{"boolean", "int", "long", "float", "double", "string"};
        for (const std::string& type : values(text, "attr.type=\"")) CHECK(types.count(type) == 1);
    }
}

TEST_CASE("the strict dialect has only what the schema of GraphML knows") {
    const Graph graph = sample_graph();
    const std::string text = graphml(Subgraph(graph), "strict");
    CHECK_THAT(text, Contains("<node id=\"n0\">") && Contains("<data key=\"key\">policy:中国制造2025</data>"));
    CHECK_THAT(text, Contains("<edge id=\"e0\" source=\"n1\" target=\"n0\">"));
    CHECK_THAT(text, !Contains(" labels=\"") && !Contains(" label=\""));
}

TEST_CASE("weights are above 0, since Gephi drops an edge that weighs nothing") {
    CHECK_THAT(graphml(Subgraph(graph_of_confidence(0.0))), Contains("<data key=\"weight\">0.001</data>"));
    CHECK_THAT(graphml(Subgraph(graph_of_confidence(Value()))), Contains("<data key=\"weight\">1</data>"));
    CHECK_THAT(graphml(Subgraph(graph_of_confidence(0.25))), Contains("<data key=\"weight\">0.25</data>"));
}

TEST_CASE("a part of a graph has its own nodes and columns only") {
    const Graph graph = sample_graph();
    const NodeId firm = graph.find_id("firm:新松").value();
    const std::string text = graphml(Subgraph(graph, {firm}, {}));
    CHECK(values(text, "<node id=\"") == std::vector<std::string>{"firm:新松"});
    CHECK_THAT(text, !Contains("\"year\"") && !Contains("<edge"));
}

TEST_CASE("wide integers are long, long names are shortened in the label only") {
    GraphBuilder builder;
    const std::string name(200, 'x');
    builder.set(builder.add_node("a", "T", name), "n", std::int64_t{1} << 40);
    const Graph graph = builder.freeze();
    const std::string text = graphml(Subgraph(graph));
    CHECK_THAT(text, Contains("attr.name=\"n\" attr.type=\"long\""));
    CHECK_THAT(text, Contains("<data key=\"name\">" + name + "</data>"));
    CHECK_THAT(text, Contains("<data key=\"label\">" + std::string(47, 'x') + "…</data>"));
}
