// The addition that docs/packs.md works through does what the page says.
#include "support/read_text.hpp"

#include <zhitu/importers/importer.hpp>
#include <zhitu/packs/join.hpp>

#include "test.hpp"

#include <nlohmann/json.hpp>

using namespace zhitu;
using Json = nlohmann::ordered_json;

namespace {

/// What stands in the first fenced block behind `mark` on the page.
std::string block_behind(std::string_view mark) {
    const std::string page = read_source("docs/packs.md");
    const auto at = page.find(mark);
    REQUIRE(at != std::string::npos);
    const auto fence = page.find("```", at);
    const auto begin = page.find('\n', fence) + 1;
    return page.substr(begin, page.find("```", begin) - begin);
}

std::string paper_of_the_page() {
    const std::string page = read_source("docs/packs.md");
    const auto begin = page.find("光禾夺得了");
    REQUIRE(begin != std::string::npos);
    return "仓储观察\n\n1 正文\n\n" + page.substr(begin, page.find('\n', begin) - begin) + "\n";
}

std::shared_ptr<const Pack> pack_of_the_page(const TemporaryFolder& folder) {
    for (const char* file : {"terms/own.txt", "classes/own.txt", "rules/own.rules"})
        folder.write(file, block_behind(std::string("`my-pack/") + file + "`"));
    const auto path = folder.path();
    return join_packs(std::span(&path, 1));
}

struct Read {
    Graph graph;
    std::vector<std::string> warnings;
};

Read read_with(const std::shared_ptr<const Pack>& pack) {
    Read out;
    ImportOptions options;
    options.pack = pack;
    options.warning = [&](std::string_view line) { out.warnings.emplace_back(line); };
    out.graph = import_text(paper_of_the_page(), options);
    return out;
}

std::vector<std::string> edges_in(const Graph& graph) {
    std::vector<std::string> out;
    for (const EdgeId edge : graph.edges()) {
        std::string& line = out.emplace_back(graph.type(edge));
        line.append(" ").append(graph.name(graph.source(edge)));
        line.append(" -> ").append(graph.name(graph.target(edge)));
        line.append(" by ").append(graph.property(edge, "rule").text());
    }
    return out;
}

bool is_of(std::string_view type, std::string_view edge) {
    return edge.starts_with(type);
}

} // namespace

TEST_CASE("without the pack of the page its paper gives neither edge") {
    const Read read = read_with(nullptr);
    for (const std::string& edge : edges_in(read.graph)) CHECK_FALSE((is_of("SERVES", edge) || is_of("FOLLOWS", edge)));
    CHECK_FALSE(read.graph.find_id("firm:光禾"));
    CHECK(read.warnings.empty());
}

TEST_CASE("the terms, words and rules of the page give what it promises") {
    const TemporaryFolder folder;
    const Read read = read_with(pack_of_the_page(folder));
    auto edges = edges_in(read.graph);
    std::erase_if(edges, [](const auto& edge) { return !is_of("SERVES", edge) && !is_of("FOLLOWS", edge); });
    CHECK(edges == std::vector<std::string>{"SERVES 光禾 -> 海岳集团 by own.serves.gets-order",
                                            "FOLLOWS 光禾 -> 智能仓储接口规程 by own.follows.standard"});
    CHECK(read.graph.property(node_named(read.graph, "Technology", "光织机"), "rule") == Value("term"));
    CHECK_FALSE(read.graph.find_id("firm:夺得海岳集团"));
    CHECK(read.warnings == std::vector<std::string>{"the schema 'policy' has no node type Standard",
                                                    "the schema 'policy' has no edge type FOLLOWS"});
}

TEST_CASE("the types of the page make a schema that knows them") {
    Json schema = Json::parse(read_source("packs/policy/schema.json"));
    schema.merge_patch(Json::parse(block_behind("**A type.**")));
    const Schema known = Schema::from_json(schema.dump());
    CHECK(known.node_label("Standard", Language::zh) == "标准");
    CHECK(known.allows("FOLLOWS", "Firm", "Standard"));
    CHECK_FALSE(known.allows("FOLLOWS", "Policy", "Standard"));
    CHECK(known.node_type("Policy") != nullptr);
}
