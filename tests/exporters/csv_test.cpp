#include <zhitu/exporters/exporter.hpp>

#include "test.hpp"

#include <zhitu/graph/builder.hpp>

#include <string>

using namespace zhitu;

namespace {

std::string csv(const Graph& graph, const char* dialect) {
    ExportOptions options;
    options.format = "csv";
    options.dialect = dialect;
    return export_text(Subgraph(graph), options);
}

Graph graph_of_firm() {
    GraphBuilder builder;
    const NodeId firm = builder.add_node("firm:1", "Firm", "=1+1");
    builder.set(firm, "founded", -5);
    builder.set(firm, "note", "a \"b\",\nc");
    builder.set(firm, "size:int", "");
    builder.set(builder.add_edge(firm, firm, "OWNS"), "source", "'@x");
    return builder.freeze();
}

} // namespace

TEST_CASE("plain CSV is for people: a mark, CR LF, types of columns, no formulas") {
    CHECK(csv(graph_of_firm(), "") ==
          "\xEF\xBB\xBFid,name,type,aliases,founded:int,note,size:int:string,document,section,quote,evidence\r\n"
          "firm:1,'=1+1,Firm,,-5,\"a \"\"b\"\",\nc\",\"\",,,,\r\n\r\n"
          "source,target,type,symmetric:boolean,props.source,document,section,quote,evidence\r\n"
          "firm:1,firm:1,OWNS,,''@x,,,,\r\n");
}

TEST_CASE("raw CSV is for programs") {
    const std::string text = csv(graph_of_firm(), "raw");
    CHECK(text.starts_with("id,name,"));
    CHECK_THAT(text, Contains("\nfirm:1,=1+1,Firm,"));
    CHECK(text.find("\r\n") == std::string::npos);
}
