#include <zhitu/base/error.hpp>
#include <zhitu/importers/importer.hpp>
#include <zhitu/packs/policy.hpp>
#include <zhitu/queries/links.hpp>

#include "queries/random_graph.hpp"
#include "test.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <tuple>

using namespace zhitu;

namespace {

using Pair = std::pair<std::string, std::string>;
using Triple = std::tuple<std::string, std::string, std::string>; // type, head, tail

struct SlowAnswer {
    std::map<Pair, double> score;
    std::map<Pair, std::size_t> paths;
    std::map<Pair, double> best;
};

// The ranking by its definition, over sets of ids; as plain as can be.
class SlowLinks {
  public:
    SlowLinks(const Graph& graph, const LinksOptions& options)
        : options_(options) {
        for (const NodeId node : graph.nodes()) types_[std::string(graph.id(node))] = graph.type(node);
        for (const EdgeId edge : graph.edges())
            edges_.emplace(graph.type(edge), graph.id(graph.source(edge)), graph.id(graph.target(edge)));
        for (const auto& [narrow, broad] : options.broader)
            edges_.emplace("BROADER", graph.id(narrow), graph.id(broad));
        for (const auto& [type, head, tail] : edges_) {
            out_[{type, head}].insert(tail);
            in_[{type, tail}].insert(head);
        }
    }

    SlowAnswer run() {
        for (const auto& [id, type] : types_)
            if (type == options_.from) walk({id}, 1.0);
        return answer_;
    }

  private:
    void walk(const std::vector<std::string>& path, double weight) {
        for (const auto& [type, head, tail] : edges_) {
            const double step =
                std::pow(static_cast<double>(out_[{type, head}].size() * in_[{type, tail}].size()), -options_.damping);
            if (head == path.back())
                go(path, tail, weight * step);
            else if (tail == path.back())
                go(path, head, weight * step);
        }
    }

    void go(std::vector<std::string> path, const std::string& next, double weight) {
        if (std::find(path.begin(), path.end(), next) != path.end()) return;
        if (types_[next] == options_.to) {
            const Pair pair{path.front(), next};
            answer_.score[pair] += weight;
            answer_.best[pair] = std::max(answer_.best[pair], weight);
            ++answer_.paths[pair];
        }
        const bool via = std::find(options_.via.begin(), options_.via.end(), types_[next]) != options_.via.end();
        if (!via || path.size() >= options_.max_length) return;
        path.push_back(next);
        walk(path, weight * options_.decay);
    }

    const LinksOptions& options_;
    std::map<std::string, std::string> types_;
    std::set<Triple> edges_;
    std::map<Pair, std::set<std::string>> out_, in_;
    SlowAnswer answer_;
};

const RandomShape papers{16, 34, {"Policy", "Case", "Technology", "Technology", "Scenario", "Firm"}, {"X", "Y", "Z"}};

LinksOptions random_options(std::mt19937& random) {
    LinksOptions options;
    options.limit = 0;
    options.max_length = 1 + random() % 5;
    options.damping = static_cast<double>(random() % 5) / 4;
    options.decay = 0.25 + static_cast<double>(random() % 4) / 4;
    if (random() % 3 == 0) options.via = {"Technology", "Policy"}; // a start's type may be an inner one
    if (random() % 4 == 0) options.to = "Policy";
    if (random() % 4 == 0) options.from = "Technology";
    return options;
}

bool has_types(const Graph& graph, const LinksOptions& options) {
    return !graph.nodes(options.from).empty() && !graph.nodes(options.to).empty();
}

void check_path(const Graph& graph, const LinkPath& path, const Link& link) {
    REQUIRE(path.path.nodes.size() == path.path.steps.size() + 1);
    CHECK(path.path.nodes.front() == link.from);
    CHECK(path.path.nodes.back() == link.to);
    for (std::size_t i = 0; i < path.path.steps.size(); ++i) {
        const Step step = path.path.steps[i];
        if (!step.edge.valid()) continue;
        const NodeId from = path.path.nodes[i], to = path.path.nodes[i + 1];
        CHECK(graph.source(step.edge) == (step.forward ? from : to));
        CHECK(graph.target(step.edge) == (step.forward ? to : from));
    }
}

void check_equal(const Graph& graph, const LinksAnswer& fast, const SlowAnswer& slow) {
    CHECK(fast.pairs == slow.score.size());
    REQUIRE(fast.links.size() == slow.score.size());
    for (const Link& link : fast.links) {
        const Pair pair{graph.id(link.from), graph.id(link.to)};
        REQUIRE(slow.score.contains(pair));
        CHECK(link.score == Approx(slow.score.at(pair)).epsilon(1e-9));
        CHECK(link.paths == slow.paths.at(pair));
        REQUIRE(link.best.size() == std::min<std::size_t>(3, link.paths));
        CHECK(link.best.front().score == Approx(slow.best.at(pair)).epsilon(1e-9));
        for (std::size_t i = 0; i < link.best.size(); ++i) {
            check_path(graph, link.best[i], link);
            if (i > 0) CHECK(link.best[i - 1].score >= link.best[i].score);
        }
    }
}

std::filesystem::path shared_folder() {
    const char* folder = std::getenv("ZHITU_SHARED");
    return folder != nullptr ? std::filesystem::path(folder) : std::filesystem::path(ZHITU_SOURCE_DIR) / "../shared";
}

nlohmann::json node_link(const Graph& graph) {
    nlohmann::json json{{"nodes", nlohmann::json::array()}, {"edges", nlohmann::json::array()}};
    for (const NodeId node : graph.nodes())
        json["nodes"].push_back({{"id", graph.id(node)}, {"type", graph.type(node)}, {"name", graph.name(node)}});
    for (const EdgeId edge : graph.edges())
        json["edges"].push_back({{"type", graph.type(edge)},
                                 {"source", graph.id(graph.source(edge))},
                                 {"target", graph.id(graph.target(edge))}});
    return json;
}

nlohmann::json answer_json(const Graph& graph, const LinksAnswer& answer) {
    nlohmann::json json = nlohmann::json::array();
    for (const Link& link : answer.links)
        json.push_back(
            {{"from", graph.id(link.from)}, {"to", graph.id(link.to)}, {"score", link.score}, {"paths", link.paths}});
    return json;
}

bool agrees_with(const std::filesystem::path& reference, const Graph& graph, std::size_t max_length) {
    LinksOptions options;
    options.limit = 0;
    options.max_length = max_length;
    const auto folder = std::filesystem::temp_directory_path() / "zhitu-links-test";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "graph.json") << node_link(graph);
    std::ofstream(folder / "answer.json") << answer_json(graph, links(graph, options));
    const std::string command = "python3 '" + reference.string() + "' '" + (folder / "graph.json").string() +
                                "' --max-length " + std::to_string(max_length) + " --check '" +
                                (folder / "answer.json").string() + "' >'" + (folder / "out.txt").string() + "'";
    const bool agrees = std::system(command.c_str()) == 0;
    std::filesystem::remove_all(folder);
    return agrees;
}

// A policy and a case that share a technology, another case by way of a scenario, and a policy that hangs loose.
GraphBuilder example() {
    GraphBuilder builder(policy_schema());
    builder.add_node("policy:甲", "Policy", "甲");
    builder.add_node("policy:乙", "Policy", "乙");
    builder.add_node("technology:工业机器人", "Technology", "工业机器人");
    builder.add_node("technology:机器人", "Technology", "机器人");
    builder.add_node("case:一", "Case", "一");
    builder.add_node("firm:丙", "Firm", "丙");
    builder.add_edge("policy:甲", "technology:机器人", "TARGETS");
    builder.add_edge("case:一", "technology:工业机器人", "USES");
    builder.add_edge("firm:丙", "case:一", "CARRIES_OUT");
    return builder;
}

} // namespace

TEST_CASE("links equal the slow ranking on random graphs") {
    std::mt19937 random(31);
    std::size_t pairs = 0;
    for (int round = 0; round < 200; ++round) {
        const Graph graph = random_graph(random, papers);
        const LinksOptions options = random_options(random);
        if (!has_types(graph, options)) continue;
        const LinksAnswer answer = links(graph, options);
        check_equal(graph, answer, SlowLinks(graph, options).run());
        pairs += answer.pairs;
    }
    CHECK(pairs > 500);
}

TEST_CASE("links with a limit are the first of all links") {
    std::mt19937 random(32);
    for (int round = 0; round < 50; ++round) {
        const Graph graph = random_graph(random, {60, 150, papers.node_types, papers.edge_types});
        LinksOptions options;
        options.limit = 0;
        const LinksAnswer all = links(graph, options);
        CHECK(std::is_sorted(all.links.begin(), all.links.end(), [&](const Link& a, const Link& b) {
            const auto key = [&](const Link& link) {
                return std::tuple(-link.score, std::string(graph.id(link.from)), std::string(graph.id(link.to)));
            };
            return key(a) < key(b);
        }));
        options.limit = 5;
        const LinksAnswer some = links(graph, options);
        CHECK(some.pairs == all.pairs);
        REQUIRE(some.links.size() == std::min<std::size_t>(5, all.pairs));
        for (std::size_t i = 0; i < some.links.size(); ++i) {
            CHECK(some.links[i].from == all.links[i].from);
            CHECK(some.links[i].to == all.links[i].to);
        }
    }
}

TEST_CASE("the number of threads does not change a bit of the answer") {
    std::mt19937 random(29);
    for (int round = 0; round < 20; ++round) {
        const Graph graph = random_graph(random, {80, 220, papers.node_types, papers.edge_types});
        LinksOptions options = random_options(random);
        options.limit = random() % 2 == 0 ? 0 : 7;
        if (!has_types(graph, options)) continue;
        options.jobs = 1;
        const LinksAnswer alone = links(graph, options);
        const LinkMatrix alone_matrix = links_matrix(graph, options);
        options.jobs = 5;
        const LinksAnswer together = links(graph, options);
        CHECK(links_matrix(graph, options).scores == alone_matrix.scores);
        CHECK(together.pairs == alone.pairs);
        REQUIRE(together.links.size() == alone.links.size());
        for (std::size_t i = 0; i < alone.links.size(); ++i) {
            const Link &one = alone.links[i], &other = together.links[i];
            CHECK(std::tuple(one.from, one.to, one.score, one.paths) ==
                  std::tuple(other.from, other.to, other.score, other.paths));
            REQUIRE(one.best.size() == other.best.size());
            for (std::size_t k = 0; k < one.best.size(); ++k) CHECK(one.best[k].path == other.best[k].path);
        }
    }
}

TEST_CASE("links equal the slow ranking on the graph of the example paper") {
    const Graph graph = import_file(std::filesystem::path(ZHITU_SOURCE_DIR) / "examples/ai-manufacturing.txt");
    LinksOptions options;
    options.limit = 0;
    const LinksAnswer answer = links(graph, options);
    check_equal(graph, answer, SlowLinks(graph, options).run());
    CHECK(answer.pairs > 0);
}

TEST_CASE("links equal the Python reference") {
    const auto reference = shared_folder() / "gold/links_ref.py";
    if (!std::filesystem::exists(reference) || std::system("python3 -c pass 2>/dev/null") != 0) {
        std::cout << "skipped: the Python reference of links: ../shared is not here\n";
        return;
    }
    std::mt19937 random(33);
    for (int round = 0; round < 5; ++round) {
        const Graph graph = random_graph(random, {80, 260, papers.node_types, papers.edge_types});
        CHECK(agrees_with(reference, graph, 4));
    }
    CHECK(agrees_with(reference, import_file(shared_folder() / "paper/paper.txt"), 3));
}

TEST_CASE("the order of nodes and edges does not change a score by a bit") {
    std::mt19937 random(34);
    const Graph graph = random_graph(random, {40, 120, papers.node_types, papers.edge_types});
    GraphBuilder builder;
    for (std::size_t i = graph.node_count(); i-- > 0;) builder.add_node(graph.id(NodeId(i)), graph.type(NodeId(i)));
    for (std::size_t i = graph.edge_count(); i-- > 0;) {
        const EdgeId edge(i);
        builder.add_edge(graph.id(graph.source(edge)), graph.id(graph.target(edge)), graph.type(edge));
    }
    const Graph turned = builder.freeze();
    CHECK(answer_json(graph, links(graph)).dump() == answer_json(turned, links(turned)).dump());
}

TEST_CASE("equal scores stand in the order of the reference") {
    GraphBuilder builder;
    for (const char* id : {"x", "x#2", "xa"}) {
        builder.add_node(id, "Policy");
        builder.add_edge(id, "t", "TARGETS");
    }
    builder.add_node("t", "Technology");
    builder.add_node("c", "Case");
    builder.add_edge("c", "t", "USES");
    const Graph graph = builder.freeze();
    std::vector<std::string_view> order;
    for (const Link& link : links(graph).links) order.push_back(graph.id(link.from));
    CHECK(order == std::vector<std::string_view>{"x#2", "x", "xa"});
}

TEST_CASE("nodes may be chosen instead of types") {
    std::mt19937 random(35);
    const Graph graph = random_graph(random, {40, 120, papers.node_types, papers.edge_types});
    LinksOptions options;
    options.limit = 0;
    const LinksAnswer all = links(graph, options);
    REQUIRE(!all.links.empty());
    options.from_nodes = {all.links.back().from};
    options.to_nodes = {all.links.back().to};
    const LinksAnswer one = links(graph, options);
    REQUIRE(one.links.size() == 1);
    CHECK(one.links.front().score == all.links.back().score);
}

TEST_CASE("broader terms are steps of the pack's own") {
    const Graph graph = example().freeze();
    CHECK(links(graph).links.empty());
    const std::vector<std::pair<std::string, std::string>> table{{"工业机器人", "机器人"}, {"机器人", "装备"}};
    LinksOptions options;
    options.broader = broader_pairs(graph, table);
    const LinksAnswer answer = links(graph, options);
    REQUIRE(answer.links.size() == 1);
    const Link& link = answer.links.front();
    CHECK(link.score == Approx(0.25)); // three steps of weight 1, decayed twice
    REQUIRE(link.best.front().path.steps.size() == 3);
    CHECK_FALSE(link.best.front().path.steps[1].edge.valid());
    CHECK_FALSE(link.best.front().path.steps[1].forward); // from broad to narrow
    CHECK(to_subgraph(graph, answer.links).edges().size() == 2);
    check_equal(graph, answer, SlowLinks(graph, options).run());
}

TEST_CASE("random broader terms weigh like edges of one more type") {
    std::mt19937 random(36);
    for (int round = 0; round < 50; ++round) {
        const Graph graph = random_graph(random, papers);
        LinksOptions options;
        options.limit = 0;
        for (int i = 0; i < 8; ++i)
            options.broader.emplace_back(NodeId(random() % graph.node_count()), NodeId(random() % graph.node_count()));
        if (!has_types(graph, options)) continue;
        check_equal(graph, links(graph, options), SlowLinks(graph, options).run());
    }
}

TEST_CASE("broader pairs skip terms that the graph lacks, and join nodes of one type only") {
    GraphBuilder builder;
    builder.add_node("a", "Technology", "焊接机器人");
    builder.add_alias(builder.reference("a"), "自动焊接机");
    builder.add_node("b", "Technology", "装备");
    builder.add_node("c", "Industry", "装备");
    builder.add_node("d", "Firm", "装备");
    const Graph graph = builder.freeze();
    const std::vector<std::pair<std::string, std::string>> table{
        {"自动焊接机", "机器人"}, {"机器人", "装备"}, {"装备", "机器人"}};
    CHECK(broader_pairs(graph, table) == std::vector<std::pair<NodeId, NodeId>>{{NodeId(0U), NodeId(1U)}});
}

TEST_CASE("what has no link comes with its nearest miss") {
    GraphBuilder builder = example();
    builder.add_edge("firm:丙", "technology:机器人", "DEVELOPS");
    const Graph graph = builder.freeze();
    const UnlinkedNodes nodes = unlinked(graph);
    REQUIRE(nodes.from.size() == 2);
    REQUIRE(nodes.from[0].nearest);
    CHECK(nodes.from[0].nearest->steps.size() == 3); // policy, robot, firm, case
    CHECK(nodes.from[0].nearest->nodes.back() == graph.find_id("case:一"));
    CHECK_FALSE(nodes.from[1].nearest);
    REQUIRE(nodes.to.size() == 1);
    CHECK(nodes.to[0].nearest->nodes.back() == graph.find_id("policy:甲"));
}

TEST_CASE("a node is no nearest miss of its own") {
    GraphBuilder builder;
    builder.add_node("a", "Firm");
    builder.add_node("b", "Firm");
    builder.add_node("c", "Person");
    builder.add_edge("a", "c", "X");
    builder.add_edge("b", "c", "X");
    const Graph graph = builder.freeze();
    const UnlinkedNodes nodes = unlinked(graph, {.from = "Firm", .to = "Firm"});
    REQUIRE(nodes.from.size() == 2);
    REQUIRE(nodes.from[0].nearest);
    CHECK(nodes.from[0].nearest->nodes.back() == NodeId(1U));
}

TEST_CASE("linked and unlinked nodes are all nodes") {
    std::mt19937 random(37);
    for (int round = 0; round < 50; ++round) {
        const Graph graph = random_graph(random, papers);
        LinksOptions options;
        options.limit = 0;
        if (!has_types(graph, options)) continue;
        std::set<NodeId> linked, loose;
        for (const Link& link : links(graph, options).links) linked.insert(link.from);
        for (const Unlinked& node : unlinked(graph, options).from) loose.insert(node.node);
        CHECK(linked.size() + loose.size() == graph.nodes("Policy").size());
        for (const NodeId node : loose) CHECK_FALSE(linked.contains(node));
    }
}

TEST_CASE("the matrix has the scores of the list") {
    std::mt19937 random(38);
    const Graph graph = random_graph(random, {40, 120, papers.node_types, papers.edge_types});
    const LinkMatrix matrix = links_matrix(graph);
    CHECK(matrix.from.size() == graph.nodes("Policy").size());
    CHECK(matrix.to.size() == graph.nodes("Case").size());
    LinksOptions options;
    options.limit = 0;
    const LinksAnswer all = links(graph, options);
    for (const Link& link : all.links) {
        const auto row = std::find(matrix.from.begin(), matrix.from.end(), link.from) - matrix.from.begin();
        const auto column = std::find(matrix.to.begin(), matrix.to.end(), link.to) - matrix.to.begin();
        CHECK(matrix.scores[static_cast<std::size_t>(row) * matrix.to.size() + static_cast<std::size_t>(column)] ==
              link.score);
    }
    const auto filled = std::count_if(matrix.scores.begin(), matrix.scores.end(), [](double s) { return s > 0; });
    CHECK(static_cast<std::size_t>(filled) == all.pairs);
    const Table table = to_table(graph, matrix);
    CHECK(table.columns.size() == matrix.to.size() + 1);
    CHECK(table.columns[1].key == graph.name(matrix.to.front()));
    CHECK(table.rows.size() == matrix.from.size());
}

TEST_CASE("wrong options of links are errors") {
    const Graph graph = example().freeze();
    CHECK_THROWS_WITH(links(graph, {.from = "Polcy"}), Contains("'Polcy'") && Contains("Policy"));
    CHECK_THROWS_WITH(links(graph, {.via = {"Tech"}}), Contains("'Tech'"));
    CHECK_THROWS_WITH(links(graph, {.decay = 2}), Contains("decay is 2"));
    CHECK(links(graph, {.via = {}}).links.empty());
}
