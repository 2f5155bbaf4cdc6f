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
    for (const std::uint32_t row : column.rows()) weights[row] = number(*column.find(row));
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
    , cost_(graph.node_count(), far) {}

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
            if (std::find(request.banned.begin(), request.banned.end(), step.edge) != request.banned.end()) return;
        } else if (!nodes_.has(graph_, next)) {
            return;
        }
        reached(next, Cost{weight(step.edge) + here.length, here.steps + 1});
    });
}

void PathSearch::search_by_steps(const Request& request) {
    for (std::size_t head = 0; head < met_.size() && cost_[request.from.index()] == far; ++head) {
        const NodeId node = met_[head];
        if (cost_[node.index()].steps >= request.max_steps) return;
        step_back(request, node, [&](NodeId next, Cost cost) {
            if (cost_[next.index()] != far) return;
            cost_[next.index()] = cost;
            met_.push_back(next);
        });
    }
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

Path PathSearch::read_off(const Request& request) const {
    Path path{{request.from}, {}, cost_[request.from.index()].length};
    while (path.nodes.back() != to_) {
        const NodeId node = path.nodes.back();
        const bool first = path.steps.empty();
        std::pair<NodeId, Step> least;
        for_each_step(graph_, node, direction_, edges_, [&](Step step, NodeId next) {
            const Cost rest = cost_[next.index()];
            if (cost_[node.index()] != Cost{weight(step.edge) + rest.length, rest.steps + 1}) return;
            if (first && std::find(request.banned.begin(), request.banned.end(), step.edge) != request.banned.end())
                return;
            if (!least.first.valid() || std::pair(next, step) < least) least = {next, step};
        });
        path.nodes.push_back(least.first);
        path.steps.push_back(least.second);
    }
    return path;
}

void PathSearch::clear() {
    for (const NodeId node : met_) cost_[node.index()] = far;
    met_.clear();
}

} // namespace zhitu::detail
