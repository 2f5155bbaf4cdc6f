#include "files.hpp"

#include "../peers/zhitu.hpp"

#include <zhitu/base/file.hpp>
#include <zhitu/exporters/exporter.hpp>
#include <zhitu/importers/importer.hpp>

#include <algorithm>
#include <fstream>
#include <string>

namespace zhitu::bench {
namespace {

namespace fs = std::filesystem;

template <class Formats>
bool has_format(const Formats& formats, std::string_view name) {
    return std::any_of(formats.begin(), formats.end(), [&](const auto& format) { return format.name == name; });
}

/// Formats differ in which numbers are integers.
double number(const Value& value) {
    if (const auto integer = value.get_if<std::int64_t>()) return static_cast<double>(*integer);
    const auto real = value.get_if<double>();
    return real ? *real : 0;
}

fs::path written(const Runner& runner, std::string_view format) {
    return runner.folder() / fmt::format("written.{}", format);
}

} // namespace

std::uint64_t graph_sum(const Graph& graph) {
    std::uint64_t sum = graph.node_count() + graph.edge_count();
    for (const NodeId node : graph.nodes()) sum += static_cast<std::uint64_t>(number(graph.property(node, "year")));
    for (const EdgeId edge : graph.edges())
        sum += static_cast<std::uint64_t>(8 * number(graph.property(edge, "weight")));
    return sum;
}

void read_format(Runner& runner, std::string_view format) {
    if (!has_format(importers(), format)) return runner.skip("zhitu", "cannot read this format");
    if (!runner.wants("zhitu")) return;
    const fs::path file = runner.folder() / fmt::format("graph.{}", format);
    ImportOptions options;
    options.format = format;
    runner.time(
        "zhitu", [&] { return import_file(file, options); }, graph_sum);
}

void write_format(Runner& runner, std::string_view format) {
    if (!has_format(exporters(), format)) return runner.skip("zhitu", "cannot write this format");
    const Graph graph = build_graph(runner.data(), Properties::all);
    const fs::path file = written(runner, format);
    ExportOptions options;
    options.format = format;
    const std::uint64_t answer = graph.node_count() + graph.edge_count();
    runner.time("zhitu", [&] {
        export_file(graph, file, options);
        return answer;
    });
    const std::string bytes = read_file(file);
    runner.time("the same bytes", [&] {
        std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return answer;
    });
    fs::remove(file);
}

} // namespace zhitu::bench
