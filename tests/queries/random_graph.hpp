// Small random graphs with parallel edges, loops and several types, for fast algorithms and their slow twins.
#pragma once

#include <zhitu/graph/builder.hpp>

#include <random>
#include <string>
#include <vector>

struct RandomShape {
    int nodes = 8;
    int edges = 14;
    std::vector<std::string> node_types{"A", "B", "C"};
    std::vector<std::string> edge_types{"X", "Y"};
};

/// Edges have a `weight` of 0 to 4; each fourth has none.
inline zhitu::Graph random_graph(std::mt19937& random, const RandomShape& shape = {}) {
    const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
    const auto id = [](std::size_t number) { return std::string("n").append(std::to_string(number)); };
    const auto node = [&] { return id(random() % static_cast<unsigned>(shape.nodes)); };
    zhitu::GraphBuilder builder;
    for (int i = 0; i < shape.nodes; ++i) builder.add_node(id(static_cast<std::size_t>(i)), pick(shape.node_types));
    for (int i = 0; i < shape.edges; ++i) {
        const std::string from = node(), to = node();
        const auto edge = builder.add_edge(from, to, pick(shape.edge_types));
        if (random() % 4 != 0) builder.set(edge, "weight", static_cast<int>(random() % 5));
    }
    return builder.freeze();
}
