#include <zhitu/base/error.hpp>
#include <zhitu/queries/list.hpp>

#include "queries/paper_graph.hpp"
#include "test.hpp"

using namespace zhitu;

namespace {

std::vector<std::string> keys(const Table& table) {
    std::vector<std::string> out;
    for (const TableColumn& column : table.columns) out.push_back(column.key);
    return out;
}

} // namespace

TEST_CASE("a policy's row has its properties, bodies and targets") {
    const Table table = list_things(paper_graph(), "Policy");
    CHECK(keys(table) == std::vector<std::string>{"name", "level", "year", "in:ISSUED", "TARGETS", "id"});
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0] == std::vector<Value>{"装备行动计划", "national", 2021, List{"国务院", "工信部"},
                                              List{"工业机器人"}, "Policy:装备行动计划"});
    CHECK(table.rows[2][1].is_null());
    CHECK(table.columns[2].align == Align::right);
}

TEST_CASE("a case's row has its actor, what it uses and what it achieves, in the order of the schema") {
    const Table table = list_things(paper_graph(), "Case");
    CHECK(keys(table) == std::vector<std::string>{"name", "in:CARRIES_OUT", "USES", "EXEMPLIFIES", "ACHIEVES", "id"});
}

TEST_CASE("columns have names for people in both languages") {
    const Graph graph = paper_graph();
    const Table table = list_things(graph, "Policy");
    CHECK(heading(table.columns[3], graph.schema(), Language::zh) == "发布机构");
    CHECK(heading(table.columns[3], graph.schema(), Language::en) == "issued by");
    CHECK(heading(table.columns[4], graph.schema(), Language::zh) == "支持");
    CHECK(heading(table.columns[2], graph.schema(), Language::zh) == "年份");
    CHECK(heading(table.columns[2], nullptr, Language::zh) == "year");
}

TEST_CASE("a list may be narrowed, and drops the columns that are empty then") {
    const Table table = list_things(paper_graph(), "Policy", {.where = "year<2015"});
    REQUIRE(table.rows.size() == 1);
    CHECK(keys(table) == std::vector<std::string>{"name", "level", "year", "TARGETS", "id"});
}

TEST_CASE("types and properties that do not exist are errors, a type without things is an empty list") {
    const Graph graph = paper_graph();
    CHECK(list_things(graph, "Person").rows.empty());
    CHECK_THROWS_WITH(list_things(graph, "Polcy"), Contains("'Polcy'"));
    CHECK_THROWS_AS(list_things(graph, "Policy", {.where = "yeer=1"}), Error);
}

TEST_CASE("a neighbour over parallel edges is named once") {
    GraphBuilder builder;
    builder.add_node("a", "T");
    builder.add_node("b", "T");
    builder.add_edge("a", "b", "X");
    builder.add_edge("a", "b", "X");
    const Table table = list_things(builder.freeze(), "T");
    CHECK(keys(table) == std::vector<std::string>{"name", "in:X", "X", "id"});
    CHECK(table.rows[0][2] == Value(List{"b"}));
}
