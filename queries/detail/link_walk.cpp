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

// The nodes that paths may meet, by rank: in order of their ids. The order of steps rests on ranks alone.
struct Ranks {
    std::vector<NodeId> nodes;
    std::vector<std::uint32_t> of_node; // `unranked` for all other nodes
    static constexpr std::uint32_t unranked = std::numeric_limits<std::uint32_t>::max();
};

// One edge of all parallel ones, or one pair of `broader`; compared by what stands first.
struct Tie {
    std::uint32_t type; // `type_position`
    std::uint32_t head; // ranks
    std::uint32_t tail;
    EdgeId edge;
    double weight;
    friend bool operator<(const Tie& a, const Tie& b) {
        return std::tie(a.type, a.head, a.tail) < std::tie(b.type, b.head, b.tail);
    }
};

struct Roles {
    std::vector<bool> ends;
    std::vector<bool> through;
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

Roles roles_of(const Graph& graph, std::span<const NodeId> to, const std::vector<std::string>& via) {
    // Without a schema nobody can tell a type that the graph happens to lack from a wrong one.
    const auto unknown = graph.schema() != nullptr ? UnknownType::error : UnknownType::ignore;
    const TypeFilter filter = TypeFilter::of_nodes(graph, via, unknown);
    Roles roles{std::vector<bool>(graph.node_count()), std::vector<bool>(graph.node_count())};
    if (!via.empty())
        for (const NodeId node : graph.nodes())
            if (filter.has(graph.type_id(node))) roles.through[node.index()] = true;
    for (const NodeId node : to) roles.ends[node.index()] = true;
    return roles;
}

Ranks rank_nodes(const Graph& graph, std::span<const NodeId> from, const Roles& roles) {
    Ranks ranks{{}, std::vector<std::uint32_t>(graph.node_count(), Ranks::unranked)};
    for (const NodeId node : graph.nodes())
        if (roles.ends[node.index()] || roles.through[node.index()] ||
            std::binary_search(from.begin(), from.end(), node))
            ranks.nodes.push_back(node);
    std::sort(ranks.nodes.begin(), ranks.nodes.end(), [&](NodeId a, NodeId b) { return graph.id(a) < graph.id(b); });
    for (std::size_t i = 0; i < ranks.nodes.size(); ++i)
        ranks.of_node[ranks.nodes[i].index()] = static_cast<std::uint32_t>(i);
    return ranks;
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

// Edge types in order of their names have odd positions, so that `broader_type` has one of its own before the next.
std::uint32_t type_position(const Graph& graph, std::string_view name) {
    const auto types = graph.edge_types();
    const auto less = [&](TypeId type, std::string_view other) { return graph.type_name(type) < other; };
    const auto found = std::lower_bound(types.begin(), types.end(), name, less) - types.begin();
    return 2 * static_cast<std::uint32_t>(found) + (name == broader_type ? 0 : 1);
}

void add_edges(const Graph& graph, const Ranks& ranks, double damping, std::vector<Tie>& ties) {
    std::vector<std::uint32_t> out(graph.edge_count()), in(graph.edge_count());
    for (const NodeId node : graph.nodes()) {
        count_distinct(
            graph, graph.out_edges(node), [&](EdgeId edge) { return graph.target(edge); }, out);
        count_distinct(
            graph, graph.in_edges(node), [&](EdgeId edge) { return graph.source(edge); }, in);
    }
    for (std::uint32_t head = 0; head < ranks.nodes.size(); ++head) {
        const auto edges = graph.out_edges(ranks.nodes[head]);
        std::uint32_t type = 0;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const EdgeId edge = edges[i];
            if (i == 0 || graph.type_id(edge) != graph.type_id(edges[i - 1]))
                type = type_position(graph, graph.type(edge));
            const std::uint32_t tail = ranks.of_node[graph.target(edge).index()];
            if (tail == Ranks::unranked || (i > 0 && repeats(graph, edge, edges[i - 1]))) continue;
            ties.push_back({type, head, tail, edge, step_weight(out[edge.index()], in[edge.index()], damping)});
        }
    }
}

void add_broader(const Graph& graph, std::vector<std::pair<NodeId, NodeId>> pairs, const Ranks& ranks, double damping,
                 std::vector<Tie>& ties) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::map<NodeId, std::size_t> out, in;
    for (const auto& [narrow, broad] : pairs) {
        ++out[narrow];
        ++in[broad];
    }
    const std::uint32_t type = type_position(graph, broader_type);
    for (const auto& [narrow, broad] : pairs) {
        const std::uint32_t head = ranks.of_node[narrow.index()], tail = ranks.of_node[broad.index()];
        if (head == Ranks::unranked || tail == Ranks::unranked) continue;
        ties.push_back({type, head, tail, EdgeId(), step_weight(out[narrow], in[broad], damping)});
    }
}

std::vector<std::pair<NodeId, LinkStep>> both_ways(const std::vector<Tie>& ties, const Ranks& ranks,
                                                   const Roles& roles) {
    std::vector<std::pair<NodeId, LinkStep>> steps;
    const auto add = [&](const Tie& tie, NodeId at, NodeId to, bool forward) {
        const bool ends = roles.ends[to.index()], through = roles.through[to.index()];
        if (ends || through) steps.emplace_back(at, LinkStep{to, {tie.edge, forward}, tie.weight, ends, through});
    };
    for (const Tie& tie : ties) {
        if (tie.head == tie.tail) continue;
        add(tie, ranks.nodes[tie.head], ranks.nodes[tie.tail], true);
        add(tie, ranks.nodes[tie.tail], ranks.nodes[tie.head], false);
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

LinkIndex::LinkIndex(const Graph& graph, const LinksOptions& options)
    : from_(side(graph, options.from_nodes, options.from))
    , to_(side(graph, options.to_nodes, options.to))
    , max_length_(options.max_length)
    , decay_(options.decay) {
    check_share("damping", options.damping);
    check_share("decay", options.decay);
    const Roles roles = roles_of(graph, to_, options.via);
    const Ranks ranks = rank_nodes(graph, from_, roles);
    std::vector<Tie> ties;
    add_edges(graph, ranks, options.damping, ties);
    add_broader(graph, options.broader, ranks, options.damping, ties);
    std::stable_sort(ties.begin(), ties.end());
    auto steps = both_ways(ties, ranks, roles);
    steps_ = LinkSteps(graph.node_count(), steps);
    std::erase_if(steps, [](const auto& entry) { return !entry.second.ends; });
    last_steps_ = LinkSteps(graph.node_count(), steps);
    find_reach(graph.node_count());
}

void LinkIndex::find_reach(std::size_t nodes) {
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
    on_path_.add(node);
    nodes_.push_back(node);
    const bool last = taken_.size() + 1 == index_.max_length();
    frames_.push_back({last ? index_.last_steps(node) : index_.steps(node), weight});
}

void LinkWalk::leave() {
    on_path_.remove(nodes_.back());
    nodes_.pop_back();
    frames_.pop_back();
    if (!taken_.empty()) taken_.pop_back();
}

} // namespace zhitu::detail
