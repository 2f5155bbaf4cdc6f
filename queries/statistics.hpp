// What a graph holds, in figures.
#pragma once

#include <zhitu/graph/graph.hpp>
#include <zhitu/queries/table.hpp>

#include <cstddef>
#include <string>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

struct TypeCount {
    std::string type;
    std::size_t count = 0;
    friend bool operator==(const TypeCount&, const TypeCount&) = default;
};

struct Statistics {
    std::size_t documents = 0;
    std::size_t nodes = 0;
    std::size_t edges = 0;
    std::vector<TypeCount> node_types; // by type alone, in order of the schema, then of names; none of 0
    std::vector<TypeCount> edge_types;
    std::size_t min_degree = 0; // in- and out-edges together; a loop counts twice
    std::size_t max_degree = 0;
    double mean_degree = 0;
    std::size_t components = 0;
    std::size_t largest_component = 0; // nodes
    std::size_t isolated = 0;          // nodes without edges (loops are edges)
    std::size_t nodes_with_evidence = 0;
    std::size_t edges_with_evidence = 0;
    std::size_t memory = 0; // bytes, estimated
};

/// O(nodes + edges).
[[nodiscard]] Statistics statistics(const Graph& graph);

/// One row a figure: `figure` (a key of the messages or a type), `count`. Types have their own rows.
[[nodiscard]] Table to_table(const Statistics& statistics);

/// One row a type: `type`, `count`.
[[nodiscard]] Table to_table(const std::vector<TypeCount>& counts);

} // namespace zhitu
#pragma GCC visibility pop
