// CSV and edge lists as others write them.
#include <zhitu/importers/importer.hpp>

#include "support/temporary_folder.hpp"
#include "test.hpp"

#include <string>
#include <vector>

using namespace zhitu;

namespace {

EdgeId edge(std::size_t number) {
    return EdgeId(number);
}

} // namespace

TEST_CASE("files of nodes and of edges are one graph, in any order") {
    const TemporaryFolder folder;
    const auto nodes =
        folder.write("nodes.csv", "\xEF\xBB\xBFid,label,founded:int\r\nfirm:1,\"新松, 沈阳\",2000\r\nfirm:2,,\r\n");
    const auto edges =
        folder.write("edges.csv", "source,target,label,share:double\nfirm:1,firm:2,SUPPLIES,0.5\nfirm:2,firm:1,,\n");
    for (const auto& files : {std::vector{nodes, edges}, std::vector{edges, nodes}}) {
        const Graph graph = import_files(files);
        REQUIRE(graph.node_count() == 2);
        REQUIRE(graph.edge_count() == 2);
        const NodeId firm = graph.find_id("firm:1").value(), other = graph.find_id("firm:2").value();
        CHECK(graph.name(firm) == "新松, 沈阳");
        CHECK(graph.property(firm, "founded") == Value(2000));
        CHECK(graph.name(other) == "firm:2");
        CHECK(graph.property(other, "founded").is_null());
        CHECK(graph.type(edge(0)) == "SUPPLIES");
        CHECK(graph.property(edge(0), "share") == Value(0.5));
        CHECK(graph.type(edge(1)) == "EDGE");
        CHECK(graph.property(edge(1), "share").is_null());
    }
    CHECK_THROWS_WITH(import_file(edges), Contains("edges.csv:2:1: an edge names the node 'firm:1'"));
}

TEST_CASE("cells without a type are text, an index without a name is left out") {
    const Graph graph = import_text(",id,zip,note\n0,a,007,\"\"\"hi\"\"\"\n1,b,,\"\"\n", {}, "pandas.csv");
    const NodeId a = graph.find_id("a").value(), b = graph.find_id("b").value();
    CHECK(graph.property(a, "zip") == Value("007"));
    CHECK(graph.property(a, "note") == Value("\"hi\""));
    CHECK(graph.property(b, "zip").is_null());
    CHECK(graph.property(b, "note") == Value(""));
    CHECK(graph.node_columns().size() == 2);
}

TEST_CASE("a long CSV file is read alike wherever its pieces end") {
    std::string text = "id,note\r\n";
    for (int i = 0; i < 40'000; ++i)
        text += "n" + std::to_string(i) + ",\"知图, \"\"" + std::to_string(i) + "\"\"\r\n\"\r\n";
    const Graph graph = import_text(text, {}, "long.csv");
    REQUIRE(graph.node_count() == 40'000);
    for (const NodeId node : graph.nodes())
        REQUIRE(graph.property(node, "note") == Value("知图, \"" + std::to_string(node.value()) + "\"\r\n"));
    CHECK_THROWS_WITH(import_text(text + "x", {}, "long.csv"), Contains("long.csv:80002:1: a row of 1 cells"));
}

TEST_CASE("edge lists: comments, tabs, numbers as ids and weights") {
    const Graph graph =
        import_text("# FromNodeId\tToNodeId\r\n0\t1\r\n\n1 0 2.5\n  % more\n0 2 KNOWS\n\"a b\" 2 \"7\" -3\n1 2 9e99",
                    {}, "snap.edges");
    REQUIRE(graph.edge_count() == 5);
    CHECK(graph.node_count() == 4);
    CHECK(graph.type(edge(0)) == "EDGE");
    CHECK(graph.property(edge(0), "weight").is_null());
    CHECK(graph.type(edge(1)) == "EDGE");
    CHECK(graph.property(edge(1), "weight") == Value(2.5));
    CHECK(graph.type(edge(2)) == "KNOWS");
    CHECK(graph.id(graph.source(edge(3))) == "a b");
    CHECK(graph.type(edge(3)) == "7");
    CHECK(graph.property(edge(3), "weight") == Value(-3));
    CHECK(graph.property(edge(4), "weight") == Value(9e99));
}
