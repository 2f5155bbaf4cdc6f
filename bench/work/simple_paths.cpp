// All simple paths of up to three steps along the edges from a person to a tag, for 100 pairs. The answer is how many
// they are.
#include "../peers/zhitu.hpp"
#include "work.hpp"
#ifdef ZHITU_BENCH_IGRAPH
#include "../peers/igraph.hpp"
#endif

#include <zhitu/queries/paths.hpp>

#include <limits>

namespace zhitu::bench {
namespace {

std::uint64_t zhitu_paths(const Data& data, const Graph& graph) {
    PathOptions options{.direction = Direction::out, .max_length = 3};
    options.limit = options.max_steps = std::numeric_limits<std::size_t>::max();
    std::uint64_t total = 0;
    for (const auto& [from, to] : data.tag_pairs)
        total += all_simple_paths(graph, NodeId(from), NodeId(to), options).paths.size();
    return total;
}

#ifdef ZHITU_BENCH_IGRAPH
std::uint64_t igraph_paths(const Data& data, const Igraph& graph) {
    IgraphVector nodes;
    std::uint64_t total = 0;
    for (const auto& [from, to] : data.tag_pairs) {
        igraph_get_all_simple_paths(graph.get(), nodes.get(), from, igraph_vss_1(to), 3, IGRAPH_OUT);
        for (std::size_t i = 0; i < nodes.size(); ++i) total += nodes[i] < 0; // closes a path
    }
    return total;
}
#endif

} // namespace

void run_simple_paths(Runner& runner) {
    const Data& data = runner.data();
    {
        const Graph graph = build_graph(data);
        runner.time("zhitu", [&] { return zhitu_paths(data, graph); });
    }
#ifdef ZHITU_BENCH_IGRAPH
    if (!runner.wants("igraph C")) return;
    const Igraph graph(pairs_of(data), data.node_count());
    runner.time("igraph C", [&] { return igraph_paths(data, graph); });
#endif
}

} // namespace zhitu::bench
