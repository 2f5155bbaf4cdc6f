// The frozen graph beside Boost.Graph and beside bare loops over arrays: the same edges, the same answers.
#include "measure.hpp"

#include <zhitu/graph/algorithms/bfs.hpp>
#include <zhitu/graph/algorithms/khop.hpp>
#include <zhitu/graph/boost.hpp>
#include <zhitu/graph/builder.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace zhitu;
using bench::measure;
using bench::Measured;

constexpr std::uint32_t node_count = 100'000;
constexpr std::uint32_t edge_count = 1'000'000;
constexpr std::uint32_t seed_count = 1'000;

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Lists = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
using Csr = boost::compressed_sparse_row_graph<boost::bidirectionalS>;

/// Sources are even, targets skewed towards small numbers: few nodes have many edges.
Pairs random_pairs() {
    std::mt19937 random(7);
    const auto unit = [&] { return static_cast<double>(random()) / 4294967296.0; };
    Pairs pairs(edge_count);
    for (auto& [source, target] : pairs) {
        source = static_cast<std::uint32_t>(unit() * node_count);
        const double u = unit();
        target = static_cast<std::uint32_t>(u * u * node_count);
    }
    return pairs;
}

Graph build_graph(const Pairs& pairs, const std::vector<std::string>& ids) {
    GraphBuilder builder;
    for (const std::string& id : ids) builder.add_node(id, "Node");
    const char* types[] = {"A", "B", "C", "D", "E", "F"};
    for (std::size_t i = 0; i < pairs.size(); ++i)
        builder.add_edge(NodeId(pairs[i].first), NodeId(pairs[i].second), types[i % std::size(types)]);
    return builder.freeze();
}

Lists build_lists(const Pairs& pairs) {
    return Lists(pairs.begin(), pairs.end(), node_count);
}

Csr build_csr(const Pairs& pairs) {
    return Csr(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(), node_count);
}

/// Targets by source, and nothing else: what a loop over bare arrays walks.
struct Arrays {
    std::vector<std::uint32_t> offsets, targets;
};

/// One counting sort.
template <class Key, class Value>
Arrays sorted_by(const Pairs& pairs, Key key, Value value) {
    Arrays out{std::vector<std::uint32_t>(node_count + 1), std::vector<std::uint32_t>(pairs.size())};
    for (const auto& pair : pairs) ++out.offsets[key(pair) + 1];
    std::partial_sum(out.offsets.begin(), out.offsets.end(), out.offsets.begin());
    std::vector<std::uint32_t> next(out.offsets.begin(), out.offsets.end() - 1);
    for (const auto& pair : pairs) out.targets[next[key(pair)]++] = value(pair);
    return out;
}

Arrays build_out(const Pairs& pairs) {
    return sorted_by(
        pairs, [](const auto& p) { return p.first; }, [](const auto& p) { return p.second; });
}

Arrays build_in(const Pairs& pairs) {
    return sorted_by(
        pairs, [](const auto& p) { return p.second; }, [](const auto& p) { return p.first; });
}

/// The sum of the distances of all that is reached from node 0, along the edges.
std::size_t sum_of(const std::vector<std::uint32_t>& distances) {
    std::size_t sum = 0;
    for (const std::uint32_t distance : distances) sum += distance == unreached ? 0 : distance;
    return sum;
}

std::vector<std::uint32_t> bare_bfs(const Arrays& graph) {
    std::vector<std::uint32_t> distances(node_count, unreached), queue{0};
    queue.reserve(node_count);
    distances[0] = 0;
    for (std::size_t i = 0; i < queue.size(); ++i)
        for (std::uint32_t at = graph.offsets[queue[i]]; at < graph.offsets[queue[i] + 1]; ++at) {
            const std::uint32_t next = graph.targets[at];
            if (distances[next] != unreached) continue;
            distances[next] = distances[queue[i]] + 1;
            queue.push_back(next);
        }
    return distances;
}

template <class BoostGraph>
std::size_t boost_bfs(const BoostGraph& graph) {
    const typename boost::graph_traits<BoostGraph>::vertex_descriptor start(0U);
    std::vector<std::uint32_t> distances(node_count, unreached);
    const auto map = boost::make_iterator_property_map(distances.begin(), get(boost::vertex_index, graph));
    put(map, start, 0U);
    const auto visitor = boost::make_bfs_visitor(boost::record_distances(map, boost::on_tree_edge()));
    boost::breadth_first_search(graph, start, boost::visitor(visitor));
    return sum_of(distances);
}

/// Nodes within two steps along the edges, the start counted, for each of the seeds; `visit_targets(node, visit)`
/// walks.
template <class VisitTargets>
std::size_t two_hops(VisitTargets visit_targets) {
    std::vector<std::uint32_t> stamp(node_count, unreached), ring;
    std::size_t total = 0;
    for (std::uint32_t seed = 0; seed < seed_count; ++seed) {
        const std::uint32_t start = seed * (node_count / seed_count);
        ring.assign(1, start);
        stamp[start] = seed;
        for (std::size_t i = 0, hop = 0, end = 1; hop < 2; ++hop, end = ring.size())
            for (; i < end; ++i)
                visit_targets(ring[i], [&](std::uint32_t next) {
                    if (stamp[next] != seed) ring.push_back(next);
                    stamp[next] = seed;
                });
        total += ring.size();
    }
    return total;
}

template <class BoostGraph>
std::size_t boost_two_hops(const BoostGraph& graph) {
    return two_hops([&](std::uint32_t node, auto visit) {
        const auto [begin, end] = out_edges(typename boost::graph_traits<BoostGraph>::vertex_descriptor(node), graph);
        for (auto edge = begin; edge != end; ++edge) visit(static_cast<std::uint32_t>(target(*edge, graph)));
    });
}

std::size_t zhitu_two_hops(const Graph& graph) {
    KHop search(graph, {.hops = 2, .direction = Direction::out});
    std::size_t total = 0;
    for (std::uint32_t seed = 0; seed < seed_count; ++seed)
        total += search.from(NodeId(seed * (node_count / seed_count))).size();
    return total;
}

/// One line of the table; the ways must agree. Ratios are times over the bare loop's.
void print_row(std::string_view work, const std::array<Measured, 4>& ways) {
    for (const Measured& way : ways) bench::require_same(work, ways[0], way);
    fmt::print("| {} | {:.1f} |", work, 1000 * ways[0].seconds);
    for (std::size_t i = 1; i < ways.size(); ++i) fmt::print(" {:.1f} |", ways[i].seconds / ways[0].seconds);
    fmt::print("\n");
}

} // namespace

int main() {
    const Pairs pairs = random_pairs();
    std::vector<std::string> ids(node_count);
    for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = fmt::format("node:{}", i);
    const Arrays arrays = build_out(pairs);
    const Graph graph = build_graph(pairs, ids);
    const Lists lists = build_lists(pairs);
    const Csr csr = build_csr(pairs);

    fmt::print(
        "| work | bare loop, ms | zhitu | BGL CSR | BGL adjacency_list |\n| --- | ---: | ---: | ---: | ---: |\n");
    print_row("build, both directions",
              {measure([&] { return build_out(pairs).targets.size() + build_in(pairs).targets.size() - edge_count; }),
               measure([&] { return build_graph(pairs, ids).edge_count(); }),
               measure([&] { return num_edges(build_csr(pairs)); }),
               measure([&] { return num_edges(build_lists(pairs)); })});
    print_row(fmt::format("2 hops from each of {} nodes", seed_count),
              {measure([&] {
                   return two_hops([&](std::uint32_t node, auto visit) {
                       for (std::uint32_t at = arrays.offsets[node]; at < arrays.offsets[node + 1]; ++at)
                           visit(arrays.targets[at]);
                   });
               }),
               measure([&] { return zhitu_two_hops(graph); }), measure([&] { return boost_two_hops(csr); }),
               measure([&] { return boost_two_hops(lists); })});
    const NodeId first(0U);
    const BfsOptions along{.direction = Direction::out};
    const Measured bare = measure([&] { return sum_of(bare_bfs(arrays)); });
    print_row("breadth-first distances",
              {bare, measure([&] { return sum_of(bfs_distances(graph, std::span(&first, 1), along)); }),
               measure([&] { return boost_bfs(csr); }), measure([&] { return boost_bfs(lists); })});
    const Measured through = measure([&] { return boost_bfs(graph); });
    bench::require_same("Boost's search on zhitu's graph", bare, through);
    fmt::print("\nBoost's own breadth-first search on zhitu's graph: {:.1f}. Bytes an edge of zhitu, nodes and ids "
               "counted in: {:.0f}.\n",
               through.seconds / bare.seconds, static_cast<double>(graph.memory()) / edge_count);
}
