#include <zhitu/graph/algorithms/bfs.hpp>
#include <zhitu/graph/algorithms/components.hpp>
#include <zhitu/graph/algorithms/khop.hpp>

#include "queries/random_graph.hpp"
#include "test.hpp"

#include <algorithm>

using namespace zhitu;

namespace {

// Distances by relaxing every edge until nothing changes.
std::vector<std::uint32_t> slow_distances(const Graph& graph, std::span<const NodeId> starts,
                                          const BfsOptions& options) {
    std::vector<std::uint32_t> distance(graph.node_count(), unreached);
    for (const NodeId start : starts) distance[start.index()] = 0;
    const auto relax = [&](NodeId from, NodeId to) {
        const std::uint32_t here = distance[from.index()];
        if (here == unreached || here >= options.max_distance || distance[to.index()] <= here + 1) return false;
        if (here > 0 && !options.nodes.has(graph, from)) return false;
        distance[to.index()] = here + 1;
        return true;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (const EdgeId edge : graph.edges()) {
            if (!options.edges.has(graph.type_id(edge))) continue;
            if (options.direction != Direction::in) changed |= relax(graph.source(edge), graph.target(edge));
            if (options.direction != Direction::out) changed |= relax(graph.target(edge), graph.source(edge));
        }
    }
    return distance;
}

TypeFilter some_edges(std::mt19937& random, const Graph& graph) {
    return random() % 2 == 0 ? TypeFilter() : TypeFilter::of_edges(graph, {"X"}, UnknownType::ignore);
}

TypeFilter some_nodes(std::mt19937& random, const Graph& graph) {
    return random() % 2 == 0 ? TypeFilter() : TypeFilter::of_nodes(graph, {"A", "C"}, UnknownType::ignore);
}

std::vector<NodeId> some_starts(std::mt19937& random, const Graph& graph) {
    std::vector<NodeId> starts(1 + random() % 3);
    for (NodeId& start : starts) start = NodeId(random() % graph.node_count());
    return starts;
}

// Rings out of slow distances; nodes that may not be reached are not walked through either, and left out.
std::vector<std::vector<NodeId>> slow_rings(const Graph& graph, std::span<const NodeId> starts,
                                            const KHopOptions& options) {
    const auto distance = slow_distances(graph, starts,
                                         {.direction = options.direction,
                                          .edges = options.edges,
                                          .nodes = options.nodes,
                                          .max_distance = static_cast<std::uint32_t>(options.hops)});
    std::vector<std::vector<NodeId>> rings;
    std::size_t reached = 0;
    for (std::uint32_t hops = 0; hops <= options.hops && (hops == 0 || reached < options.enough); ++hops) {
        std::vector<NodeId> ring;
        for (const NodeId node : graph.nodes())
            if (distance[node.index()] == hops && (hops == 0 || options.nodes.has(graph, node))) ring.push_back(node);
        if (ring.empty()) break;
        reached += ring.size();
        rings.push_back(std::move(ring));
    }
    return rings;
}

} // namespace

TEST_CASE("breadth-first distances equal those of relaxing edges") {
    std::mt19937 random(5);
    for (int round = 0; round < 400; ++round) {
        const Graph graph = random_graph(random, {12, 6 + static_cast<int>(random() % 40)});
        const auto starts = some_starts(random, graph);
        const BfsOptions options{.direction = static_cast<Direction>(random() % 3),
                                 .edges = some_edges(random, graph),
                                 .nodes = some_nodes(random, graph),
                                 .max_distance = random() % 3 == 0 ? 2 : unreached};
        CHECK(bfs_distances(graph, starts, options) == slow_distances(graph, starts, options));
    }
}

TEST_CASE("distances in a large graph are the same whichever way the search looks") {
    // A hub with 500 leaves of two nodes each: the ring of leaves is large, so that the rest looks for it.
    GraphBuilder builder;
    const NodeId hub = builder.add_node("hub", "T");
    for (int i = 0; i < 500; ++i) {
        const NodeId leaf = builder.add_node("leaf" + std::to_string(i), "T");
        builder.add_edge(hub, leaf, "X");
        builder.add_edge(leaf, builder.add_node("end" + std::to_string(i), "T"), "X");
    }
    builder.add_node("alone", "T");
    const Graph graph = builder.freeze();
    for (const Direction direction : {Direction::out, Direction::both, Direction::in}) {
        const BfsOptions options{.direction = direction};
        CHECK(bfs_distances(graph, std::span(&hub, 1), options) == slow_distances(graph, std::span(&hub, 1), options));
    }
}

TEST_CASE("a k-hop search gives the rings of the distances, again and again") {
    std::mt19937 random(15);
    for (int round = 0; round < 150; ++round) {
        const Graph graph = random_graph(random, {14, 24});
        const KHopOptions options{.hops = random() % 4,
                                  .direction = static_cast<Direction>(random() % 3),
                                  .edges = some_edges(random, graph),
                                  .nodes = some_nodes(random, graph),
                                  .enough = random() % 3 == 0 ? 3 : graph.node_count()};
        KHop search(graph, options);
        for (int again = 0; again < 4; ++again) {
            const auto starts = some_starts(random, graph);
            const auto expected = slow_rings(graph, starts, options);
            std::size_t all = search.from(starts).size();
            REQUIRE(search.rings() == expected.size());
            for (std::size_t hops = 0; hops < expected.size(); ++hops) {
                std::vector<NodeId> ring(search.ring(hops).begin(), search.ring(hops).end());
                std::sort(ring.begin(), ring.end());
                CHECK(ring == expected[hops]);
                all -= ring.size();
            }
            CHECK(all == 0);
        }
    }
}

TEST_CASE("breadth-first search ends at a distance and does not pass nodes of other types") {
    GraphBuilder builder;
    builder.add_node("a", "T");
    builder.add_node("b", "U");
    builder.add_node("c", "T");
    builder.add_edge("a", "b", "X");
    builder.add_edge("b", "c", "X");
    const Graph graph = builder.freeze();
    const NodeId start(0U);
    using Distances = std::vector<std::uint32_t>;
    CHECK(bfs_distances(graph, std::span(&start, 1)) == Distances{0, 1, 2});
    CHECK(bfs_distances(graph, std::span(&start, 1), {.max_distance = 1}) == Distances{0, 1, unreached});
    CHECK(bfs_distances(graph, std::span(&start, 1), {.nodes = TypeFilter::of_nodes(graph, {"T"})}) ==
          Distances{0, 1, unreached});
}

TEST_CASE("nodes are of one component exactly when one reaches the other") {
    std::mt19937 random(6);
    for (int round = 0; round < 50; ++round) {
        const Graph graph = random_graph(random, {12, 8});
        const Components components = weak_components(graph);
        std::size_t all = 0;
        for (const std::size_t size : components.sizes) all += size;
        CHECK(all == graph.node_count());
        const NodeId start(0U);
        const auto distance = slow_distances(graph, std::span(&start, 1), {});
        for (const NodeId node : graph.nodes())
            CHECK((components.of_node[node.index()] == components.of_node[0]) == (distance[node.index()] != unreached));
    }
}
