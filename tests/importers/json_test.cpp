// Node-link JSON as others write it.
#include <zhitu/importers/importer.hpp>

#include "test.hpp"

#include <string>

using namespace zhitu;

namespace {

EdgeId edge(std::size_t number) {
    return EdgeId(number);
}

} // namespace

TEST_CASE("NetworkX: links, numbers as ids, no types; edges may come first") {
    const Graph graph = import_text(R"({"directed": false, "multigraph": true, "graph": {},
 "links": [{"source": 1, "target": 2, "key": 0, "weight": 3}, {"source": 2, "target": 1, "type": "KNOWS"}],
 "nodes": [{"id": 1, "label": "一", "club": "A"}, {"id": 2, "name": "二", "label": "B", "pos": {"x": 1}}]})");
    REQUIRE(graph.node_count() == 2);
    REQUIRE(graph.edge_count() == 2);
    const NodeId one = graph.find_id("1").value(), two = graph.find_id("2").value();
    CHECK(graph.type(one) == "Node");
    CHECK(graph.name(one) == "一");
    CHECK(graph.property(one, "label").is_null());
    CHECK(graph.property(one, "club") == Value("A"));
    CHECK(graph.name(two) == "二");
    CHECK(graph.property(two, "label") == Value("B"));
    CHECK(graph.property(two, "pos") == Value("{\"x\":1}"));
    CHECK(graph.type(edge(0)) == "EDGE");
    CHECK(graph.property(edge(0), "weight") == Value(3));
    CHECK(graph.property(edge(0), "key").is_null());
    CHECK(graph.property(edge(0), "symmetric") == Value(true));
    CHECK(graph.type(edge(1)) == "KNOWS");
}

TEST_CASE("our own keys: labels, aliases, evidence with mention and line, props") {
    const Graph graph = import_text(
        R"({"directed": true, "graph": {"title": "题", "documents": [{"id": "d", "title": "t", "file": "f"}]},
 "nodes": [{"id": "a", "type": "Firm", "name": "甲", "labels": ["Firm", "Robot"], "aliases": ["乙"], "props": {"type": "x"},
   "evidence": [{"document": "d", "section": "1", "start": 3, "end": 9, "line": 2, "mention": [4, 6], "quote": "引文"}]}],
 "edges": []})");
    const NodeId a = graph.find_id("a").value();
    CHECK(graph.title() == "题");
    REQUIRE(graph.documents().size() == 1);
    CHECK(graph.documents().front().file == "f");
    CHECK(graph.labels(a).size() == 2);
    CHECK(graph.aliases(a).front() == "乙");
    CHECK(graph.property(a, "type") == Value("x"));
    CHECK(graph.property(a, "props").is_null());
    const Evidence expected{"d", "1", 3, 9, 2, "引文", std::pair<std::uint32_t, std::uint32_t>{4, 6}};
    REQUIRE(graph.evidence(a).size() == 1);
    CHECK(graph.evidence(a).front().copy() == expected);
}

TEST_CASE("evidence that is not ours stays a property") {
    const Graph graph = import_text(R"({"nodes": [{"id": "a", "evidence": "seen"}], "edges": []})");
    CHECK(graph.property(graph.find_id("a").value(), "evidence") == Value("seen"));
}

TEST_CASE("an annotation is a graph whose edges run from and to") {
    const Graph graph = import_text(R"({"nodes": [{"id": "a", "props": {"from": 3}}, {"id": "b"}],
        "edges": [{"from": "a", "to": "b", "optional": true}, {"source": "b", "target": "a", "from": 1, "to": 2}]})");
    REQUIRE(graph.edge_count() == 2);
    CHECK(graph.id(graph.source(EdgeId(0U))) == "a");
    CHECK(graph.property(EdgeId(0U), "optional") == Value(true));
    CHECK(graph.property(EdgeId(0U), "from").is_null());
    CHECK(graph.id(graph.source(EdgeId(1U))) == "b");
    CHECK(graph.property(EdgeId(1U), "from") == Value(1));
    CHECK(graph.property(graph.find_id("a").value(), "from") == Value(3));
}

TEST_CASE("a file longer than what is held at a time is read alike, whatever it ends in") {
    std::string text = R"({"edges": [)";
    const std::size_t count = 30'000;
    for (std::size_t i = 0; i < count; ++i)
        text += (i == 0 ? "" : ", ") + std::string(R"({"source": "n)") + std::to_string(i) +
                R"(", "target": "n\u0030", "n": )" + std::to_string(i) + "}";
    text += "],\n\"nodes\": [";
    for (std::size_t i = 0; i < count; ++i)
        text += (i == 0 ? "" : ",\n") + std::string(R"({"name": "知图", "id": "n)") + std::to_string(i) + R"("})";
    const Graph graph = import_text(text + "]}");
    REQUIRE(graph.edge_count() == count);
    REQUIRE(graph.node_count() == count);
    CHECK(graph.property(edge(count - 1), "n") == Value(static_cast<std::int64_t>(count - 1)));
    CHECK(graph.id(graph.target(edge(7))) == "n0");
    CHECK(graph.name(graph.source(edge(29'000))) == "知图");
    CHECK_THROWS_WITH(import_text(text), Contains(":30001:31: the JSON breaks off"));
    CHECK_THROWS_WITH(import_text(text + "]}x"), Contains(":30001:33: is not valid JSON"));
    CHECK_THROWS_WITH(import_text(text + ", 7]}"), Contains(":30001:33: a node or edge is no object"));
}
