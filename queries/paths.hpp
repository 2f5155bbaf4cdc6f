// How two nodes hang together: the shortest path, the k shortest, and all simple ones up to a length. A path is simple
// (no node twice); parallel edges make different paths; from a node to itself there is one path, without steps.
//
// The order of paths is total, so that equal input gives equal answers: by length, then by number of steps, then step
// by step by the number of the node that is reached and of the edge.
#pragma once

#include <zhitu/base/limits.hpp>
#include <zhitu/graph/algorithms/walk.hpp>
#include <zhitu/graph/subgraph.hpp>

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// `nodes[i]` and `nodes[i + 1]` are joined by `steps[i]`.
struct Path {
    std::vector<NodeId> nodes;
    std::vector<Step> steps;
    double length = 0; // sum of the weights; the number of steps where there are none
    friend bool operator==(const Path&, const Path&) = default;
};

struct PathOptions {
    Direction direction = Direction::both;
    std::vector<std::string> edge_types = {}; // all where empty
    std::vector<std::string> node_types = {}; // types or labels of inner nodes; all where empty
    std::string weight = {};     // a numeric property of edges, none below 0; each edge counts 1 where empty
    double missing_weight = 1.0; // of edges without the property
    std::size_t max_length = std::numeric_limits<std::size_t>::max(); // steps at most
    std::size_t limit = Limits{}.paths;                               // all_simple_paths: paths at most
    std::size_t max_steps = 100'000'000;                              // all_simple_paths: edges looked at, at most
};

/// The first path in the order above; none where `to` cannot be reached. O(edges), weighted O(edges · log nodes).
/// Throws Error (usage) for an unknown type, for a property that no edge has, and for `weight` together with
/// `max_length`; (bad_input) for a weight below 0 or not a number.
[[nodiscard]] std::optional<Path> shortest_path(const Graph& graph, NodeId from, NodeId to,
                                                const PathOptions& options = {});

/// The first `k` paths in the order above (Yen 1971, with Lawler's partition). At most k · nodes searches, each as
/// `shortest_path`; the same errors.
[[nodiscard]] std::vector<Path> k_shortest_paths(const Graph& graph, NodeId from, NodeId to, std::size_t k,
                                                 const PathOptions& options = {});

/// Why an enumeration ended.
enum class Ending { complete, limit_of_paths, limit_of_steps };

struct PathList {
    std::vector<Path> paths;
    Ending ending = Ending::complete;
};

/// All simple paths of at most `max_length` steps, in the order above but for weights, which give `length` only. A
/// branch is left as soon as the target is too far. Grows exponentially with `max_length`: ends at `limit` paths or
/// `max_steps` edges, and says so. The same errors, but `weight` and `max_length` go together.
[[nodiscard]] PathList all_simple_paths(const Graph& graph, NodeId from, NodeId to, const PathOptions& options = {});

/// The nodes and edges of some paths.
[[nodiscard]] Subgraph to_subgraph(const Graph& graph, std::span<const Path> paths);

} // namespace zhitu
#pragma GCC visibility pop
