#include <zhitu/base/error.hpp>
#include <zhitu/queries/condition.hpp>

#include "queries/paper_graph.hpp"
#include "test.hpp"

#include <algorithm>

using namespace zhitu;

namespace {

std::vector<std::string> policies(const Graph& graph, std::string_view where) {
    const auto conditions = parse_conditions(where);
    check_conditions(graph, conditions);
    std::vector<std::string> names;
    for (const NodeId node : graph.nodes("Policy"))
        if (holds(graph, node, conditions)) names.emplace_back(graph.name(node));
    return names;
}

using NameList = std::vector<std::string>;

} // namespace

TEST_CASE("conditions are read with their separators and quotes") {
    const std::vector<Condition> expected{{"year", Comparison::greater_equal, "2020"},
                                          {"name", Comparison::contains, "a, b and c"},
                                          {"level", Comparison::unequal, "local"}};
    CHECK(parse_conditions("year>=2020 and name ~ 'a, b and c',level != local") == expected);
    CHECK(parse_conditions("year >= 2020,name~\"a, b and c\" and level!=local ") == expected);
    CHECK(parse_conditions("  ").empty());
}

TEST_CASE("a condition that cannot be read is an error with its column") {
    CHECK_THROWS_WITH(parse_conditions("year"), Contains("column 5: a comparison is missing"));
    CHECK_THROWS_WITH(parse_conditions(">3"), Contains("column 1: a property is missing"));
    CHECK_THROWS_WITH(parse_conditions("year>="), Contains("a value is missing"));
    CHECK_THROWS_WITH(parse_conditions("year>=3 and "), Contains("is missing"));
    CHECK_THROWS_WITH(parse_conditions("year>=3,"), Contains("is missing"));
    CHECK_THROWS_WITH(parse_conditions("name='a"), Contains("not closed"));
    CHECK_THROWS_WITH(parse_conditions("name='a'b"), Contains("follows"));
    CHECK_THROWS_WITH(parse_conditions("name!a"), Contains("a comparison is missing"));
}

TEST_CASE("numbers compare as numbers, and what is absent only differs") {
    const Graph graph = paper_graph();
    CHECK(policies(graph, "year>=2009") == NameList{"装备行动计划", "早期意见（2009年）"});
    CHECK(policies(graph, "year>2009") == NameList{"装备行动计划"});
    CHECK(policies(graph, "year<300") == NameList{});
    CHECK(policies(graph, "year<=2009 and year=2009.0") == NameList{"早期意见（2009年）"});
    CHECK(policies(graph, "level!=national") == NameList{"早期意见（2009年）", "孤立办法"});
}

TEST_CASE("texts compare by their comparison key") {
    const Graph graph = paper_graph();
    CHECK(policies(graph, "name=《装备 行动计划》") == NameList{"装备行动计划"});
    CHECK(policies(graph, "name~(2009年)") == NameList{"早期意见（2009年）"});
    CHECK(policies(graph, "id=Policy:孤立办法") == NameList{"孤立办法"});
}

TEST_CASE("an edge type stands for the names of the neighbours") {
    const Graph graph = paper_graph();
    CHECK(policies(graph, "TARGETS~机器人") == NameList{"装备行动计划"});
    CHECK(policies(graph, "in:ISSUED=工信部") == NameList{"装备行动计划"});
    CHECK(policies(graph, "in:ISSUED!=工信部") == NameList{"早期意见（2009年）", "孤立办法"});
}

TEST_CASE("an unknown property is an error with the known ones") {
    CHECK_THROWS_WITH(policies(paper_graph(), "yaer>2000"), Contains("'yaer'") && Contains("year"));
}
