// All persons within two or three steps along KNOWS of each of 1,000 persons, one question a person. The answer is how
// many they are in all, the starts counted. zhitu picks the edges of the type out of the whole graph; the peers that
// know no types get a graph of these edges alone.
#include "../peers/arrays.hpp"
#include "../peers/boost.hpp"
#include "../peers/zhitu.hpp"
#include "work.hpp"
#ifdef ZHITU_BENCH_IGRAPH
#include "../peers/igraph.hpp"
#endif

#include <zhitu/queries/neighborhood.hpp>

#include <limits>

namespace zhitu::bench {
namespace {

constexpr int knows = 0;

/// `visit_next(node, visit)` walks the edges of a node.
template <class VisitNext>
std::uint64_t count_hops(const Data& data, unsigned hops, VisitNext visit_next) {
    std::vector<std::uint32_t> stamp(data.node_count(), std::numeric_limits<std::uint32_t>::max()), ring;
    std::uint64_t total = 0;
    for (const std::uint32_t seed : data.seeds) {
        ring.assign(1, seed);
        stamp[seed] = seed;
        std::size_t i = 0;
        for (unsigned hop = 0; hop < hops; ++hop)
            for (const std::size_t end = ring.size(); i < end; ++i)
                visit_next(ring[i], [&](std::uint32_t next) {
                    if (stamp[next] != seed) ring.push_back(next);
                    stamp[next] = seed;
                });
        total += ring.size();
    }
    return total;
}

std::uint64_t bare_hops(const Data& data, const Arrays& arrays, unsigned hops) {
    return count_hops(data, hops, [&](std::uint32_t node, auto visit) {
        for (const std::uint32_t next : arrays.next(node)) visit(next);
    });
}

std::uint64_t boost_hops(const Data& data, const BoostDirectedCsr& graph, unsigned hops) {
    return count_hops(data, hops, [&](std::uint32_t node, auto visit) {
        const auto [begin, end] = adjacent_vertices(VertexOf<BoostDirectedCsr>(node), graph);
        for (auto next = begin; next != end; ++next) visit(static_cast<std::uint32_t>(*next));
    });
}

std::uint64_t zhitu_hops(const Data& data, const Graph& graph, unsigned hops) {
    const NeighborhoodOptions options{.hops = hops, .direction = Direction::out, .edge_types = {"KNOWS"}};
    std::uint64_t total = 0;
    for (const std::uint32_t seed : data.seeds) {
        const NodeId start(seed);
        total += neighbors(graph, std::span(&start, 1), options).size();
    }
    return total;
}

#ifdef ZHITU_BENCH_IGRAPH
std::uint64_t igraph_hops(const Igraph& graph, const IgraphVector& seeds, unsigned hops) {
    IgraphVector sizes;
    igraph_neighborhood_size(graph.get(), sizes.get(), igraph_vss_vector(seeds.get()), hops, IGRAPH_OUT, 0);
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) total += static_cast<std::uint64_t>(sizes[i]);
    return total;
}

void run_igraph(Runner& runner, unsigned hops) {
    const Data& data = runner.data();
    const Igraph graph(pairs_of(data, Ways::along, knows), data.node_count());
    IgraphVector seeds(data.seeds.size());
    for (std::size_t i = 0; i < seeds.size(); ++i) seeds[i] = data.seeds[i];
    runner.time("igraph C", [&] { return igraph_hops(graph, seeds, hops); });
}
#endif

void run_hops(Runner& runner, unsigned hops) {
    const Data& data = runner.data();
    const Arrays arrays = arrays_of(data, Ways::along, knows);
    runner.time("bare loop", [&] { return bare_hops(data, arrays, hops); });
    const Graph graph = build_graph(data);
    runner.time("zhitu", [&] { return zhitu_hops(data, graph, hops); });
    if (runner.wants("BGL CSR")) {
        const BoostDirectedCsr csr = boost_directed_csr(data, Ways::along, knows);
        runner.time("BGL CSR", [&] { return boost_hops(data, csr, hops); });
    }
#ifdef ZHITU_BENCH_IGRAPH
    if (runner.wants("igraph C")) run_igraph(runner, hops);
#endif
}

} // namespace

void run_hops_2(Runner& runner) {
    run_hops(runner, 2);
}

void run_hops_3(Runner& runner) {
    run_hops(runner, 3);
}

} // namespace zhitu::bench
