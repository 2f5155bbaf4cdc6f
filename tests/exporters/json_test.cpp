#include <zhitu/exporters/exporter.hpp>
#include <zhitu/graph/builder.hpp>

#include "support/graphs.hpp"
#include "test.hpp"

#include <limits>

using namespace zhitu;

namespace {

std::string json(const Graph& graph, const std::string& edges_key = "edges") {
    ExportOptions options;
    options.format = "json";
    options.edges_key = edges_key;
    return export_text(Subgraph(graph), options);
}

} // namespace

TEST_CASE("JSON is the contract, byte for byte") {
    GraphBuilder builder;
    builder.set_title("题");
    builder.add_document({"d", "文", "f.txt"});
    const NodeId policy = builder.add_node("policy:甲", "Policy", "甲");
    builder.add_alias(policy, "乙");
    builder.set(policy, "year", 2015);
    builder.set(policy, "type", "x");
    builder.add_evidence(policy, {"d", "1", 3, 9, 2, "\"引\"\n文", std::pair<std::uint32_t, std::uint32_t>{4, 6}});
    const EdgeId edge = builder.add_edge(policy, policy, "CITES");
    builder.set(edge, "confidence", 1.0);
    builder.set(edge, "inferred", false);
    CHECK(
        json(builder.freeze()) ==
        R"({"directed":true,"multigraph":true,"graph":{"title":"题","documents":[{"id":"d","title":"文","file":"f.txt"}]},
"nodes":[
{"id":"policy:甲","type":"Policy","name":"甲","aliases":["乙"],"year":2015,"props":{"type":"x"},"evidence":[{"document":"d","section":"1","start":3,"end":9,"line":2,"mention":[4,6],"quote":"\"引\"\n文"}]}
],
"edges":[
{"key":"e0","source":"policy:甲","target":"policy:甲","type":"CITES","confidence":1.0,"inferred":false}
]}
)");
}

TEST_CASE("an empty graph has empty arrays; the edges may be called links") {
    CHECK(json(Graph(), "links") ==
          "{\"directed\":true,\"multigraph\":true,\"graph\":{},\n\"nodes\":[],\n\"links\":[]}\n");
}

TEST_CASE("numbers that JSON cannot hold are left out, integers written in full") {
    GraphBuilder builder;
    const NodeId node = builder.add_node("a", "T");
    builder.set(node, "infinite", std::numeric_limits<double>::infinity());
    builder.set(node, "big", std::numeric_limits<std::int64_t>::max());
    builder.set(node, "list", List{std::numeric_limits<double>::quiet_NaN(), 1e300});
    CHECK_THAT(json(builder.freeze()), Contains("\"big\":9223372036854775807,\"list\":[null,1e+300]}"));
}

TEST_CASE("labels are written where there are several") {
    const std::string text = json(sample_graph());
    CHECK_THAT(text, Contains("\"labels\":[\"Policy\",\"Plan\"]"));
    CHECK(text.find("\"labels\"") == text.rfind("\"labels\""));
}
