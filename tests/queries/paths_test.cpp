#include <zhitu/base/error.hpp>
#include <zhitu/queries/paths.hpp>

#include "queries/random_graph.hpp"
#include "test.hpp"

#include <algorithm>
#include <tuple>

using namespace zhitu;

namespace {

double weight_of(const Graph& graph, EdgeId edge, const PathOptions& options) {
    const Value value = options.weight.empty() ? Value() : graph.property(edge, options.weight);
    const auto* integer = value.get_if<std::int64_t>();
    return integer != nullptr ? static_cast<double>(*integer) : 1.0;
}

// All simple paths by trying every edge at every node, in the order that paths.hpp tells.
struct SlowPaths {
    const Graph& graph;
    NodeId to;
    PathOptions options;
    std::vector<Path> found;

    void walk(const Path& path) {
        const NodeId here = path.nodes.back();
        if (here == to) return found.push_back(path);
        if (path.steps.size() == options.max_length) return;
        if (path.nodes.size() > 1 && !inner(here)) return;
        for (const EdgeId edge : graph.edges()) {
            if (!options.edge_types.empty() && graph.type(edge) != options.edge_types.front()) continue;
            if (options.direction != Direction::in && graph.source(edge) == here) extend(path, edge, true);
            if (options.direction != Direction::out && graph.target(edge) == here) extend(path, edge, false);
        }
    }

    void extend(Path path, EdgeId edge, bool forward) {
        const NodeId next = forward ? graph.target(edge) : graph.source(edge);
        if (std::find(path.nodes.begin(), path.nodes.end(), next) != path.nodes.end()) return;
        path.nodes.push_back(next);
        path.steps.push_back({edge, forward});
        path.length += weight_of(graph, edge, options);
        walk(path);
    }

    [[nodiscard]] bool inner(NodeId node) const {
        return options.node_types.empty() || graph.type(node) == options.node_types.front();
    }
};

enum class Order { by_length, by_steps };

std::vector<Path> slow_paths(const Graph& graph, NodeId from, NodeId to, const PathOptions& options, Order order) {
    SlowPaths slow{graph, to, options, {}};
    slow.walk({{from}, {}, 0});
    const auto key = [&](const Path& path) {
        std::vector<std::pair<NodeId, Step>> steps;
        for (std::size_t i = 0; i < path.steps.size(); ++i) steps.emplace_back(path.nodes[i + 1], path.steps[i]);
        return std::tuple(order == Order::by_length ? path.length : 0.0, path.steps.size(), steps);
    };
    std::sort(slow.found.begin(), slow.found.end(), [&](const Path& a, const Path& b) { return key(a) < key(b); });
    return slow.found;
}

PathOptions random_options(std::mt19937& random, const Graph& graph) {
    PathOptions options;
    options.direction = static_cast<Direction>(random() % 3);
    if (random() % 4 == 0 && graph.type_id("X")) options.edge_types = {"X"};
    if (random() % 4 == 0 && graph.type_id("A")) options.node_types = {"A"};
    return options;
}

bool weighted(const Graph& graph) {
    return !graph.edge_columns().empty();
}

} // namespace

TEST_CASE("all simple paths equal those of a slow search, in order") {
    std::mt19937 random(21);
    for (int round = 0; round < 300; ++round) {
        const Graph graph = random_graph(random, {7, 12});
        PathOptions options = random_options(random, graph);
        if (random() % 2 == 0) options.max_length = random() % 5;
        if (random() % 2 == 0 && weighted(graph)) options.weight = "weight";
        const NodeId from(0U), to(random() % 3);
        const PathList got = all_simple_paths(graph, from, to, options);
        CHECK(got.ending == Ending::complete);
        CHECK(got.paths == slow_paths(graph, from, to, options, Order::by_steps));
    }
}

TEST_CASE("the k shortest paths are the first of all, weighted or not") {
    std::mt19937 random(22);
    for (int round = 0; round < 300; ++round) {
        const Graph graph = random_graph(random, {7, 12});
        PathOptions options = random_options(random, graph);
        if (random() % 2 == 0 && weighted(graph))
            options.weight = "weight";
        else if (random() % 3 == 0)
            options.max_length = 1 + random() % 4;
        const NodeId from(0U), to(1U);
        std::vector<Path> expected = slow_paths(graph, from, to, options, Order::by_length);
        CHECK(k_shortest_paths(graph, from, to, 1000, options) == expected);
        const auto first = shortest_path(graph, from, to, options);
        REQUIRE(first.has_value() == !expected.empty());
        if (first) CHECK(*first == expected.front());
        if (expected.size() > 3) expected.resize(3);
        CHECK(k_shortest_paths(graph, from, to, 3, options) == expected);
    }
}

TEST_CASE("a limit that is reached is told, one that just suffices is not") {
    GraphBuilder builder;
    for (const char* id : {"a", "b", "c"}) builder.add_node(id, "T");
    builder.add_edge("a", "b", "X");
    builder.add_edge("a", "c", "X");
    builder.add_edge("c", "b", "X");
    const Graph graph = builder.freeze();
    const NodeId a(0U), b(1U);
    CHECK(all_simple_paths(graph, a, b, {.limit = 2}).ending == Ending::complete);
    const PathList cut = all_simple_paths(graph, a, b, {.limit = 1});
    CHECK(cut.ending == Ending::limit_of_paths);
    REQUIRE(cut.paths.size() == 1);
    CHECK(cut.paths.front().steps.size() == 1);
    CHECK(all_simple_paths(graph, a, b, {.max_steps = 2}).ending == Ending::limit_of_steps);
}

TEST_CASE("a long chain needs no deep stack") {
    const std::uint32_t length = 100'000;
    GraphBuilder builder;
    for (std::uint32_t i = 0; i <= length; ++i) builder.add_node(std::to_string(i), "T");
    for (std::uint32_t i = 0; i < length; ++i) builder.add_edge(NodeId(i), NodeId(i + 1), "X");
    const Graph graph = builder.freeze();
    const auto path = shortest_path(graph, NodeId(0U), NodeId(length));
    REQUIRE(path);
    CHECK(path->steps.size() == length);
    const PathList all = all_simple_paths(graph, NodeId(0U), NodeId(length));
    REQUIRE(all.paths.size() == 1);
    CHECK(all.paths.front() == *path);
}

TEST_CASE("weights that cannot be used are errors") {
    GraphBuilder builder;
    builder.add_node("a", "T");
    builder.add_node("b", "T");
    builder.set(builder.add_edge("a", "b", "X"), "cost", -1);
    builder.set(builder.add_edge("a", "b", "X"), "word", "long");
    const Graph graph = builder.freeze();
    const NodeId a(0U), b(1U);
    CHECK_THROWS_WITH(shortest_path(graph, a, b, {.weight = "cost"}), Contains("e0"));
    CHECK_THROWS_WITH(shortest_path(graph, a, b, {.weight = "word"}), Contains("e1"));
    CHECK_THROWS_WITH(shortest_path(graph, a, b, {.weight = "none"}), Contains("use one of cost, word"));
    CHECK_THROWS_WITH(k_shortest_paths(graph, a, b, 2, {.weight = "cost", .max_length = 2}), Contains("maximal"));
}

TEST_CASE("the subgraph of paths has their nodes and edges") {
    GraphBuilder builder;
    for (const char* id : {"a", "b", "c"}) builder.add_node(id, "T");
    builder.add_edge("b", "a", "X");
    builder.add_edge("b", "c", "X");
    builder.add_edge("a", "c", "X");
    const Graph graph = builder.freeze();
    const auto paths = k_shortest_paths(graph, NodeId(0U), NodeId(1U), 1);
    const Subgraph part = to_subgraph(graph, paths);
    CHECK(part.nodes().size() == 2);
    REQUIRE(part.edges().size() == 1);
    CHECK(part.edges().front() == EdgeId(0U));
}
