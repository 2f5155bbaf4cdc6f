// Which tags 20 persons link to by paths of up to three steps, either way, through posts. The answer is pairs and paths
// added up. zhitu also ranks the pairs and keeps the best paths of each. igraph gets a graph without the edges that no
// such path has, and its paths through other nodes than posts are left out afterwards.
#include "../peers/zhitu.hpp"
#include "work.hpp"
#ifdef ZHITU_BENCH_IGRAPH
#include "../peers/igraph.hpp"
#endif

#include <zhitu/queries/links.hpp>

#include <algorithm>
#include <set>

namespace zhitu::bench {
namespace {

std::uint64_t zhitu_links(const Data& data, const Graph& graph) {
    LinksOptions options{.from = "Person", .to = "Tag", .via = {"Post"}, .limit = 0};
    for (const std::uint32_t seed : data.sparse_seeds) options.from_nodes.emplace_back(seed);
    const LinksAnswer answer = links(graph, options);
    std::uint64_t paths = 0;
    for (const Link& link : answer.links) paths += link.paths;
    return answer.pairs + paths;
}

#ifdef ZHITU_BENCH_IGRAPH
constexpr std::uint8_t person = 0, post = 1, tag = 2;

/// The edges that may lie on such a path: of persons only those of the seeds.
Pairs useful_pairs(const Data& data) {
    std::vector<bool> useful(data.node_count());
    for (std::size_t node = 0; node < useful.size(); ++node) useful[node] = data.node_types[node] != person;
    for (const std::uint32_t seed : data.sparse_seeds) useful[seed] = true;
    Pairs out;
    for (std::size_t i = 0; i < data.edge_count(); ++i)
        if (useful[data.sources[i]] && useful[data.targets[i]])
            out.pairs.emplace_back(data.sources[i], data.targets[i]);
    return out;
}

/// Pairs and paths among `nodes`, paths from one person one after the other, each closed by -1.
std::uint64_t count_links(const Data& data, const IgraphVector& nodes) {
    std::set<igraph_integer_t> tags;
    std::uint64_t paths = 0;
    for (std::size_t begin = 0, end = 0; begin < nodes.size(); begin = end + 1) {
        end = begin;
        while (nodes[end] >= 0) ++end;
        bool through_posts = true;
        for (std::size_t i = begin + 1; i + 1 < end; ++i)
            through_posts = through_posts && data.node_types[static_cast<std::size_t>(nodes[i])] == post;
        if (!through_posts) continue;
        ++paths;
        tags.insert(nodes[end - 1]);
    }
    return paths + tags.size();
}

std::uint64_t igraph_links(const Data& data, const Igraph& graph, const IgraphVector& tags) {
    IgraphVector nodes;
    std::uint64_t total = 0;
    for (const std::uint32_t seed : data.sparse_seeds) {
        igraph_get_all_simple_paths(graph.get(), nodes.get(), seed, igraph_vss_vector(tags.get()), 3, IGRAPH_ALL);
        total += count_links(data, nodes);
    }
    return total;
}

void run_igraph(Runner& runner) {
    const Data& data = runner.data();
    const Igraph graph(useful_pairs(data), data.node_count());
    const auto first = std::find(data.node_types.begin(), data.node_types.end(), tag) - data.node_types.begin();
    IgraphVector tags(data.node_count() - static_cast<std::size_t>(first));
    for (std::size_t i = 0; i < tags.size(); ++i) tags[i] = first + static_cast<igraph_integer_t>(i);
    runner.time("igraph C", [&] { return igraph_links(data, graph, tags); });
}
#endif

} // namespace

void run_links(Runner& runner) {
    {
        const Graph graph = build_graph(runner.data());
        runner.time("zhitu", [&] { return zhitu_links(runner.data(), graph); });
    }
#ifdef ZHITU_BENCH_IGRAPH
    if (runner.wants("igraph C")) run_igraph(runner);
#endif
}

} // namespace zhitu::bench
