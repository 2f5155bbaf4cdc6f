// From arrays in memory to a graph that answers in both directions. The answer is the number of edges.
#include "../peers/arrays.hpp"
#include "../peers/boost.hpp"
#include "../peers/zhitu.hpp"
#include "work.hpp"
#ifdef ZHITU_BENCH_IGRAPH
#include "../peers/igraph.hpp"
#endif

namespace zhitu::bench {
namespace {

void build_arrays(Runner& runner) {
    const Data& data = runner.data();
    runner.time(
        "two counting sorts", [&] { return std::pair(out_arrays(data), in_arrays(data)); },
        [](const auto& both) { return (both.first.targets.size() + both.second.targets.size()) / 2; });
}

void build_zhitu(Runner& runner) {
    const std::vector<std::string> ids = node_ids(runner.data());
    runner.time(
        "zhitu", [&] { return build_graph(runner.data(), ids); },
        [](const Graph& graph) { return graph.edge_count(); });
}

void build_boost(Runner& runner) {
    const Data& data = runner.data();
    const Pairs edges = pairs_of(data);
    const auto count = [](const auto& graph) { return num_edges(graph); };
    if (runner.wants("BGL CSR"))
        runner.time(
            "BGL CSR", [&] { return boost_csr(data, edges); }, count);
    if (runner.wants("BGL adjacency_list"))
        runner.time(
            "BGL adjacency_list", [&] { return boost_lists(data, edges); }, count);
}

#ifdef ZHITU_BENCH_IGRAPH
void build_igraph(Runner& runner) {
    const IgraphVector ends = igraph_ends(pairs_of(runner.data()));
    runner.time(
        "igraph C", [&] { return Igraph(ends, runner.data().node_count()); },
        [](const Igraph& graph) { return graph.edge_count(); });
}
#endif

} // namespace

void run_build(Runner& runner) {
    build_arrays(runner);
    build_zhitu(runner);
    build_boost(runner);
#ifdef ZHITU_BENCH_IGRAPH
    if (runner.wants("igraph C")) build_igraph(runner);
#endif
}

} // namespace zhitu::bench
