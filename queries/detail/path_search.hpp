// The search behind shortest and k shortest paths: backwards from one target, again and again, with some nodes blocked
// and some first edges banned. Backwards, because then the first path in order is read off from the start by always
// taking the least step that loses nothing.
#pragma once

#include <zhitu/queries/paths.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace zhitu::detail {

/// The weights of all edges by `options.weight`; empty where that is. O(edges). Throws as `shortest_path` says.
[[nodiscard]] std::vector<double> weights_of_edges(const Graph& graph, const PathOptions& options);

/// The order of paths that <zhitu/queries/paths.hpp> tells.
[[nodiscard]] bool precedes(const Path& a, const Path& b);

class PathSearch {
  public:
    PathSearch(const Graph& graph, NodeId to, const PathOptions& options);

    /// The first path from `from` to the target of at most `max_steps` steps that meets no blocked node and whose first
    /// edge is not banned. O(edges), weighted O(edges · log nodes); only what was met is cleared afterwards.
    [[nodiscard]] std::optional<Path> first_path(NodeId from, std::size_t max_steps,
                                                 std::span<const EdgeId> banned = {});

    void block(NodeId node) { blocked_[node.index()] = true; }
    void unblock(NodeId node) { blocked_[node.index()] = false; }
    [[nodiscard]] double weight(EdgeId edge) const { return weights_.empty() ? 1.0 : weights_[edge.index()]; }

  private:
    struct Cost { // of the way to the target
        double length = 0;
        std::uint32_t steps = 0;
        friend auto operator<=>(const Cost&, const Cost&) = default;
    };
    struct Request {
        NodeId from;
        std::size_t max_steps;
        std::span<const EdgeId> banned;
    };

    static constexpr Cost far{std::numeric_limits<double>::infinity(), 0};

    void search_by_steps(const Request& request);
    void search_by_weight(const Request& request);
    /// Calls `reached(next, cost)` for each node from which one step leads to `node`.
    template <class Reached>
    void step_back(const Request& request, NodeId node, Reached&& reached) const;
    [[nodiscard]] Path read_off(const Request& request) const;
    void clear();

    const Graph& graph_;
    NodeId to_;
    Direction direction_;
    TypeFilter edges_;
    TypeFilter nodes_;
    std::vector<double> weights_;
    std::vector<bool> blocked_;
    std::vector<Cost> cost_; // `far` where not met
    std::vector<NodeId> met_;
};

} // namespace zhitu::detail
