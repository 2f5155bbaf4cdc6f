// Eight threads read everything of one frozen graph at a time, and each must read the same. Built with ThreadSanitizer,
// which ends the program with a report where two of them race.
#include <zhitu/graph/algorithms/bfs.hpp>
#include <zhitu/graph/algorithms/components.hpp>
#include <zhitu/graph/algorithms/khop.hpp>
#include <zhitu/graph/boost.hpp>
#include <zhitu/graph/builder.hpp>
#include <zhitu/graph/lookup.hpp>
#include <zhitu/graph/subgraph.hpp>

#include <boost/graph/breadth_first_search.hpp>

#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using namespace zhitu;

constexpr int node_count = 200;
constexpr int edge_count = 800;
constexpr int thread_count = 8;
constexpr int rounds = 3;

std::string id(int number) {
    return std::string("node:").append(std::to_string(number));
}

Graph build() {
    GraphBuilder builder;
    builder.set_title("threads");
    builder.add_document({"paper", "A paper", "paper.txt"});
    for (int i = 0; i < node_count; ++i) {
        const NodeId node = builder.add_node(id(i), i % 3 == 0 ? "Policy" : "Case", std::string("name ").append(id(i)));
        builder.set(node, "year", std::int64_t{2000} + i % 25);
        builder.add_alias(node, std::string("alias ").append(id(i)));
        if (i % 7 == 0) builder.add_label(node, "Special");
        builder.add_evidence(node, {"paper", "1", 0, 4, 1, "text", {}});
    }
    for (int i = 0; i < edge_count; ++i) {
        const EdgeId edge = builder.add_edge(id(i * 7 % node_count), id(i * i % node_count), i % 2 == 0 ? "X" : "Y");
        builder.set(edge, "weight", 0.5 * (i % 5));
        builder.add_evidence(edge, {"paper", "2", 5, 9, 2, "more", {}});
    }
    return builder.freeze();
}

// One number that all that was read went into.
class Digest {
  public:
    void add(std::string_view text) { add(std::hash<std::string_view>{}(text)); }
    void add(std::size_t number) { sum_ = sum_ * 31 + number; }
    template <class Id>
    void add_ids(std::span<const Id> ids) {
        for (const Id one : ids) add(one.index());
    }
    [[nodiscard]] std::size_t sum() const { return sum_; }

  private:
    std::size_t sum_ = 1;
};

template <class Id>
void read_evidence(const Graph& graph, Id row, Digest& digest) {
    for (const EvidenceView& evidence : graph.evidence(row)) {
        digest.add(evidence.quote);
        digest.add(evidence.start);
    }
}

void read_nodes(const Graph& graph, Digest& digest) {
    for (const NodeId node : graph.nodes()) {
        digest.add(graph.id(node));
        digest.add(graph.name(node));
        for (const auto label : graph.labels(node)) digest.add(label);
        for (const auto alias : graph.aliases(node)) digest.add(alias);
        digest.add(graph.property(node, "year").text());
        digest.add_ids(graph.out_edges(node));
        digest.add_ids(graph.in_edges(node, "X"));
        read_evidence(graph, node, digest);
    }
}

void read_edges(const Graph& graph, Digest& digest) {
    for (const EdgeId edge : graph.edges()) {
        digest.add(graph.type(edge));
        digest.add(graph.find_edge(graph.source(edge), graph.type_id(edge), graph.target(edge))->index());
        digest.add(graph.property(edge, "weight").text());
        read_evidence(graph, edge, digest);
    }
}

void look_up(const Graph& graph, Digest& digest) {
    digest.add_ids(graph.nodes("Policy"));
    digest.add_ids(graph.nodes("Special"));
    for (int i = 0; i < node_count; i += 10) digest.add(graph.find_id(id(i))->index());
    digest.add(find_node(graph, "alias node:7").index());
    for (const std::string& name : nearest_names(graph, "name node:8")) digest.add(name);
    digest.add(graph.memory());
    for (const DocumentInfo& document : graph.documents()) digest.add(document.title);
}

void run_algorithms(const Graph& graph, Digest& digest) {
    const NodeId start(0U);
    for (const std::uint32_t distance : bfs_distances(graph, std::span(&start, 1))) digest.add(distance);
    for (const std::size_t size : weak_components(graph).sizes) digest.add(size);
    KHop search(graph, {.hops = 2, .edges = TypeFilter::of_edges(graph, {"X"})});
    for (const NodeId node : graph.nodes()) digest.add_ids(search.from(node));
    digest.add_ids(induced_subgraph(graph, {NodeId(1U), NodeId(2U), NodeId(7U)}).edges());
    const auto view = edges_of_types(graph, {"Y"});
    std::vector<std::size_t> distance(graph.node_count());
    const auto map = boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, view));
    boost::breadth_first_search(
        view, start, boost::visitor(boost::make_bfs_visitor(boost::record_distances(map, boost::on_tree_edge()))));
    for (const std::size_t one : distance) digest.add(one);
}

std::size_t read_everything(const Graph& graph) {
    Digest digest;
    for (int round = 0; round < rounds; ++round) {
        read_nodes(graph, digest);
        read_edges(graph, digest);
        look_up(graph, digest);
        run_algorithms(graph, digest);
    }
    return digest.sum();
}

} // namespace

int main() {
    const Graph graph = build();
    std::vector<std::size_t> sums(thread_count);
    std::vector<std::thread> threads;
    for (std::size_t& sum : sums) threads.emplace_back([&graph, &sum] { sum = read_everything(graph); });
    for (std::thread& thread : threads) thread.join();
    const std::size_t expected = read_everything(graph);
    for (const std::size_t sum : sums) {
        if (sum == expected) continue;
        std::puts("two threads did not read the same");
        return 1;
    }
    std::puts("eight threads read the same");
}
