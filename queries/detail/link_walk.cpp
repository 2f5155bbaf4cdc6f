#include <zhitu/queries/detail/link_walk.hpp>

#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

namespace zhitu::detail {
namespace {

// One edge of all parallel ones, or one pair of `broader`.
struct Tie {
    std::string_view type;
    NodeId head;
    NodeId tail;
    EdgeId edge;
    double weight;
};

struct Roles {
    std::vector<bool> ends;
    std::vector<bool> through;
    std::vector<bool> walked; // starts, ends and via nodes: an edge counts only between such
};

void check_share(std::string_view name, double value) {
    if (!(value >= 0 && value <= 1))
        throw Error(ErrorCode::usage, fmt::format("{} is {}", name, value), "use a number from 0 to 1");
}

std::vector<NodeId> side(const Graph& graph, const std::vector<NodeId>& chosen, const std::string& type) {
    std::vector<NodeId> nodes = chosen;
    if (nodes.empty()) {
        const TypeFilter filter = TypeFilter::of_nodes(graph, {type});
        for (const NodeId node : graph.nodes())
            if (filter.has(graph.type_id(node))) nodes.push_back(node);
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

Roles roles_of(const Graph& graph, std::span<const NodeId> from, std::span<const NodeId> to,
               const std::vector<std::string>& via) {
    const std::vector<bool> nobody(graph.node_count());
    Roles roles{nobody, nobody, nobody};
    // Without a schema nobody can tell a type that the graph happens to lack from a wrong one.
    const auto unknown = graph.schema() != nullptr ? UnknownType::error : UnknownType::ignore;
    const TypeFilter filter = TypeFilter::of_nodes(graph, via, unknown);
    if (!via.empty())
        for (const NodeId node : graph.nodes())
            if (filter.has(graph.type_id(node))) roles.through[node.index()] = true;
    roles.walked = roles.through;
    for (const NodeId node : to) roles.ends[node.index()] = roles.walked[node.index()] = true;
    for (const NodeId node : from) roles.walked[node.index()] = true;
    return roles;
}

// For each edge of a node's slice, sorted by type and neighbour: how many distinct neighbours its type has there.
template <class Far>
void count_distinct(const Graph& graph, std::span<const EdgeId> edges, Far far, std::vector<std::uint32_t>& counts) {
    for (std::size_t begin = 0, end = 0; begin < edges.size(); begin = end) {
        std::uint32_t distinct = 0;
        for (end = begin; end < edges.size() && graph.type_id(edges[end]) == graph.type_id(edges[begin]); ++end)
            if (end == begin || far(edges[end]) != far(edges[end - 1])) ++distinct;
        for (std::size_t i = begin; i < end; ++i) counts[edges[i].index()] = distinct;
    }
}

bool repeats(const Graph& graph, EdgeId edge, EdgeId before) {
    return graph.type_id(edge) == graph.type_id(before) && graph.target(edge) == graph.target(before);
}

double step_weight(std::size_t out, std::size_t in, double damping) {
    return std::pow(static_cast<double>(out * in), -damping);
}

void add_edges(const Graph& graph, const Roles& roles, double damping, std::vector<Tie>& ties) {
    std::vector<std::uint32_t> out(graph.edge_count()), in(graph.edge_count());
    for (const NodeId node : graph.nodes()) {
        count_distinct(
            graph, graph.out_edges(node), [&](EdgeId edge) { return graph.target(edge); }, out);
        count_distinct(
            graph, graph.in_edges(node), [&](EdgeId edge) { return graph.source(edge); }, in);
    }
    for (const NodeId head : graph.nodes()) {
        if (!roles.walked[head.index()]) continue;
        const auto edges = graph.out_edges(head);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const EdgeId edge = edges[i];
            const NodeId tail = graph.target(edge);
            if (!roles.walked[tail.index()] || (i > 0 && repeats(graph, edge, edges[i - 1]))) continue;
            ties.push_back(
                {graph.type(edge), head, tail, edge, step_weight(out[edge.index()], in[edge.index()], damping)});
        }
    }
}

void add_broader(std::vector<std::pair<NodeId, NodeId>> pairs, const Roles& roles, double damping,
                 std::vector<Tie>& ties) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::map<NodeId, std::size_t> out, in;
    for (const auto& [narrow, broad] : pairs) {
        ++out[narrow];
        ++in[broad];
    }
    for (const auto& [narrow, broad] : pairs)
        if (roles.walked[narrow.index()] && roles.walked[broad.index()])
            ties.push_back({broader_type, narrow, broad, EdgeId(), step_weight(out[narrow], in[broad], damping)});
}

// Sorts by type, head's id and tail's id. Ranks of the ids are made first, so that each id is compared log n times
// only.
void sort_by_ids(const Graph& graph, const Roles& roles, std::vector<Tie>& ties) {
    std::vector<NodeId> by_id;
    for (const NodeId node : graph.nodes())
        if (roles.walked[node.index()]) by_id.push_back(node);
    std::sort(by_id.begin(), by_id.end(), [&](NodeId a, NodeId b) { return graph.id(a) < graph.id(b); });
    std::vector<std::uint32_t> rank(graph.node_count());
    for (std::size_t i = 0; i < by_id.size(); ++i) rank[by_id[i].index()] = static_cast<std::uint32_t>(i);
    const auto key = [&](const Tie& tie) {
        return std::tuple(tie.type, rank[tie.head.index()], rank[tie.tail.index()]);
    };
    std::stable_sort(ties.begin(), ties.end(), [&](const Tie& a, const Tie& b) { return key(a) < key(b); });
}

std::vector<std::pair<NodeId, LinkStep>> both_ways(const std::vector<Tie>& ties, const Roles& roles) {
    std::vector<std::pair<NodeId, LinkStep>> steps;
    const auto add = [&](const Tie& tie, NodeId at, NodeId to, bool forward) {
        const bool ends = roles.ends[to.index()], through = roles.through[to.index()];
        if (ends || through) steps.emplace_back(at, LinkStep{to, {tie.edge, forward}, tie.weight, ends, through});
    };
    for (const Tie& tie : ties) {
        if (tie.head == tie.tail) continue;
        add(tie, tie.head, tie.tail, true);
        add(tie, tie.tail, tie.head, false);
    }
    return steps;
}

} // namespace

LinkSteps::LinkSteps(std::size_t nodes, std::span<const std::pair<NodeId, LinkStep>> steps)
    : offsets_(nodes + 1)
    , steps_(steps.size()) {
    for (const auto& [node, step] : steps) ++offsets_[node.index() + 1];
    std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
    std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
    for (const auto& [node, step] : steps) steps_[next[node.index()]++] = step;
}

LinkWalk::LinkWalk(const Graph& graph, const LinksOptions& options)
    : from_(side(graph, options.from_nodes, options.from))
    , to_(side(graph, options.to_nodes, options.to))
    , max_length_(options.max_length)
    , decay_(options.decay)
    , on_path_(graph.node_count()) {
    check_share("damping", options.damping);
    check_share("decay", options.decay);
    const Roles roles = roles_of(graph, from_, to_, options.via);
    std::vector<Tie> ties;
    add_edges(graph, roles, options.damping, ties);
    add_broader(options.broader, roles, options.damping, ties);
    sort_by_ids(graph, roles, ties);
    auto steps = both_ways(ties, roles);
    steps_ = LinkSteps(graph.node_count(), steps);
    std::erase_if(steps, [](const auto& entry) { return !entry.second.ends; });
    last_steps_ = LinkSteps(graph.node_count(), steps);
    find_reach(graph.node_count());
}

void LinkWalk::find_reach(std::size_t nodes) {
    reach_.assign(nodes, std::numeric_limits<std::uint32_t>::max());
    std::vector<NodeId> queue = to_;
    for (const NodeId node : to_) reach_[node.index()] = 0;
    for (std::size_t head = 0; head < queue.size(); ++head) {
        const std::uint32_t next = reach_[queue[head].index()] + 1;
        for (const LinkStep& step : steps_.at(queue[head])) {
            if (!step.through || reach_[step.to.index()] <= next) continue;
            reach_[step.to.index()] = next;
            queue.push_back(step.to);
        }
    }
}

void LinkWalk::enter(NodeId node, double weight) {
    on_path_[node.index()] = true;
    nodes_.push_back(node);
    const bool last = taken_.size() + 1 == max_length_;
    frames_.push_back({last ? last_steps_.at(node) : steps_.at(node), weight});
}

void LinkWalk::leave() {
    on_path_[nodes_.back().index()] = false;
    nodes_.pop_back();
    frames_.pop_back();
    if (!taken_.empty()) taken_.pop_back();
}

} // namespace zhitu::detail
