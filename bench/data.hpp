// The graphs that everything is measured on, made from a seed: the same numbers on every machine.
//
// `social` is like the social network of LDBC: three node types, six edge types, four properties, degrees after Zipf.
// It has no loops and no two edges between the same nodes in either direction, so that paths of nodes and paths of
// edges are the same and every peer counts alike. `rmat` is the Kronecker graph of Graph500: one type, loops and
// parallel edges as they come.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhitu::bench {

inline constexpr std::array<std::string_view, 3> social_node_types{"Person", "Post", "Tag"};
inline constexpr std::array<std::string_view, 6> social_edge_types{"KNOWS",    "LIKES",   "CREATED",
                                                                   "REPLY_OF", "HAS_TAG", "INTERESTED_IN"};

/// A graph as arrays, edges in no order. Nodes of one type have numbers in a row.
struct Data {
    std::string name;                              // "social"
    std::vector<std::string_view> node_type_names; // by the numbers in `node_types`
    std::vector<std::string_view> edge_type_names; // by the numbers in `edge_types`
    std::vector<std::uint8_t> node_types;          // by node
    std::vector<std::uint32_t> sources, targets;   // by edge
    std::vector<std::uint8_t> edge_types;          // by edge
    std::vector<std::uint8_t> weights;             // by edge, in eighths: sums of weights are exact
    std::uint32_t start = 0;                       // the node with the most out-edges: where searches begin
    std::vector<std::uint32_t> seeds;              // persons, 1,000 or all where there are fewer
    std::vector<std::uint32_t> sparse_seeds;       // the first 20 of 100 persons that have up to 20 out-edges
    std::vector<std::pair<std::uint32_t, std::uint32_t>> person_pairs; // 100 pairs of persons
    std::vector<std::pair<std::uint32_t, std::uint32_t>> tag_pairs;    // 100 pairs of a person and a tag

    [[nodiscard]] std::size_t node_count() const { return node_types.size(); }
    [[nodiscard]] std::size_t edge_count() const { return sources.size(); }
};

// The properties of the nodes of `social`.
[[nodiscard]] std::int64_t year_of(std::uint32_t node);
[[nodiscard]] double score_of(std::uint32_t node); // a multiple of 1/8
[[nodiscard]] std::string_view city_of(std::uint32_t node);

/// `edges` edges, a node for every ten.
[[nodiscard]] Data make_social(std::size_t edges);

/// 2^scale nodes, 16 edges a node.
[[nodiscard]] Data make_rmat(unsigned scale);

/// The data set of a name with (about, for `rmat`) this many edges.
[[nodiscard]] Data make_data(std::string_view name, std::size_t edges);

} // namespace zhitu::bench
