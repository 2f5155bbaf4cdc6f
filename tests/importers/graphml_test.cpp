// GraphML as others write it.
#include <zhitu/importers/importer.hpp>

#include "test.hpp"

#include <string>

using namespace zhitu;

namespace {

Graph read(const std::string& text) {
    return import_text(text, {}, "text.graphml");
}

NodeId node(const Graph& graph, std::string_view id) {
    return graph.find_id(id).value();
}

EdgeId first_edge() {
    return EdgeId(std::size_t{0});
}

} // namespace

TEST_CASE("NetworkX: keys d0, d1 by their names") {
    const Graph graph = read(R"(<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d3" for="edge" attr.name="type" attr.type="string"/>
  <key id="d2" for="edge" attr.name="weight" attr.type="double"/>
  <key id="d1" for="node" attr.name="year" attr.type="long"/>
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <graph edgedefault="directed">
    <edge source="1" target="2" id="0"><data key="d2">0.5</data><data key="d3">ISSUED</data></edge>
    <node id="1"><data key="d0">国务院</data></node>
    <node id="2"><data key="d0">中国制造2025</data><data key="d1">2015</data></node>
  </graph>
</graphml>)");
    REQUIRE(graph.node_count() == 2);
    CHECK(graph.name(node(graph, "1")) == "国务院");
    CHECK(graph.type(node(graph, "1")) == "Node");
    CHECK(graph.property(node(graph, "2"), "year") == Value(2015));
    CHECK(graph.property(node(graph, "2"), "label").is_null());
    CHECK(graph.type(first_edge()) == "ISSUED");
    CHECK(graph.property(first_edge(), "weight") == Value(0.5));
    CHECK(graph.property(first_edge(), "symmetric").is_null());
}

TEST_CASE("APOC: labels of nodes and types of edges as XML attributes") {
    const Graph graph = read(R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="name" for="node" attr.name="name" attr.type="string"/>
<key id="labels" for="node" attr.name="labels" attr.type="string"/>
<key id="label" for="edge" attr.name="label" attr.type="string"/>
<graph id="G" edgedefault="directed">
<node id="n0" labels=":Firm:Robot"><data key="labels">:Firm:Robot</data><data key="name">新松</data></node>
<edge id="e0" source="n0" target="n0" label="SERVES"><data key="label">SERVES</data></edge>
</graph></graphml>)");
    const NodeId firm = node(graph, "n0");
    CHECK(graph.name(firm) == "新松");
    REQUIRE(graph.labels(firm).size() == 2);
    CHECK(graph.labels(firm)[0] == "Firm");
    CHECK(graph.labels(firm)[1] == "Robot");
    CHECK(graph.type(first_edge()) == "SERVES");
    CHECK(graph.property(first_edge(), "label").is_null());
}

TEST_CASE("Gephi: label and edgelabel, colours and places stay properties") {
    const Graph graph = read(R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="Edge Label" attr.type="string" for="edge" id="edgelabel"/>
<key attr.name="label" attr.type="string" for="edge" id="l"/>
<key attr.name="r" attr.type="int" for="node" id="r"/>
<key attr.name="tags" attr.type="liststring" for="node" id="tags"/>
<graph edgedefault="undirected">
<node id="a"><data key="label">A</data><data key="r">12</data><data key="tags">[x, y]</data></node>
<edge id="0" source="a" target="a"><data key="l">knows</data><data key="edgelabel">E</data></edge>
<edge id="1" source="a" target="a" directed="true"/>
</graph></graphml>)");
    CHECK(graph.name(node(graph, "a")) == "A");
    CHECK(graph.property(node(graph, "a"), "r") == Value(12));
    CHECK(graph.property(node(graph, "a"), "tags") == Value("[x, y]"));
    CHECK(graph.type(first_edge()) == "knows");
    CHECK(graph.property(first_edge(), "Edge Label") == Value("E"));
    CHECK(graph.property(first_edge(), "symmetric") == Value(true));
    CHECK(graph.type(EdgeId(std::size_t{1})) == "EDGE");
    CHECK(graph.property(EdgeId(std::size_t{1}), "symmetric").is_null());
}

TEST_CASE("yEd: labels out of its drawings, groups flattened") {
    const Graph graph =
        read(R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key for="node" id="d6" yfiles.type="nodegraphics"/>
<key for="edge" id="d10" yfiles.type="edgegraphics"/>
<key attr.name="url" attr.type="string" for="node" id="d4"/>
<graph edgedefault="directed" id="G">
<node id="n0" yfiles.foldertype="group"><data key="d4" xml:space="preserve"/><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers>
  <y:GroupNode><y:NodeLabel x="1">组 <y:LabelModel/></y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
  <graph edgedefault="directed" id="n0:"><node id="n0::n0"><data key="d6"><y:ShapeNode><y:Fill color="#fff"/>
    <y:NodeLabel>内</y:NodeLabel></y:ShapeNode></data></node>
    <edge id="e" source="n0" target="n0::n0"><data key="d10"><y:PolyLineEdge><y:EdgeLabel>含</y:EdgeLabel></y:PolyLineEdge></data></edge>
  </graph></node>
</graph></graphml>)");
    REQUIRE(graph.node_count() == 2);
    CHECK(graph.name(node(graph, "n0")) == "组");
    CHECK(graph.name(node(graph, "n0::n0")) == "内");
    CHECK(graph.type(first_edge()) == "含");
}

TEST_CASE("defaults are filled in, CDATA and references decoded, line ends made one") {
    const Graph graph = read("<graphml>\r\n<key id=\"c\" for=\"node\" attr.name=\"color\" attr.type=\"string\">"
                             "<default>yellow</default></key><key id=\"t\" attr.name=\"text\"/>\r\n<graph>"
                             "<node id=\"a\"/><node id=\"b\"><data key=\"c\">green</data>"
                             "<data key=\"t\"><![CDATA[<1> & ]]>&#x4e2d;\r\n!</data></node></graph></graphml>");
    CHECK(graph.property(node(graph, "a"), "color") == Value("yellow"));
    CHECK(graph.property(node(graph, "b"), "color") == Value("green"));
    CHECK(graph.property(node(graph, "b"), "text") == Value("<1> & 中\n!"));
}

TEST_CASE("a hyperedge is left out with a warning") {
    ImportOptions options;
    std::vector<std::string> warnings;
    options.format = "graphml";
    options.warning = [&](std::string_view line) { warnings.emplace_back(line); };
    (void)import_text("<graphml><graph>\n<hyperedge/></graph></graphml>", options);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings.front() == "line 2: a hyperedge is left out");
}

TEST_CASE("GraphML is known by its content") {
    CHECK(import_text("<?xml version='1.0'?>\n<graphml><graph><node id='a'/></graph></graphml>").node_count() == 1);
}
