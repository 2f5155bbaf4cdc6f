// Which nodes of one kind link to which of another (policies to cases), and why: every pair that is joined by a simple
// path through nodes of the `via` types, ranked.
//
// A step over an edge of type t from head h to tail u weighs (out_t(h) · in_t(u)) ^ -damping, where the two count
// distinct neighbours over t in the whole graph, whichever way the edge is walked. A path weighs the product of its
// steps times decay ^ (steps - 1); a pair scores the sum over its paths. Parallel edges of one type and ends count
// once. (Degree-weighted path count of Himmelstein and Baranzini 2015, with Katz's decay by length.)
#pragma once

#include <zhitu/graph/subgraph.hpp>
#include <zhitu/queries/paths.hpp>
#include <zhitu/queries/table.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// The type of steps over `LinksOptions::broader`, in answers and weights.
inline constexpr std::string_view broader_type = "BROADER";

struct LinksOptions {
    std::string from = "Policy";
    std::string to = "Case";
    std::vector<NodeId> from_nodes = {}; // these instead of all of type `from`, unless empty
    std::vector<NodeId> to_nodes = {};   // these instead of all of type `to`, unless empty
    std::vector<std::string> via = {"Technology", "Scenario", "Industry", "Region"};
    std::size_t max_length = 3; // steps of a path at most
    double damping = 0.5;       // 0 counts all steps alike; higher values trust hubs less
    double decay = 0.5;         // the share of its weight that a path keeps with each further step
    std::size_t limit = 20;     // pairs at most; 0 is all
    std::size_t best_paths = 3; // that are kept of each pair
    std::vector<std::pair<NodeId, NodeId>> broader = {}; // further steps (narrow, broad) that the graph does not have
    std::size_t jobs = 0;                                // threads; 0 is one a processor. The answer is the same.
};

struct LinkPath {
    double score = 0;
    Path path; // a step whose edge is not valid is one of `broader`, forward from narrow to broad
};

struct Link {
    NodeId from;
    NodeId to;
    double score = 0;
    std::size_t paths = 0;      // how many join the two
    std::vector<LinkPath> best; // highest score first
};

struct LinksAnswer {
    std::vector<Link> links; // highest score first, then by ids
    std::size_t pairs = 0;   // before `limit`
};

/// The ranked pairs. O(edges · log edges + paths); memory O(edges + jobs · (nodes + pairs kept)). Throws Error (usage)
/// for an unknown type, and for damping or decay out of 0 … 1.
[[nodiscard]] LinksAnswer links(const Graph& graph, const LinksOptions& options = {});

/// A node without any pair, and the way to the nearest node of the other side over any edges; none where no way is.
struct Unlinked {
    NodeId node;
    std::optional<Path> nearest;
};

struct UnlinkedNodes {
    std::vector<Unlinked> from; // ascending
    std::vector<Unlinked> to;
};

/// What `links` with the same options leaves out. Cost and errors as `links`.
[[nodiscard]] UnlinkedNodes unlinked(const Graph& graph, const LinksOptions& options = {});

/// Scores of all pairs: row `from[i]`, column `to[j]`, at `scores[i · to.size() + j]`; 0 where there is no path.
struct LinkMatrix {
    std::vector<NodeId> from;
    std::vector<NodeId> to;
    std::vector<double> scores;
};

/// Cost and errors as `links`; memory O(from · to), Error (limit) above `Limits::rows` fields.
[[nodiscard]] LinkMatrix links_matrix(const Graph& graph, const LinksOptions& options = {});

/// One row a node of `from`, one column a node of `to`; a field without a path is null.
[[nodiscard]] Table to_table(const Graph& graph, const LinkMatrix& matrix);

/// The nodes and edges of the best paths.
[[nodiscard]] Subgraph to_subgraph(const Graph& graph, std::span<const Link> links);

/// Nodes of one type whose names or aliases a table of (narrow, broad) terms relates, for `LinksOptions::broader`.
/// A chain of the table through terms that the graph does not have is one step. Ascending. O(nodes + table).
[[nodiscard]] std::vector<std::pair<NodeId, NodeId>>
broader_pairs(const Graph& graph, std::span<const std::pair<std::string, std::string>> table,
              const std::vector<std::string>& types = {"Technology", "Scenario", "Industry"});

} // namespace zhitu
#pragma GCC visibility pop
