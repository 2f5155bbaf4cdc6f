// GraphML in and out. The lower bounds are expat without anything behind it, and writing bytes that are ready.
#include "files.hpp"

#ifdef ZHITU_BENCH_EXPAT
#include <zhitu/base/file.hpp>

#include <expat.h>
#endif

#ifdef ZHITU_BENCH_IGRAPH
#include "../peers/igraph.hpp"
#endif

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>

#include <cstdio>
#include <fstream>
#include <memory>

namespace zhitu::bench {
namespace {

namespace fs = std::filesystem;

#ifdef ZHITU_BENCH_EXPAT
void count_element(void* count, const XML_Char* name, const XML_Char**) {
    const std::string_view element(name);
    if (element == "node" || element == "edge") ++*static_cast<std::uint64_t*>(count);
}

std::uint64_t scan(const std::string& text) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr),
                                                                              XML_ParserFree);
    std::uint64_t count = 0;
    XML_SetUserData(parser.get(), &count);
    XML_SetStartElementHandler(parser.get(), count_element);
    constexpr std::size_t piece = 1 << 20;
    for (std::size_t at = 0; at < text.size(); at += piece) {
        const std::size_t size = std::min(piece, text.size() - at);
        if (XML_Parse(parser.get(), text.data() + at, static_cast<int>(size), at + size == text.size()) == 0) return 0;
    }
    return count;
}
#endif

struct NodeFields {
    std::string type, city;
    std::int64_t year = 0;
    double score = 0;
};
struct EdgeFields {
    std::string type;
    double weight = 0;
};
using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, NodeFields, EdgeFields>;

/// The fields that a graph reads into or is written from.
boost::dynamic_properties boost_fields(BoostGraph& graph) {
    boost::dynamic_properties fields;
    fields.property("type", get(&NodeFields::type, graph));
    fields.property("city", get(&NodeFields::city, graph));
    fields.property("year", get(&NodeFields::year, graph));
    fields.property("score", get(&NodeFields::score, graph));
    fields.property("type", get(&EdgeFields::type, graph));
    fields.property("weight", get(&EdgeFields::weight, graph));
    return fields;
}

BoostGraph read_boost(const fs::path& file) {
    BoostGraph graph;
    boost::dynamic_properties fields = boost_fields(graph);
    std::ifstream in(file, std::ios::binary);
    read_graphml(in, graph, fields);
    return graph;
}

std::uint64_t boost_sum(const BoostGraph& graph) {
    std::uint64_t sum = num_vertices(graph) + num_edges(graph);
    for (auto [node, end] = vertices(graph); node != end; ++node) sum += static_cast<std::uint64_t>(graph[*node].year);
    for (auto [edge, end] = edges(graph); edge != end; ++edge)
        sum += static_cast<std::uint64_t>(8 * graph[*edge].weight);
    return sum;
}

void write_boost(Runner& runner) {
    BoostGraph graph = read_boost(runner.folder() / "graph.graphml");
    const boost::dynamic_properties fields = boost_fields(graph);
    const fs::path file = runner.folder() / "boost.graphml";
    runner.time("BGL adjacency_list", [&] {
        std::ofstream out(file, std::ios::binary);
        write_graphml(out, graph, fields);
        return num_vertices(graph) + num_edges(graph);
    });
    fs::remove(file);
}

#ifdef ZHITU_BENCH_IGRAPH
using OpenFile = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

Igraph read_igraph(const fs::path& file) {
    const OpenFile in(std::fopen(file.c_str(), "rb"), std::fclose);
    igraph_t graph;
    igraph_read_graph_graphml(&graph, in.get(), 0);
    return Igraph(graph);
}

std::uint64_t igraph_sum(const Igraph& graph) {
    const auto nodes = igraph_vcount(graph.get()), edges = igraph_ecount(graph.get());
    auto sum = static_cast<std::uint64_t>(nodes + edges);
    for (igraph_integer_t node = 0; node < nodes; ++node)
        sum += static_cast<std::uint64_t>(igraph_cattribute_VAN(graph.get(), "year", node));
    for (igraph_integer_t edge = 0; edge < edges; ++edge)
        sum += static_cast<std::uint64_t>(8 * igraph_cattribute_EAN(graph.get(), "weight", edge));
    return sum;
}

void write_igraph(Runner& runner) {
    const Igraph graph = read_igraph(runner.folder() / "graph.graphml");
    const fs::path file = runner.folder() / "igraph.graphml";
    runner.time("igraph C", [&] {
        const OpenFile out(std::fopen(file.c_str(), "wb"), std::fclose);
        igraph_write_graph_graphml(graph.get(), out.get(), true);
        return igraph_vcount(graph.get()) + igraph_ecount(graph.get());
    });
    fs::remove(file);
}
#endif

} // namespace

void run_read_graphml(Runner& runner) {
    const fs::path file = runner.folder() / "graph.graphml";
    read_format(runner, "graphml");
#ifdef ZHITU_BENCH_EXPAT
    runner.time("expat alone", [&] { return scan(read_file(file)); });
#endif
    if (runner.wants("BGL adjacency_list"))
        runner.time(
            "BGL adjacency_list", [&] { return read_boost(file); }, boost_sum);
#ifdef ZHITU_BENCH_IGRAPH
    if (runner.wants("igraph C"))
        runner.time(
            "igraph C", [&] { return read_igraph(file); }, igraph_sum);
#endif
}

void run_write_graphml(Runner& runner) {
    write_format(runner, "graphml");
    if (runner.wants("BGL adjacency_list")) write_boost(runner);
#ifdef ZHITU_BENCH_IGRAPH
    if (runner.wants("igraph C")) write_igraph(runner);
#endif
}

} // namespace zhitu::bench
