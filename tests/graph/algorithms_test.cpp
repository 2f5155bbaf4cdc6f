#include <zhitu/graph/algorithms/bfs.hpp>
#include <zhitu/graph/algorithms/components.hpp>

#include "queries/random_graph.hpp"
#include "test.hpp"

using namespace zhitu;

namespace {

// Distances by relaxing every edge until nothing changes.
std::vector<std::uint32_t> slow_distances(const Graph& graph, NodeId start, Direction direction) {
    std::vector<std::uint32_t> distance(graph.node_count(), unreached);
    distance[start.index()] = 0;
    const auto relax = [&](NodeId from, NodeId to) {
        if (distance[from.index()] == unreached || distance[to.index()] <= distance[from.index()] + 1) return false;
        distance[to.index()] = distance[from.index()] + 1;
        return true;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (const EdgeId edge : graph.edges()) {
            if (direction != Direction::in) changed |= relax(graph.source(edge), graph.target(edge));
            if (direction != Direction::out) changed |= relax(graph.target(edge), graph.source(edge));
        }
    }
    return distance;
}

} // namespace

TEST_CASE("breadth-first distances equal those of relaxing edges") {
    std::mt19937 random(5);
    for (int round = 0; round < 100; ++round) {
        const Graph graph = random_graph(random, {12, 14});
        const NodeId start(0U);
        for (const Direction direction : {Direction::out, Direction::in, Direction::both})
            CHECK(bfs_distances(graph, std::span(&start, 1), {.direction = direction}) ==
                  slow_distances(graph, start, direction));
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
        const auto distance = slow_distances(graph, start, Direction::both);
        for (const NodeId node : graph.nodes())
            CHECK((components.of_node[node.index()] == components.of_node[0]) == (distance[node.index()] != unreached));
    }
}
