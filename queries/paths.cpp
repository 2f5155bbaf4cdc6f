#include <zhitu/queries/paths.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/queries/detail/path_search.hpp>

#include <algorithm>

namespace zhitu {
namespace {

constexpr std::size_t any_length = std::numeric_limits<std::size_t>::max();

void check(const PathOptions& options) {
    if (!options.weight.empty() && options.max_length != any_length)
        throw Error(ErrorCode::usage, "a shortest path by weight has no maximal length",
                    "leave out the weight or the length, or ask for all paths");
}

// A path that is yet to be answered stands for all paths that share its nodes up to `deviation` and leave that node by
// none of the `banned` edges, of which it is the first. Answering it splits the rest of them into such sets again.
struct Candidate {
    Path path;
    std::size_t deviation = 0;
    std::vector<EdgeId> banned;
};

bool follows(const Candidate& a, const Candidate& b) {
    return detail::precedes(b.path, a.path);
}

Path joined(const detail::PathSearch& search, const Path& root, std::size_t steps, const Path& rest) {
    const auto count = static_cast<std::ptrdiff_t>(steps);
    Path path{{root.nodes.begin(), root.nodes.begin() + count},
              {root.steps.begin(), root.steps.begin() + count},
              rest.length};
    for (std::size_t i = steps; i-- > 0;) path.length = search.weight(root.steps[i].edge) + path.length;
    path.nodes.insert(path.nodes.end(), rest.nodes.begin(), rest.nodes.end());
    path.steps.insert(path.steps.end(), rest.steps.begin(), rest.steps.end());
    return path;
}

void split(detail::PathSearch& search, const Candidate& answered, std::size_t max_length,
           std::vector<Candidate>& candidates) {
    const Path& path = answered.path;
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
        if (i >= answered.deviation) {
            Candidate next{{}, i, i == answered.deviation ? answered.banned : std::vector<EdgeId>{}};
            next.banned.push_back(path.steps[i].edge);
            if (const auto rest = search.first_path(path.nodes[i], max_length - i, next.banned)) {
                next.path = joined(search, path, i, *rest);
                candidates.push_back(std::move(next));
                std::push_heap(candidates.begin(), candidates.end(), follows);
            }
        }
        search.block(path.nodes[i]);
    }
    for (const NodeId node : path.nodes) search.unblock(node);
}

} // namespace

std::optional<Path> shortest_path(const Graph& graph, NodeId from, NodeId to, const PathOptions& options) {
    check(options);
    return detail::PathSearch(graph, to, options).first_path(from, options.max_length);
}

std::vector<Path> k_shortest_paths(const Graph& graph, NodeId from, NodeId to, std::size_t k,
                                   const PathOptions& options) {
    check(options);
    detail::PathSearch search(graph, to, options);
    std::vector<Path> paths;
    std::vector<Candidate> candidates;
    if (auto first = search.first_path(from, options.max_length)) candidates.push_back({std::move(*first), 0, {}});
    while (paths.size() < k && !candidates.empty()) {
        std::pop_heap(candidates.begin(), candidates.end(), follows);
        const Candidate next = std::move(candidates.back());
        candidates.pop_back();
        paths.push_back(next.path);
        if (paths.size() < k) split(search, next, options.max_length, candidates);
    }
    return paths;
}

Subgraph to_subgraph(const Graph& graph, std::span<const Path> paths) {
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;
    for (const Path& path : paths) {
        nodes.insert(nodes.end(), path.nodes.begin(), path.nodes.end());
        for (const Step& step : path.steps)
            if (step.edge.valid()) edges.push_back(step.edge);
    }
    return {graph, std::move(nodes), std::move(edges)};
}

} // namespace zhitu
