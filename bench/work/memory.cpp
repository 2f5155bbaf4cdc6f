// Bytes an edge: how much the heap grows by a graph with an edge type to each edge, both directions.
#include "../peers/arrays.hpp"
#include "../peers/boost.hpp"
#include "../peers/zhitu.hpp"
#include "work.hpp"
#ifdef ZHITU_BENCH_IGRAPH
#include "../peers/igraph.hpp"
#endif

#include <malloc.h>

namespace zhitu::bench {
namespace {

std::size_t heap() {
    const struct mallinfo2 now = mallinfo2();
    return now.uordblks + now.hblkhd;
}

/// What `build()` makes stays until it has been measured.
template <class Build>
void print_growth(const Runner& runner, std::string_view peer, Build build) {
    const auto edges = static_cast<double>(runner.data().edge_count());
    const std::size_t before = heap();
    const auto made = build();
    runner.print(peer, static_cast<double>(heap() - before) / edges, runner.data().edge_count(), 1);
}

struct TypedArrays {
    Arrays out, in;
    std::vector<std::uint8_t> types;
};

#ifdef ZHITU_BENCH_IGRAPH
/// The edge type as a number, igraph's smallest kind of attribute.
Igraph typed_igraph(const Data& data, const IgraphVector& ends) {
    Igraph graph(ends, data.node_count());
    igraph_vector_t types;
    igraph_vector_init(&types, static_cast<igraph_integer_t>(data.edge_count()));
    for (std::size_t i = 0; i < data.edge_count(); ++i) VECTOR(types)[i] = data.edge_types[i];
    igraph_cattribute_EAN_setv(graph.get(), "type", &types);
    igraph_vector_destroy(&types);
    return graph;
}
#endif

} // namespace

void run_memory(Runner& runner) {
    const Data& data = runner.data();
    print_growth(runner, "targets both ways + types", [&] {
        return TypedArrays{out_arrays(data), in_arrays(data), data.edge_types};
    });
    {
        const Graph graph = build_graph(data);
        const double bytes = static_cast<double>(graph.memory()) / static_cast<double>(graph.edge_count());
        runner.print("zhitu", bytes, graph.edge_count(), 1);
    }
    print_growth(runner, "zhitu, growth of the heap", [&] { return build_graph(data); });
    const Pairs edges = pairs_of(data);
    print_growth(runner, "BGL CSR", [&] { return boost_csr(data, edges); });
    print_growth(runner, "BGL adjacency_list", [&] { return boost_lists(data, edges); });
#ifdef ZHITU_BENCH_IGRAPH
    const IgraphVector ends = igraph_ends(edges);
    print_growth(runner, "igraph C", [&] { return typed_igraph(data, ends); });
#endif
}

} // namespace zhitu::bench
