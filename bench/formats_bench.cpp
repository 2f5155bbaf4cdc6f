// Reading and writing of graph formats beside bare scans of the same bytes and beside writing the same bytes.
//
// A scan knows nothing of graphs: expat with handlers that count (XML), simdjson's document (JSON), a count of line
// ends (CSV, edge lists); where a library is not installed, its column is empty. `build` is what the graph itself
// costs: the same nodes, edges and properties given to GraphBuilder from memory.
#include "measure.hpp"

#include <zhitu/base/file.hpp>
#include <zhitu/exporters/exporter.hpp>
#include <zhitu/graph/builder.hpp>
#include <zhitu/importers/importer.hpp>

#ifdef ZHITU_BENCH_EXPAT
#include <expat.h>
#endif
#ifdef ZHITU_BENCH_SIMDJSON
#include <simdjson.h>
#endif

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace zhitu;
using bench::measure;
using bench::Measured;

constexpr std::size_t node_count = 100'000;
constexpr std::size_t edge_count = 1'000'000;

const std::filesystem::path folder = std::filesystem::temp_directory_path() / "zhitu-formats-bench";

/// Three types of nodes with two properties, six of edges with two; targets are skewed.
Graph make_graph() {
    std::mt19937 random(7);
    const auto unit = [&] { return static_cast<double>(random()) / 4294967296.0; };
    const char* node_types[] = {"Person", "Firm", "Place"};
    const char* edge_types[] = {"KNOWS", "LIKES", "WORKS_AT", "OWNS", "LIES_IN", "VISITED"};
    const char* cities[] = {"Shenyang", "Beijing", "Shanghai", "Shenzhen", "Chengdu"};
    GraphBuilder builder;
    for (std::size_t i = 0; i < node_count; ++i) {
        const char* type = node_types[i % std::size(node_types)];
        const NodeId node = builder.add_node(fmt::format("{}:{}", type, i), type, fmt::format("{} {}", type, i));
        builder.set(node, "year", static_cast<std::int64_t>(1950 + random() % 75));
        builder.set(node, "city", cities[random() % std::size(cities)]);
    }
    for (std::size_t i = 0; i < edge_count; ++i) {
        const double u = unit();
        const NodeId source(static_cast<std::uint32_t>(unit() * node_count));
        const NodeId target(static_cast<std::uint32_t>(u * u * node_count));
        const EdgeId edge = builder.add_edge(source, target, edge_types[random() % std::size(edge_types)]);
        builder.set(edge, "since", static_cast<std::int64_t>(1990 + random() % 35));
        builder.set(edge, "weight", static_cast<double>(random() % 1000) / 1000);
    }
    return builder.freeze();
}

/// The nodes and edges of `graph` given to a builder once more, by their ids.
std::size_t build_again(const Graph& graph) {
    GraphBuilder builder;
    const auto set_all = [&](auto row, const auto& names, const auto& values) {
        for (std::size_t i = 0; i < names.size(); ++i) builder.set(row, names[i], values[i]);
    };
    const std::vector<std::string> node_properties{"year", "city"}, edge_properties{"since", "weight"};
    for (const NodeId node : graph.nodes())
        set_all(builder.add_node(graph.id(node), graph.type(node), graph.name(node)), node_properties,
                std::vector<Value>{graph.property(node, "year"), graph.property(node, "city")});
    for (const EdgeId edge : graph.edges())
        set_all(builder.add_edge(graph.id(graph.source(edge)), graph.id(graph.target(edge)), graph.type(edge)),
                edge_properties, std::vector<Value>{graph.property(edge, "since"), graph.property(edge, "weight")});
    const Graph again = builder.freeze();
    return again.node_count() + again.edge_count();
}

using Scan = std::optional<std::function<std::size_t()>>;

#ifdef ZHITU_BENCH_EXPAT
void XMLCALL count_rows(void* count, const XML_Char* name, const XML_Char**) {
    const std::string_view element(name);
    *static_cast<std::size_t*>(count) += element == "node" || element == "edge";
}

Scan scan_xml(const std::filesystem::path& file) {
    return [file] {
        constexpr int block = 1 << 18;
        std::size_t count = 0;
        XML_Parser parser = XML_ParserCreate(nullptr);
        XML_SetUserData(parser, &count);
        XML_SetElementHandler(parser, count_rows, [](void*, const XML_Char*) {});
        XML_SetCharacterDataHandler(parser, [](void*, const XML_Char*, int) {});
        const auto source = open_file(file);
        for (std::size_t size = 1; size > 0;) {
            char* const buffer = static_cast<char*>(XML_GetBuffer(parser, block));
            size = source->read({buffer, block});
            XML_ParseBuffer(parser, static_cast<int>(size), size == 0);
        }
        XML_ParserFree(parser);
        return count;
    };
}
#else
Scan scan_xml(const std::filesystem::path&) {
    return std::nullopt;
}
#endif

#ifdef ZHITU_BENCH_SIMDJSON
Scan scan_json(const std::filesystem::path& file) {
    return [file] {
        simdjson::dom::parser parser;
        const simdjson::dom::element document = parser.load(file.string());
        return document["nodes"].get_array().size() + document["edges"].get_array().size();
    };
}
#else
Scan scan_json(const std::filesystem::path&) {
    return std::nullopt;
}
#endif

/// Line ends of tables, whose first `others` lines are no rows.
Scan scan_lines(const std::filesystem::path& file, std::size_t others) {
    return [file, others] {
        const std::string bytes = read_file(file);
        return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) - others;
    };
}

struct Format {
    std::string name;
    std::string file;
    std::function<Scan(const std::filesystem::path&)> scan;
};

std::string ratio(const Measured& way, const std::optional<Measured>& bound) {
    return bound ? fmt::format("{:.1f}", way.seconds / bound->seconds) : "–";
}

/// One line of the table. The graph is written to one stream, so that CSV is one file too.
void print_row(const Graph& graph, const Format& format, const Measured& build) {
    const std::filesystem::path path = folder / format.file;
    ExportOptions options;
    options.format = format.name;
    const auto write = [&] {
        AtomicFile file(path);
        export_stream(Subgraph(graph), file.stream(), options);
        file.commit();
        return static_cast<std::size_t>(std::filesystem::file_size(path));
    };
    const Measured written = measure(write);
    const std::string bytes = read_file(path);
    const Measured same_bytes = measure([&] {
        write_file(path, bytes);
        return bytes.size();
    });
    bench::require_same(format.name, written, same_bytes);
    const Measured read = measure([&] {
        const Graph again = import_file(path);
        return (format.name == "edge_list" ? node_count : again.node_count()) + again.edge_count();
    });
    std::optional<Measured> scanned;
    if (const Scan scan = format.scan(path)) scanned = measure(*scan);
    if (scanned) bench::require_same(format.name, read, *scanned);
    const double megabytes = static_cast<double>(bytes.size()) / 1e6;
    fmt::print("| {} | {:.0f} | {:.0f} | {:.0f} | {} | {:.1f} | {:.0f} | {:.1f} |\n", format.name, megabytes,
               1000 * read.seconds, megabytes / read.seconds, ratio(read, scanned), read.seconds / build.seconds,
               1000 * written.seconds, written.seconds / same_bytes.seconds);
}

} // namespace

int main() {
    std::filesystem::create_directories(folder);
    const Graph graph = make_graph();
    const Measured build = measure([&] { return build_again(graph); });
    fmt::print("The builder alone: {:.0f} ms.\n\n", 1000 * build.seconds);
    fmt::print("| format | MB | read, ms | MB/s | × bare scan | × build | write, ms | × writing the bytes |\n"
               "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    const std::vector<Format> formats{
        {"graphml", "graph.graphml", scan_xml},
        {"json", "graph.json", scan_json},
        {"csv", "graph.csv", [](const auto& path) { return scan_lines(path, 3); }},
        {"edge_list", "graph.edges",
         [](const auto& path) -> Scan { return [lines = *scan_lines(path, 0)] { return lines() + node_count; }; }},
    };
    for (const Format& format : formats) print_row(graph, format, build);
    std::filesystem::remove_all(folder);
}
