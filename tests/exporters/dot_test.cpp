#include <zhitu/exporters/exporter.hpp>
#include <zhitu/graph/builder.hpp>
#include <zhitu/packs/policy.hpp>

#include "support/graphs.hpp"
#include "test.hpp"

#include <algorithm>

using namespace zhitu;

namespace {

std::string dot(const Graph& graph, ExportOptions options = {}) {
    options.format = "dot";
    return export_text(Subgraph(graph), options);
}

Graph graph_of(std::size_t nodes) {
    GraphBuilder builder;
    for (std::size_t i = 0; i < nodes; ++i) builder.add_node(std::to_string(i), "T");
    builder.add_edge("0", "1", "E");
    return builder.freeze();
}

// The longest run of bytes between two quotes that are not escaped.
std::size_t longest_string(const std::string& text) {
    std::size_t longest = 0, begin = 0;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && inside) {
            ++i;
        } else if (text[i] == '"') {
            if (inside) longest = std::max(longest, i - begin - 1);
            inside = !inside;
            begin = i;
        }
    }
    CHECK_FALSE(inside);
    return longest;
}

} // namespace

TEST_CASE("DOT draws nodes by type, with quotes as tooltips and edges in the reader's language") {
    ExportOptions english;
    english.language = Language::en;
    english.font = "Test Font";
    const std::string text = dot(sample_graph(), english);
    CHECK_THAT(
        text,
        Contains("\"policy:中国制造2025\" [label=\"中国制造2025\", id=\"policy:中国制造2025\", "
                 "tooltip=\"《中国制造2025》发布。\", shape=\"box\", fillcolor=\"#0072B2\", fontcolor=\"#ffffff\"]"));
    CHECK_THAT(text, Contains("\"body:国务院\" -> \"policy:中国制造2025\" [label=\"issued\", id=\"e0\""));
    CHECK_THAT(dot(sample_graph()), Contains("[label=\"发布\", id=\"e0\""));
    CHECK_THAT(text, Contains("label=\"A&amp;B <\\\"科技\\\">\""));
    CHECK_THAT(text, Contains("dir=\"none\""));
    for (const char* what : {"  graph [", "  node [", "  edge ["})
        CHECK_THAT(text, Contains(std::string(what) + "fontname=\"Test Font\""));
    CHECK_THAT(text, !Contains("strict"));
}

TEST_CASE("DOT with clusters has a box a type, named in the reader's language") {
    ExportOptions options;
    options.cluster = true;
    const std::string text = dot(sample_graph(), options);
    CHECK_THAT(text, Contains("subgraph \"cluster_Policy\" {\n    label=\"政策\";"));
    CHECK_THAT(text, Contains("subgraph \"cluster_Firm\""));
    CHECK_THAT(text, !Contains("cluster_Plan")); // a label, no type
    CHECK_THAT(dot(sample_graph()), !Contains("cluster"));
}

TEST_CASE("long names are wrapped at twelve wide characters, then shortened") {
    GraphBuilder builder;
    builder.add_node("a", "T", "北京市加快科技创新发展智能装备产业的指导意见");
    builder.add_node("b", "T", "a strategy for advanced manufacturing in towns");
    const Graph graph = builder.freeze();
    CHECK_THAT(dot(graph), Contains("label=\"北京市加快科技创新发展智\\n能装备产业的指导意见\""));
    CHECK_THAT(dot(graph), Contains("label=\"a strategy for advanced\\nmanufacturing in towns\""));
    CHECK_THAT(dot(graph_of_strings({std::string(500, 'x')})),
               Contains("label=\"" + std::string(24, 'x') + "\\n" + std::string(24, 'x') + "\\n" +
                        std::string(24, 'x') + "\\n" + std::string(23, 'x') + "…\""));
}

TEST_CASE("no string is longer than Graphviz takes, none is left open, no control character is left") {
    auto strings = nasty_strings();
    strings.push_back("bell\x07");
    for (const char* dialect : {"default", "plain"}) {
        ExportOptions options;
        options.dialect = dialect;
        const std::string text = dot(graph_of_strings(strings), options);
        CHECK(longest_string(text) <= 16'384);
        CHECK_THAT(text, Contains("知\" + \"知"));
        CHECK(std::none_of(text.begin(), text.end(), [](char c) { return c == '\x07' || c == '\t' || c == '\r'; }));
    }
}

TEST_CASE("an id keeps clear of backslashes") {
    CHECK_THAT(dot(graph_of_strings({"back\\slash", "end\\"})), Contains("\"firm:1end%5C\" -> \"firm:0back%5Cslash\""));
}

TEST_CASE("above 500 nodes the layout is sfdp and edges have no labels") {
    CHECK_THAT(dot(graph_of(500)), !Contains("sfdp") && Contains("label=\"E\""));
    CHECK_THAT(dot(graph_of(501)), Contains("layout=\"sfdp\", overlap=\"prism\"") && !Contains("label=\"E\""));
}

TEST_CASE("the plain dialect has nothing that Gephi skips") {
    ExportOptions options;
    options.dialect = "plain";
    options.cluster = true;
    const std::string text = dot(sample_graph(), options);
    for (const char* word : {"node [", "edge [", "graph [", "subgraph", "rankdir"}) CHECK_THAT(text, !Contains(word));
    CHECK_THAT(text,
               Contains("\"body:国务院\" -> \"policy:中国制造2025\" [label=\"发布\", type=\"ISSUED\", weight=\"0.9\", "
                        "quote=\"国务院发布《中国制造2025》\"]"));
}

TEST_CASE("a picture begins and ends as a graph, in both dialects") {
    for (const char* dialect : {"default", "plain"}) {
        ExportOptions options;
        options.dialect = dialect;
        const std::string text = dot(sample_graph(), options);
        CHECK(text.starts_with("digraph "));
        CHECK(text.ends_with("}\n"));
    }
}
