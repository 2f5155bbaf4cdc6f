// Distances of all nodes from the one with the most out-edges: along the edges of `social`, either way in `rmat` (as
// Graph500 asks). The answer is the sum of the distances.
#include "../peers/arrays.hpp"
#include "../peers/boost.hpp"
#include "../peers/zhitu.hpp"
#include "work.hpp"
#ifdef ZHITU_BENCH_IGRAPH
#include "../peers/igraph.hpp"
#endif

#include <zhitu/graph/algorithms/bfs.hpp>
#include <zhitu/graph/boost.hpp>

namespace zhitu::bench {
namespace {

std::uint64_t sum_of(const std::vector<std::uint32_t>& distances) {
    std::uint64_t sum = 0;
    for (const std::uint32_t distance : distances) sum += distance == unreached ? 0 : distance;
    return sum;
}

std::vector<std::uint32_t> bare_bfs(const Arrays& graph, std::uint32_t start) {
    std::vector<std::uint32_t> distances(graph.node_count(), unreached), queue{start};
    queue.reserve(graph.node_count());
    distances[start] = 0;
    for (std::size_t i = 0; i < queue.size(); ++i)
        for (const std::uint32_t next : graph.next(queue[i])) {
            if (distances[next] != unreached) continue;
            distances[next] = distances[queue[i]] + 1;
            queue.push_back(next);
        }
    return distances;
}

void run_arrays(Runner& runner, Ways ways) {
    const Arrays arrays = arrays_of(runner.data(), ways);
    runner.time(
        "bare loop", [&] { return bare_bfs(arrays, runner.data().start); }, sum_of);
}

void run_zhitu(Runner& runner, Ways ways) {
    const Graph graph = build_graph(runner.data());
    const NodeId start(runner.data().start);
    const BfsOptions options{.direction = ways == Ways::along ? Direction::out : Direction::both};
    runner.time(
        "zhitu", [&] { return bfs_distances(graph, std::span(&start, 1), options); }, sum_of);
    if (ways == Ways::along && runner.wants("BGL's search on zhitu's graph"))
        runner.time(
            "BGL's search on zhitu's graph", [&] { return boost_distances(graph, start.value()); }, sum_of);
}

template <class BoostGraph>
void run_boost(Runner& runner, std::string_view peer, const BoostGraph& graph) {
    runner.time(
        peer, [&] { return boost_distances(graph, runner.data().start); }, sum_of);
}

#ifdef ZHITU_BENCH_IGRAPH
IgraphVector igraph_bfs_distances(const Igraph& graph, std::uint32_t start, igraph_neimode_t mode) {
    IgraphVector distances;
    igraph_bfs(graph.get(), start, nullptr, mode, false, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr,
               distances.get(), nullptr, nullptr);
    return distances;
}

void run_igraph(Runner& runner, Ways ways) {
    const Igraph graph(pairs_of(runner.data()), runner.data().node_count(), ways == Ways::along);
    runner.time(
        "igraph C", [&] { return igraph_bfs_distances(graph, runner.data().start, IGRAPH_OUT); },
        [](const IgraphVector& distances) {
            std::uint64_t sum = 0;
            for (std::size_t i = 0; i < distances.size(); ++i)
                if (distances[i] > 0) sum += static_cast<std::uint64_t>(distances[i]);
            return sum;
        });
}
#endif

void run_bfs(Runner& runner, Ways ways) {
    const Data& data = runner.data();
    run_arrays(runner, ways);
    run_zhitu(runner, ways);
    if (runner.wants("BGL CSR")) run_boost(runner, "BGL CSR", boost_directed_csr(data, ways));
    if (runner.wants("BGL adjacency_list")) {
        if (ways == Ways::along)
            run_boost(runner, "BGL adjacency_list", boost_lists(data, pairs_of(data)));
        else
            run_boost(runner, "BGL adjacency_list", boost_undirected_lists(data));
    }
#ifdef ZHITU_BENCH_IGRAPH
    if (runner.wants("igraph C")) run_igraph(runner, ways);
#endif
}

} // namespace

void run_bfs_social(Runner& runner) {
    run_bfs(runner, Ways::along);
}

void run_bfs_rmat(Runner& runner) {
    run_bfs(runner, Ways::both);
}

} // namespace zhitu::bench
