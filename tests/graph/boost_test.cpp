// Boost's algorithms as a user calls them, each against an answer that can be worked out by hand.
#include <zhitu/graph/boost.hpp>
#include <zhitu/graph/builder.hpp>

#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/copy.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/graph/vf2_sub_graph_iso.hpp>

#include "test.hpp"

#include <cmath>
#include <iterator>
#include <set>
#include <string>
#include <unordered_set>

using namespace zhitu;

namespace {

struct Arrow {
    const char* from;
    const char* to;
    const char* type = "X";
    double weight = 1;
};

// Nodes are numbered in the order of `names`.
Graph graph_of_arrows(std::initializer_list<const char*> names, std::initializer_list<Arrow> arrows) {
    GraphBuilder builder;
    for (const char* name : names) builder.add_node(name, "T");
    for (const Arrow& arrow : arrows)
        builder.set(builder.add_edge(arrow.from, arrow.to, arrow.type), "weight", arrow.weight);
    return builder.freeze();
}

// a → b → c → a and d → c, e alone; b → c twice.
Graph example() {
    return graph_of_arrows(
        {"a", "b", "c", "d", "e"},
        {{"a", "b", "X", 1}, {"b", "c", "X", 5}, {"b", "c", "Y", 2}, {"c", "a", "X", 1}, {"d", "c", "Y", 1}});
}

template <class T>
auto map_of(std::vector<T>& values, const auto& graph) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

std::vector<int> distances_from(NodeId start, const auto& graph) {
    std::vector<int> distance(num_vertices(graph), -1);
    distance[start.index()] = 0;
    boost::breadth_first_search(graph, start,
                                boost::visitor(boost::make_bfs_visitor(
                                    boost::record_distances(map_of(distance, graph), boost::on_tree_edge()))));
    return distance;
}

constexpr NodeId a(0U), b(1U), c(2U), d(3U), e(4U);
using Distances = std::vector<int>;
constexpr double far = std::numeric_limits<double>::max();

} // namespace

TEST_CASE("breadth_first_search finds what can be reached, on the graph and on its views") {
    const Graph graph = example();
    CHECK(distances_from(a, graph) == Distances{0, 1, 2, -1, -1});
    CHECK(distances_from(a, ReverseView(graph)) == Distances{0, 2, 1, 2, -1});
    CHECK(distances_from(a, UndirectedView(graph)) == Distances{0, 1, 1, 2, -1});
    CHECK(distances_from(b, edges_of_types(graph, {"Y"})) == Distances{-1, 0, 1, -1, -1});
    const ReverseView reverse(graph);
    CHECK(distances_from(c, edges_of_types(reverse, {"Y"})) == Distances{-1, 1, 0, 1, -1});
}

TEST_CASE("depth_first_search meets every node once and finds the edge that closes a circle") {
    struct Seen : boost::default_dfs_visitor {
        std::vector<NodeId>* nodes;
        std::vector<EdgeId>* back;
        void discover_vertex(NodeId node, const Graph&) { nodes->push_back(node); }
        void back_edge(const BoostEdge& edge, const Graph&) { back->push_back(edge); }
    };
    const Graph graph = example();
    std::vector<NodeId> nodes;
    std::vector<EdgeId> back;
    Seen seen;
    seen.nodes = &nodes;
    seen.back = &back;
    boost::depth_first_search(graph, boost::visitor(seen));
    CHECK(nodes == std::vector<NodeId>{a, b, c, d, e});
    CHECK(back == std::vector<EdgeId>{EdgeId(3U)});
}

TEST_CASE("dijkstra_shortest_paths takes the cheaper of two parallel edges") {
    const Graph graph = example();
    std::vector<double> distance(graph.node_count());
    std::vector<NodeId> before(graph.node_count());
    boost::dijkstra_shortest_paths(graph, a,
                                   boost::weight_map(edge_weights(graph, "weight"))
                                       .distance_map(map_of(distance, graph))
                                       .predecessor_map(map_of(before, graph)));
    CHECK(distance == std::vector<double>{0, 1, 3, far, far});
    CHECK(before == std::vector<NodeId>{a, a, b, d, e});
    const ReverseView reverse(graph);
    boost::dijkstra_shortest_paths(
        reverse, a, boost::weight_map(edge_weights(graph, "weight")).distance_map(map_of(distance, reverse)));
    CHECK(distance == std::vector<double>{0, 3, 1, 2, far});
}

TEST_CASE("bellman_ford_shortest_paths goes over edges of negative weight, and finds a circle of such") {
    const auto run = [](const Graph& graph, std::vector<double>& distance) {
        distance.assign(graph.node_count(), far);
        distance[0] = 0;
        return boost::bellman_ford_shortest_paths(
            graph, static_cast<int>(num_vertices(graph)),
            boost::weight_map(edge_weights(graph, "weight")).distance_map(map_of(distance, graph)));
    };
    std::vector<double> distance;
    CHECK(
        run(graph_of_arrows({"a", "b", "c"}, {{"a", "b", "X", 4}, {"a", "c", "X", 5}, {"c", "b", "X", -3}}), distance));
    CHECK(distance == std::vector<double>{0, 2, 5});
    CHECK_FALSE(run(graph_of_arrows({"a", "b"}, {{"a", "b", "X", 1}, {"b", "a", "X", -2}}), distance));
}

TEST_CASE("strong_components and connected_components count") {
    const Graph graph = example();
    std::vector<int> component(graph.node_count());
    CHECK(boost::strong_components(graph, map_of(component, graph)) == 3);
    CHECK(component[0] == component[2]);
    const auto only_y = edges_of_types(graph, {"Y"});
    CHECK(boost::strong_components(only_y, map_of(component, only_y)) == 5);
    const UndirectedView view(graph);
    CHECK(boost::connected_components(view, map_of(component, view)) == 2);
    CHECK(component[0] == component[3]);
    CHECK(component[0] != component[4]);
    const auto undirected_y = edges_of_types(view, {"Y"});
    CHECK(boost::connected_components(undirected_y, map_of(component, undirected_y)) == 3);
}

TEST_CASE("brandes_betweenness_centrality counts the shortest paths through a node") {
    // The middle of a star of three lies on all 3 · 2 ways between its points.
    const Graph star = graph_of_arrows({"a", "b", "c", "d"}, {{"a", "b"}, {"a", "c"}, {"d", "a"}});
    std::vector<double> between(star.node_count());
    boost::brandes_betweenness_centrality(star, map_of(between, star));
    CHECK(between == std::vector<double>{2, 0, 0, 0}); // d → b and d → c
    const UndirectedView view(star);
    boost::brandes_betweenness_centrality(view, map_of(between, view));
    CHECK(between == std::vector<double>{3, 0, 0, 0}); // each unordered pair once
}

TEST_CASE("page_rank gives the node that all point to the highest rank") {
    // Without dead ends the ranks solve r = 0.15/n + 0.85 · inflow; scaled to sum up to n as Boost's are (n = 3):
    // a → c, b → c, c → a: b gets 0.15, and a = 0.15 + 0.85 c, c = 0.15 + 0.85 (a + b).
    const Graph graph = graph_of_arrows({"a", "b", "c"}, {{"a", "c"}, {"b", "c"}, {"c", "a"}});
    std::vector<double> rank(graph.node_count());
    boost::graph::page_rank(graph, map_of(rank, graph), boost::graph::n_iterations(200), 0.85, graph.node_count());
    const double rank_c = (0.15 + 0.85 * 0.15 + 0.85 * 0.15) / (1 - 0.85 * 0.85);
    CHECK(rank[1] == Approx(0.15));
    CHECK(rank[2] == Approx(rank_c));
    CHECK(rank[0] == Approx(0.15 + 0.85 * rank_c));
}

TEST_CASE("topological_sort puts what is needed before what needs it, and refuses a circle") {
    const Graph steps = graph_of_arrows({"a", "b", "c", "d"}, {{"d", "b"}, {"b", "a"}, {"d", "c"}, {"c", "a"}});
    std::vector<NodeId> order;
    boost::topological_sort(steps, std::back_inserter(order));
    REQUIRE(order.size() == 4);
    CHECK(order.front() == a);
    CHECK(order.back() == d);
    const Graph circle = example();
    CHECK_THROWS_AS(boost::topological_sort(circle, std::back_inserter(order)), boost::not_a_dag);
}

TEST_CASE("maximum flows run on a writable copy") {
    // s → a 3, s → b 2, a → b 5, a → t 2, b → t 3: both edges into t can be filled.
    const Graph pipes = graph_of_arrows(
        {"s", "a", "b", "t"},
        {{"s", "a", "X", 3}, {"s", "b", "X", 2}, {"a", "b", "X", 5}, {"a", "t", "X", 2}, {"b", "t", "X", 3}});
    WritableCopy copy = writable_copy(pipes, edge_weights(pipes, "weight"));
    add_reverse_edges(copy.graph);
    const auto source = copy.vertex(NodeId(0U)), sink = copy.vertex(NodeId(3U));
    const auto capacity = get(&WritableEdge::weight, copy.graph);
    const auto residual = get(&WritableEdge::residual, copy.graph);
    const auto reverse = get(&WritableEdge::reverse, copy.graph);
    const auto maps = boost::capacity_map(capacity).residual_capacity_map(residual).reverse_edge_map(reverse);
    CHECK(boost::push_relabel_max_flow(copy.graph, source, sink, maps) == 5);
    CHECK(boost::edmonds_karp_max_flow(copy.graph, source, sink, maps) == 5);
    double into_sink = 0;
    for (const auto& pipe : boost::make_iterator_range(in_edges(sink, copy.graph)))
        if (copy.graph[pipe].edge.valid()) into_sink += copy.graph[pipe].weight - copy.graph[pipe].residual;
    CHECK(into_sink == 5);
}

TEST_CASE("a writable copy of a part leads back to the whole") {
    const Graph graph = example();
    const auto part = filtered_nodes(graph, [](NodeId node) { return node != a; });
    const WritableCopy copy = writable_copy(part);
    REQUIRE(num_vertices(copy.graph) == 4);
    REQUIRE(num_edges(copy.graph) == 3);
    CHECK(copy.vertex(a) == boost::graph_traits<WritableGraph>::null_vertex());
    for (const NodeId node : {b, c, d, e}) CHECK(copy.graph[copy.vertex(node)].node == node);
    std::set<EdgeId> copied;
    for (const auto& one : boost::make_iterator_range(edges(copy.graph))) {
        const EdgeId origin = copy.graph[one].edge;
        copied.insert(origin);
        CHECK(copy.graph[boost::source(one, copy.graph)].node == graph.source(origin));
        CHECK(copy.graph[boost::target(one, copy.graph)].node == graph.target(origin));
    }
    CHECK(copied == std::set<EdgeId>{EdgeId(1U), EdgeId(2U), EdgeId(4U)});
}

TEST_CASE("vf2 finds each place of a pattern, by types of nodes and edges too") {
    const Graph pattern = graph_of_arrows({"x", "y", "z"}, {{"x", "y"}, {"y", "z"}});
    const Graph graph = graph_of_arrows({"a", "b", "c", "d"}, {{"a", "b"}, {"b", "c"}, {"b", "d", "Y"}});
    std::set<std::string> found;
    const auto note = [&](const auto& place, const auto&) {
        std::string text;
        for (const NodeId node : pattern.nodes()) text += graph.name(get(place, node));
        found.insert(text);
        return true;
    };
    boost::vf2_subgraph_mono(pattern, graph, note);
    CHECK(found == std::set<std::string>{"abc", "abd"});
    found.clear();
    const auto same_type = [&](const BoostEdge& left, const BoostEdge& right) {
        return pattern.type(left) == graph.type(right);
    };
    boost::vf2_subgraph_mono(pattern, graph, note, get(boost::vertex_index, pattern), get(boost::vertex_index, graph),
                             boost::vertex_order_by_mult(pattern), same_type, boost::always_equivalent());
    CHECK(found == std::set<std::string>{"abc"});
    CHECK_FALSE(boost::vf2_graph_iso(pattern, graph, note));
}

TEST_CASE("kruskal_minimum_spanning_tree joins the undirected view at the least weight") {
    const Graph graph = example();
    const UndirectedView view(graph);
    std::unordered_set<BoostEdge> tree;
    boost::kruskal_minimum_spanning_tree(view, std::inserter(tree, tree.end()),
                                         boost::weight_map(edge_weights(graph, "weight")));
    double weight = 0;
    for (const BoostEdge& edge : tree) weight += get(edge_weights(graph, "weight"), edge);
    CHECK(tree.size() == 3);
    CHECK(weight == 3);
}

TEST_CASE("a graph is copied into a graph of the user's own") {
    const Graph graph = example();
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS> copy;
    boost::copy_graph(graph, copy,
                      boost::vertex_index_map(get(boost::vertex_index, graph))
                          .vertex_copy([](auto, auto) {})
                          .edge_copy([](auto, auto) {}));
    CHECK(num_vertices(copy) == 5);
    CHECK(boost::edge(3, 2, copy).second);
}

TEST_CASE("parts by types and predicates hold what was asked for") {
    GraphBuilder builder;
    builder.add_node("a", "Policy");
    builder.add_node("b", "Case");
    builder.add_node("c", "Firm");
    builder.add_label(NodeId(2U), "Case");
    builder.add_edge("a", "b", "X");
    builder.add_edge("b", "c", "X");
    builder.add_edge("b", "c", "Y");
    const Graph graph = builder.freeze();
    const auto ids = [](const auto& part) {
        std::vector<EdgeId> out;
        for (const BoostEdge& edge : boost::make_iterator_range(edges(part))) out.push_back(edge);
        return out;
    };
    using Edges = std::vector<EdgeId>;
    CHECK(ids(nodes_of_types(graph, {"Case"})) == Edges{EdgeId(1U), EdgeId(2U)});
    CHECK(ids(edges_of_types(graph, {"Y", "Z"})) == Edges{EdgeId(2U)});
    CHECK(ids(filtered(
              graph, [](EdgeId edge) { return edge != EdgeId(2U); }, [](NodeId node) { return node != a; })) ==
          Edges{EdgeId(1U)});
    const auto cases = nodes_of_types(graph, {"Case"});
    CHECK(std::distance(vertices(cases).first, vertices(cases).second) == 2);
    CHECK(in_degree(b, cases) == 0);
    CHECK(in_degree(c, cases) == 2);
}

TEST_CASE("property maps read one kind and give a default for all else") {
    GraphBuilder builder;
    const NodeId first = builder.add_node("a", "T", "first"), second = builder.add_node("b", "T");
    builder.set(first, "year", std::int64_t{2015});
    builder.set(second, "year", "about 2020");
    builder.set(first, "share", 0.5);
    builder.set(first, "new", true);
    const EdgeId edge = builder.add_edge(first, second, "X");
    builder.set(edge, "weight", std::int64_t{3});
    const Graph graph = builder.freeze();
    const auto year = node_property<std::int64_t>(graph, "year", -1);
    CHECK(get(year, first) == 2015);
    CHECK(get(year, second) == -1);
    CHECK(get(node_property<std::string_view>(graph, "year", "unknown"), first) == "unknown");
    CHECK(get(node_property<std::string_view>(graph, "year"), second) == "about 2020");
    CHECK(node_property<double>(graph, "year")[first] == 2015.0);
    CHECK(node_property<double>(graph, "share", 1.0)[first] == 0.5);
    CHECK(node_property<bool>(graph, "new")[first]);
    CHECK_FALSE(node_property<bool>(graph, "new")[second]);
    CHECK(node_property<double>(graph, "nothing", 7.0)[first] == 7.0);
    CHECK(get(edge_weights(graph, "weight"), edge) == 3.0);
    CHECK(get(edge_weights(graph, "nothing"), edge) == 1.0);
    CHECK(get(boost::vertex_name, graph, first) == "first");
    CHECK(get(get(boost::vertex_name, UndirectedView(graph)), second) == "b");
    CHECK(get(boost::edge_index, graph, edge) == 0);
}

TEST_CASE("an edge is found from either end, as each view sees it") {
    const Graph graph = example();
    CHECK(edge(b, c, graph).first == EdgeId(1U));
    CHECK_FALSE(edge(c, b, graph).second);
    const auto [turned, there] = edge(c, b, ReverseView(graph));
    REQUIRE(there);
    CHECK(turned.source == c);
    CHECK(source(*out_edges(c, ReverseView(graph)).first, ReverseView(graph)) == c);
    CHECK(edge(c, b, UndirectedView(graph)).second);
    CHECK_FALSE(edge(a, e, UndirectedView(graph)).second);
}

TEST_CASE("every edge at a node of a view has that node at its end") {
    const Graph graph = example();
    const auto check = [&](const auto& view) {
        std::size_t met = 0;
        for (const NodeId node : boost::make_iterator_range(vertices(view))) {
            for (const BoostEdge& out : boost::make_iterator_range(out_edges(node, view))) {
                CHECK(out.source == node);
                ++met;
            }
            for (const BoostEdge& in : boost::make_iterator_range(in_edges(node, view))) CHECK(in.target == node);
            const auto [next, last] = adjacent_vertices(node, view);
            CHECK(static_cast<std::size_t>(std::distance(next, last)) == out_degree(node, view));
        }
        return met;
    };
    CHECK(check(graph) == 5);
    CHECK(check(ReverseView(graph)) == 5);
    CHECK(check(UndirectedView(graph)) == 10);
}

TEST_CASE("the undirected view meets a loop once") {
    const Graph graph = graph_of_arrows({"a"}, {{"a", "a"}});
    CHECK(out_degree(a, UndirectedView(graph)) == 1);
    CHECK(in_degree(a, UndirectedView(graph)) == 1);
}
