#include <zhitu/importers/reader.hpp>

#include "support/read_text.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace zhitu;
using Json = nlohmann::json;

namespace {

constexpr std::string_view paper =
    "车间观察\n\n1 案例\n\n大疆推出植保无人机^[1]。天气很好。\n安达物流有限公司的员工爱喝茶。\n\n"
    "参考文献\n[1] 甲. 甲文[J]. 学报, 2019.\n";

/// What a stage prints of `paper`, each line read as JSON.
std::vector<Json> lines_of(std::string_view stage) {
    const auto all = stages();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Stage& one) { return one.name == stage; });
    REQUIRE(found != all.end());
    std::ostringstream out;
    found->print(paper, "paper.txt", Pack::builtin(), out);
    std::vector<Json> lines;
    std::istringstream in(out.str());
    for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
    return lines;
}

/// The lines in which all of `wanted` stands.
std::size_t count(const std::vector<Json>& lines, const Json& wanted) {
    return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](const Json& line) {
        return std::all_of(wanted.items().begin(), wanted.items().end(), [&](const auto& item) {
            return line.contains(item.key()) && line[item.key()] == item.value();
        });
    }));
}

} // namespace

TEST_CASE("the four stages are listed in order") {
    std::vector<std::string_view> names;
    for (const Stage& stage : stages()) {
        names.push_back(stage.name);
        CHECK_FALSE(stage.description.empty());
    }
    CHECK(names == std::vector<std::string_view>{"layout", "mentions", "relations", "resolve"});
}

TEST_CASE("the layout stage prints blocks") {
    const auto lines = lines_of("layout");
    CHECK(count(lines, {{"kind", "title"}, {"text", "车间观察"}, {"start", 0}}) == 1);
    CHECK(count(lines, {{"kind", "heading"}, {"section", "1"}, {"level", 1}, {"text", "案例"}}) == 1);
    CHECK(count(lines, {{"kind", "paragraph"}, {"marks", {{1}}}}) == 1);
    CHECK(count(lines, {{"kind", "reference"}, {"number", 1}}) == 1);
}

TEST_CASE("the mentions stage prints winners and losers with what speaks for them") {
    const auto lines = lines_of("mentions");
    CHECK(count(lines, {{"type", "Firm"}, {"name", "大疆"}, {"chosen", true}, {"start", 12}, {"end", 14}}) == 1);
    CHECK(count(lines, {{"name", "无人机"}, {"chosen", true}}) == 0);
    CHECK(count(lines, {{"name", "无人机"}, {"chosen", false}}) >= 1);
    for (const Json& line : lines) {
        CHECK(line["score"].is_number());
        CHECK_FALSE(line["reasons"].empty());
    }
}

TEST_CASE("the relations stage prints facts with rule and quote") {
    const auto lines = lines_of("relations");
    CHECK(count(lines, {{"node", "Firm"}, {"name", "大疆"}}) == 1);
    CHECK(count(lines, {{"edge", "DEVELOPS"}, {"from", "大疆"}, {"to", "植保无人机"}}) == 1);
    for (const Json& line : lines) CHECK_FALSE(line["rule"].get<std::string>().empty());
}

TEST_CASE("the resolve stage prints the graph") {
    const auto lines = lines_of("resolve");
    CHECK(count(lines, {{"id", "firm:大疆"}, {"type", "Firm"}}) == 1);
    CHECK(count(lines, {{"source", "firm:大疆"}, {"type", "DEVELOPS"}, {"target", "technology:植保无人机"}}) == 1);
}

TEST_CASE("a sentence is explained with its clauses, its mentions and what came of it") {
    std::ostringstream out;
    explain("青山钢铁有限公司在各个生产基地没有部署视觉检测系统，而安达物流有限公司部署了无人叉车。", Pack::builtin(),
            out);
    const std::string text = out.str();
    CHECK_THAT(text, Contains("clause (negated): 青山钢铁有限公司"));
    CHECK_THAT(text, Contains("clause (fact): 而安达物流有限公司"));
    CHECK_THAT(text, Contains("+ Technology 无人叉车"));
    CHECK_THAT(text, Contains("edge CARRIES_OUT: 安达物流有限公司"));
    CHECK(text.find("edge CARRIES_OUT: 青山") == std::string::npos);
}

// Not yet: a short sentence is taken for the title of a paper.
TEST_CASE("a short sentence is explained as a sentence", "[.]") {
    std::ostringstream out;
    explain("大疆推出植保无人机。", Pack::builtin(), out);
    CHECK_THAT(out.str(), Contains("edge DEVELOPS: 大疆 -> 植保无人机"));
}

TEST_CASE("sentences that name something and gave nothing are listed") {
    std::ostringstream out;
    print_unread(paper, "paper.txt", Pack::builtin(), out);
    CHECK(out.str() == "paper.txt:6: 安达物流有限公司的员工爱喝茶。\n");
}
