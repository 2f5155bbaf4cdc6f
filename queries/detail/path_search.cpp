#include <zhitu/queries/detail/path_search.hpp>

#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <queue>
#include <tuple>

namespace zhitu::detail {
namespace {

double number(const Value& value) {
    if (const auto* real = value.get_if<double>()) return *real;
    if (const auto* integer = value.get_if<std::int64_t>()) return static_cast<double>(*integer);
    return std::numeric_limits<double>::quiet_NaN();
}

const Column& weight_column(const Graph& graph, const std::string& name) {
    std::string known;
    for (const Column& column : graph.edge_columns()) {
        if (column.name() == name) return column;
        known += (known.empty() ? "" : ", ") + column.name();
    }
    throw Error(ErrorCode::usage, fmt::format("no edge has a property '{}'", name),
                known.empty() ? "leave the weight out" : fmt::format("use one of {}", known));
}

} // namespace

std::vector<double> weights_of_edges(const Graph& graph, const PathOptions& options) {
    if (options.weight.empty()) return {};
    const Column& column = weight_column(graph, options.weight);
    std::vector<double> weights(graph.edge_count(), options.missing_weight);
    for (std::size_t i = 0; i < column.rows().size(); ++i) weights[column.rows()[i]] = number(column.values()[i]);
    const auto bad = std::find_if(weights.begin(), weights.end(), [](double weight) { return !(weight >= 0); });
    if (bad != weights.end())
        throw Error(ErrorCode::bad_input,
                    fmt::format("the {} of edge e{} is no number from 0 on", options.weight, bad - weights.begin()),
                    "weigh by another property");
    return weights;
}

bool precedes(const Path& a, const Path& b) {
    if (std::tuple(a.length, a.steps.size()) != std::tuple(b.length, b.steps.size()))
        return std::tuple(a.length, a.steps.size()) < std::tuple(b.length, b.steps.size());
    for (std::size_t i = 0; i < a.steps.size(); ++i) {
        const auto left = std::tuple(a.nodes[i + 1], a.steps[i]), right = std::tuple(b.nodes[i + 1], b.steps[i]);
        if (left != right) return left < right;
    }
    return false;
}

PathSearch::PathSearch(const Graph& graph, NodeId to, const PathOptions& options)
    : graph_(graph)
    , to_(to)
    , direction_(options.direction)
    , edges_(TypeFilter::of_edges(graph, options.edge_types))
    , nodes_(TypeFilter::of_nodes(graph, options.node_types))
    , weights_(weights_of_edges(graph, options))
    , blocked_(graph.node_count())
    , cost_(graph.node_count(), far)
    , from_start_(graph.node_count(), unreached) {}

std::optional<Path> PathSearch::first_path(NodeId from, std::size_t max_steps, std::span<const EdgeId> banned) {
    const Request request{from, max_steps, banned};
    cost_[to_.index()] = {};
    met_.push_back(to_);
    if (from != to_) weights_.empty() ? search_by_steps(request) : search_by_weight(request);
    std::optional<Path> path;
    if (cost_[from.index()] != far) path = read_off(request);
    clear();
    return path;
}

template <class Reached>
void PathSearch::step_back(const Request& request, NodeId node, Reached&& reached) const {
    const Cost here = cost_[node.index()];
    for_each_step(graph_, node, reversed(direction_), edges_, [&](Step step, NodeId next) {
        if (blocked_[next.index()]) return;
        if (next == request.from) {
            if (is_banned(request, step.edge)) return;
        } else if (!nodes_.has(graph_, next)) {
            return;
        }
        reached(next, Cost{weight(step.edge) + here.length, here.steps + 1});
    });
}

void PathSearch::search_by_weight(const Request& request) {
    using Entry = std::pair<Cost, NodeId>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    queue.emplace(Cost{}, to_);
    while (!queue.empty()) {
        const auto [cost, node] = queue.top();
        queue.pop();
        if (node == request.from) return;
        if (cost != cost_[node.index()]) continue;
        step_back(request, node, [&](NodeId next, Cost better) {
            if (!(better < cost_[next.index()])) return;
            if (cost_[next.index()] == far) met_.push_back(next);
            cost_[next.index()] = better;
            queue.emplace(better, next);
        });
    }
}

void PathSearch::search_by_steps(const Request& request) {
    from_start_[request.from.index()] = 0;
    met_from_start_.push_back(request.from);
    bool met = false;
    for (std::size_t steps = 0; !met && steps < request.max_steps; ++steps) {
        const std::size_t waiting = met_.size() - ring_;
        const std::size_t waiting_at_start = met_from_start_.size() - ring_from_start_;
        if (waiting == 0 || waiting_at_start == 0) return;
        met = waiting_at_start < waiting ? widen_start(request) : widen_target(request);
    }
    if (met) join_rings(request);
}

bool PathSearch::widen_start(const Request& request) {
    bool met = false;
    const std::size_t end = met_from_start_.size();
    for (; ring_from_start_ < end; ++ring_from_start_) {
        const NodeId node = met_from_start_[ring_from_start_];
        for_each_step(graph_, node, direction_, edges_, [&](Step step, NodeId next) {
            if (from_start_[next.index()] != unreached || blocked_[next.index()]) return;
            if (node == request.from && is_banned(request, step.edge)) return;
            if (next != to_ && !nodes_.has(graph_, next)) return;
            from_start_[next.index()] = from_start_[node.index()] + 1;
            met_from_start_.push_back(next);
            met = met || cost_[next.index()] != far;
        });
    }
    return met;
}

bool PathSearch::widen_target(const Request& request) {
    bool met = false;
    const std::size_t end = met_.size();
    for (; ring_ < end; ++ring_)
        step_back(request, met_[ring_], [&](NodeId next, Cost cost) {
            if (cost_[next.index()] != far) return;
            cost_[next.index()] = cost;
            met_.push_back(next);
            met = met || from_start_[next.index()] != unreached;
        });
    return met;
}

// The rings meet at nodes of both outermost ones; from there back to the start each ring gives the next one its costs.
void PathSearch::join_rings(const Request& request) {
    std::vector<NodeId> queue;
    for (std::size_t i = ring_from_start_; i < met_from_start_.size(); ++i)
        if (cost_[met_from_start_[i].index()] != far) queue.push_back(met_from_start_[i]);
    for (std::size_t head = 0; head < queue.size(); ++head) {
        const std::uint32_t steps = from_start_[queue[head].index()];
        step_back(request, queue[head], [&](NodeId next, Cost cost) {
            const bool ring_before = from_start_[next.index()] < steps; // no step skips a ring
            if (cost_[next.index()] != far || !ring_before) return;
            cost_[next.index()] = cost;
            met_.push_back(next);
            queue.push_back(next);
        });
    }
}

Path PathSearch::read_off(const Request& request) const {
    Path path{{request.from}, {}, cost_[request.from.index()].length};
    while (path.nodes.back() != to_) {
        const NodeId node = path.nodes.back();
        const bool first = path.steps.empty();
        std::pair<NodeId, Step> least;
        for_each_step(graph_, node, direction_, edges_, [&](Step step, NodeId next) {
            const Cost rest = cost_[next.index()];
            if (cost_[node.index()] != Cost{weight(step.edge) + rest.length, rest.steps + 1}) return;
            if (first && is_banned(request, step.edge)) return;
            if (!least.first.valid() || std::pair(next, step) < least) least = {next, step};
        });
        path.nodes.push_back(least.first);
        path.steps.push_back(least.second);
    }
    return path;
}

void PathSearch::clear() {
    for (const NodeId node : met_) cost_[node.index()] = far;
    for (const NodeId node : met_from_start_) from_start_[node.index()] = unreached;
    met_.clear();
    met_from_start_.clear();
    ring_ = ring_from_start_ = 0;
}

} // namespace zhitu::detail
