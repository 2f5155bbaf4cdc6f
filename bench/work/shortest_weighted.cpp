// One shortest path by weight between two persons, whichever way edges point, for 10 pairs. The answer is the sum of
// the lengths, in eighths.
#include "../peers/boost_paths.hpp"
#include "../peers/zhitu.hpp"
#include "work.hpp"
#ifdef ZHITU_BENCH_IGRAPH
#include "../peers/igraph.hpp"
#endif

#include <zhitu/queries/paths.hpp>

namespace zhitu::bench {
namespace {

constexpr std::size_t pair_count = 10;

template <class Length>
std::uint64_t sum_over_pairs(const Data& data, Length length) {
    double total = 0;
    for (std::size_t i = 0; i < pair_count; ++i)
        total += length(data.person_pairs[i].first, data.person_pairs[i].second);
    return static_cast<std::uint64_t>(8 * total);
}

void run_zhitu(Runner& runner) {
    const Graph graph = build_graph(runner.data(), Properties::all);
    const PathOptions options{.weight = "weight"};
    runner.time("zhitu", [&] {
        return sum_over_pairs(runner.data(), [&](std::uint32_t from, std::uint32_t to) {
            const auto path = shortest_path(graph, NodeId(from), NodeId(to), options);
            return path ? path->length : 0;
        });
    });
}

#ifdef ZHITU_BENCH_IGRAPH
void run_igraph(Runner& runner) {
    const Data& data = runner.data();
    const Igraph graph(pairs_of(data), data.node_count());
    std::vector<igraph_real_t> values;
    for (const std::uint8_t weight : data.weights) values.push_back(weight / 8.0);
    igraph_vector_t weights;
    igraph_vector_view(&weights, values.data(), static_cast<igraph_integer_t>(values.size()));
    IgraphVector edges;
    runner.time("igraph C", [&] {
        return sum_over_pairs(data, [&](std::uint32_t from, std::uint32_t to) {
            igraph_get_shortest_path_dijkstra(graph.get(), nullptr, edges.get(), from, to, &weights, IGRAPH_ALL);
            double length = 0;
            for (std::size_t i = 0; i < edges.size(); ++i) length += values[static_cast<std::size_t>(edges[i])];
            return length;
        });
    });
}
#endif

} // namespace

void run_shortest_weighted(Runner& runner) {
    const Data& data = runner.data();
    run_zhitu(runner);
    if (runner.wants("BGL CSR")) {
        const BoostDirectedCsr graph = boost_directed_csr(data, Ways::both);
        runner.time("BGL CSR", [&] {
            return sum_over_pairs(data,
                                  [&](std::uint32_t from, std::uint32_t to) { return boost_length(graph, from, to); });
        });
    }
#ifdef ZHITU_BENCH_IGRAPH
    if (runner.wants("igraph C")) run_igraph(runner);
#endif
}

} // namespace zhitu::bench
