// One shortest path between two persons, whichever way edges point, for 100 pairs. The answer is the sum of the
// lengths.
#include "../peers/arrays.hpp"
#include "../peers/boost_paths.hpp"
#include "../peers/zhitu.hpp"
#include "work.hpp"
#ifdef ZHITU_BENCH_IGRAPH
#include "../peers/igraph.hpp"
#endif

#include <zhitu/queries/paths.hpp>

#include <limits>

namespace zhitu::bench {
namespace {

/// Breadth-first from both ends, the smaller ring first. Marks are by question, so that nothing is cleared.
class BothEnds {
  public:
    explicit BothEnds(const Arrays& graph)
        : graph_(graph)
        , marks_(graph.node_count()) {}

    /// 0 where there is no way.
    std::uint32_t distance(std::uint32_t from, std::uint32_t to) {
        question_ += 2;
        marks_[from] = question_;
        marks_[to] = question_ + 1;
        rings_[0].assign(1, from);
        rings_[1].assign(1, to);
        for (std::uint32_t steps = 1; !rings_[0].empty() && !rings_[1].empty(); ++steps)
            if (widen(rings_[0].size() <= rings_[1].size() ? 0 : 1)) return steps;
        return 0;
    }

  private:
    /// Whether the ring met the other side.
    bool widen(std::uint32_t side) {
        next_.clear();
        for (const std::uint32_t node : rings_[side])
            for (const std::uint32_t next : graph_.next(node)) {
                if (marks_[next] == question_ + 1 - side) return true;
                if (marks_[next] == question_ + side) continue;
                marks_[next] = question_ + side;
                next_.push_back(next);
            }
        rings_[side].swap(next_);
        return false;
    }

    const Arrays& graph_;
    std::vector<std::uint32_t> marks_;
    std::uint32_t question_ = 0;
    std::array<std::vector<std::uint32_t>, 2> rings_;
    std::vector<std::uint32_t> next_;
};

/// The sum over all pairs of what `length(from, to)` says.
template <class Length>
std::uint64_t sum_over_pairs(const Data& data, Length length) {
    std::uint64_t total = 0;
    for (const auto& [from, to] : data.person_pairs) total += length(from, to);
    return total;
}

std::uint64_t zhitu_lengths(const Data& data, const Graph& graph) {
    return sum_over_pairs(data, [&](std::uint32_t from, std::uint32_t to) {
        const auto path = shortest_path(graph, NodeId(from), NodeId(to));
        return path ? path->steps.size() : 0;
    });
}

#ifdef ZHITU_BENCH_IGRAPH
std::uint64_t igraph_lengths(const Data& data, const Igraph& graph) {
    IgraphVector edges;
    return sum_over_pairs(data, [&](std::uint32_t from, std::uint32_t to) {
        igraph_get_shortest_path(graph.get(), nullptr, edges.get(), from, to, IGRAPH_ALL);
        return edges.size();
    });
}
#endif

} // namespace

void run_shortest(Runner& runner) {
    const Data& data = runner.data();
    {
        const Arrays arrays = arrays_of(data, Ways::both);
        BothEnds search(arrays);
        runner.time("from both ends by hand", [&] {
            return sum_over_pairs(data,
                                  [&](std::uint32_t from, std::uint32_t to) { return search.distance(from, to); });
        });
    }
    {
        const Graph graph = build_graph(data);
        runner.time("zhitu", [&] { return zhitu_lengths(data, graph); });
    }
    if (runner.wants("BGL CSR")) {
        const BoostDirectedCsr graph = boost_directed_csr(data, Ways::both);
        runner.time("BGL CSR", [&] {
            return sum_over_pairs(
                data, [&](std::uint32_t from, std::uint32_t to) { return boost_distance(graph, from, to); });
        });
    }
#ifdef ZHITU_BENCH_IGRAPH
    if (!runner.wants("igraph C")) return;
    const Igraph graph(pairs_of(data), data.node_count());
    runner.time("igraph C", [&] { return igraph_lengths(data, graph); });
#endif
}

} // namespace zhitu::bench
