#include "support/read_text.hpp"

#include <zhitu/base/file.hpp>
#include <zhitu/exporters/exporter.hpp>
#include <zhitu/importers/importer.hpp>

#include "test.hpp"

#include <unicode/ucnv.h>

#include <algorithm>

using namespace zhitu;

std::vector<std::string> edges_of(std::string_view text) {
    return edges_of(import_text(text));
}

std::vector<std::string> edges_of(const Graph& graph) {
    std::vector<std::string> edges;
    for (const EdgeId edge : graph.edges()) {
        std::string& line = edges.emplace_back(graph.type(edge));
        line.append(" ").append(graph.name(graph.source(edge)));
        line.append(" -> ").append(graph.name(graph.target(edge)));
    }
    std::sort(edges.begin(), edges.end());
    return edges;
}

std::vector<std::string> properties_of(std::string_view text) {
    const Graph graph = import_text(text);
    std::vector<std::string> properties;
    for (const Column& column : graph.node_columns())
        for (std::size_t i = 0; i < column.rows().size(); ++i) {
            const NodeId node(column.rows()[i]);
            std::string& line = properties.emplace_back(graph.type(node));
            line.append(" ").append(graph.name(node)).append(": ");
            line.append(column.name()).append("=").append(column.values()[i].text());
        }
    std::sort(properties.begin(), properties.end());
    return properties;
}

NodeId node_named(const Graph& graph, std::string_view type, std::string_view name) {
    const auto nodes = graph.nodes(type);
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](NodeId node) { return graph.name(node) == name; });
    INFO("a " << type << " called " << name);
    REQUIRE(found != nodes.end());
    return *found;
}

std::string json_of(const Graph& graph) {
    ExportOptions options;
    options.format = "json";
    return export_text(Subgraph(graph), options);
}

std::string read_source(std::string_view path) {
    return read_file(std::filesystem::path(ZHITU_SOURCE_DIR) / path);
}

std::string in_encoding(std::string_view utf8, const char* encoding, std::string_view mark) {
    std::string bytes(utf8.size() * 4 + 16, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const auto size = ucnv_convert(encoding, "UTF-8", bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                   utf8.data(), static_cast<std::int32_t>(utf8.size()), &status);
    REQUIRE(U_SUCCESS(status));
    bytes.resize(static_cast<std::size_t>(size));
    return std::string(mark) + bytes;
}
