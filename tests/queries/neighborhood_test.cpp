#include <zhitu/base/error.hpp>
#include <zhitu/queries/neighborhood.hpp>

#include "queries/random_graph.hpp"
#include "test.hpp"

#include <algorithm>
#include <map>

using namespace zhitu;

namespace {

bool among(const std::vector<std::string>& names, std::string_view name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

bool walkable(const Graph& graph, EdgeId edge, NodeId from, NodeId to, const NeighborhoodOptions& options) {
    const bool out = graph.source(edge) == from && graph.target(edge) == to;
    const bool in = graph.source(edge) == to && graph.target(edge) == from;
    return among(options.edge_types, graph.type(edge)) &&
           ((out && options.direction != Direction::in) || (in && options.direction != Direction::out));
}

// Rings by looking at every edge for every pair of nodes.
std::vector<Neighbor> slow_neighbors(const Graph& graph, NodeId start, const NeighborhoodOptions& options) {
    std::map<NodeId, std::uint32_t> hops{{start, 0}};
    for (std::uint32_t hop = 1; hop <= options.hops; ++hop)
        for (const NodeId from : graph.nodes())
            for (const NodeId to : graph.nodes())
                for (const EdgeId edge : graph.edges())
                    if (hops.contains(from) && hops[from] == hop - 1 && !hops.contains(to) &&
                        walkable(graph, edge, from, to, options) && among(options.node_types, graph.type(to)))
                        hops[to] = hop;
    std::vector<Neighbor> out;
    for (const auto& [node, hop] : hops) out.push_back({node, hop});
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.hops < b.hops; });
    if (out.size() > options.limit) out.resize(options.limit);
    return out;
}

} // namespace

TEST_CASE("neighbours equal those of a slow search, nearest first") {
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        const Graph graph = random_graph(random);
        NeighborhoodOptions options;
        options.hops = random() % 4;
        options.direction = static_cast<Direction>(random() % 3);
        if (random() % 2 == 0) options.edge_types = {"X"};
        if (random() % 3 == 0) options.node_types = {"A", "C"};
        if (random() % 3 == 0) options.limit = 1 + random() % 4;
        // A small graph may lack a type; asking for it is then an error of its own.
        if (!graph.type_id("X") || !graph.type_id("A") || !graph.type_id("C")) continue;
        const NodeId start(0U);
        CHECK(neighbors(graph, std::span(&start, 1), options) == slow_neighbors(graph, start, options));
    }
}

TEST_CASE("a neighbourhood holds all edges of the asked types between its nodes") {
    std::mt19937 random(12);
    const Graph graph = random_graph(random, {20, 60});
    const Subgraph near = neighborhood(graph, NodeId(3U), {.hops = 2, .edge_types = {"Y"}});
    for (const EdgeId edge : graph.edges())
        CHECK(near.contains(edge) ==
              (graph.type(edge) == "Y" && near.contains(graph.source(edge)) && near.contains(graph.target(edge))));
    CHECK(near.nodes().size() > 1);
}

TEST_CASE("a further label counts as a type of a node") {
    GraphBuilder builder;
    for (const char* id : {"a", "b", "c"}) builder.add_node(id, "T");
    builder.add_label(builder.reference("b"), "Special");
    builder.add_edge("a", "b", "X");
    builder.add_edge("a", "c", "X");
    const Graph graph = builder.freeze();
    const Subgraph near = neighborhood(graph, NodeId(0U), {.node_types = {"Special"}});
    REQUIRE(near.nodes().size() == 2);
    CHECK(near.nodes()[1] == NodeId(1U));
}

TEST_CASE("several starts are one neighbourhood; the limit keeps the nearest") {
    GraphBuilder builder;
    for (const char* id : {"a", "b", "c", "d", "e"}) builder.add_node(id, "T");
    builder.add_edge("a", "b", "X");
    builder.add_edge("b", "c", "X");
    builder.add_edge("e", "d", "X");
    const Graph graph = builder.freeze();
    const std::vector<NodeId> starts{NodeId(4U), NodeId(0U)};
    const std::vector<Neighbor> expected{{NodeId(0U), 0}, {NodeId(4U), 0}, {NodeId(1U), 1}};
    CHECK(neighbors(graph, starts, {.hops = 9, .limit = 3}) == expected);
    CHECK(neighbors(graph, starts, {.hops = 9}).size() == 5);
}

TEST_CASE("an unknown type is an error that lists the known ones") {
    std::mt19937 random(1);
    const Graph graph = random_graph(random, {8, 14, {"A", "B"}, {"X"}});
    CHECK_THROWS_WITH(neighborhood(graph, NodeId(0U), {.edge_types = {"Z"}}),
                      Contains("'Z'") && Contains("use one of X"));
    CHECK_THROWS_WITH(neighborhood(graph, NodeId(0U), {.node_types = {"Z"}}), Contains("use one of A, B"));
}
