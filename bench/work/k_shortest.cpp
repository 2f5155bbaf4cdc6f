// The ten shortest simple paths between two persons, along the edges, for 10 pairs. The answer is the sum of the
// lengths.
#include "../peers/zhitu.hpp"
#include "work.hpp"
#ifdef ZHITU_BENCH_IGRAPH
#include "../peers/igraph.hpp"
#endif

#include <zhitu/queries/paths.hpp>

namespace zhitu::bench {
namespace {

constexpr std::size_t pair_count = 10, path_count = 10;

std::uint64_t zhitu_lengths(const Data& data, const Graph& graph) {
    const PathOptions options{.direction = Direction::out};
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < pair_count; ++i) {
        const auto [from, to] = data.person_pairs[i];
        for (const Path& path : k_shortest_paths(graph, NodeId(from), NodeId(to), path_count, options))
            total += path.steps.size();
    }
    return total;
}

#ifdef ZHITU_BENCH_IGRAPH
std::uint64_t igraph_lengths(const Data& data, const Igraph& graph) {
    igraph_vector_int_list_t paths;
    igraph_vector_int_list_init(&paths, 0);
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < pair_count; ++i) {
        const auto [from, to] = data.person_pairs[i];
        igraph_get_k_shortest_paths(graph.get(), nullptr, nullptr, &paths, path_count, from, to, IGRAPH_OUT);
        for (igraph_integer_t at = 0; at < igraph_vector_int_list_size(&paths); ++at)
            total += static_cast<std::uint64_t>(igraph_vector_int_size(igraph_vector_int_list_get_ptr(&paths, at)));
    }
    igraph_vector_int_list_destroy(&paths);
    return total;
}
#endif

} // namespace

void run_k_shortest(Runner& runner) {
    const Data& data = runner.data();
    {
        const Graph graph = build_graph(data);
        runner.time("zhitu", [&] { return zhitu_lengths(data, graph); });
    }
#ifdef ZHITU_BENCH_IGRAPH
    if (!runner.wants("igraph C")) return;
    const Igraph graph(pairs_of(data), data.node_count());
    runner.time("igraph C", [&] { return igraph_lengths(data, graph); });
#endif
}

} // namespace zhitu::bench
