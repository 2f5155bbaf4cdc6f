#include "types.hpp"

#include <zhitu/base/error.hpp>
#include <zhitu/base/unicode.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <span>

namespace zhitu::cli {
namespace {

/// A type in use, else one of the schema, that `text` names.
template <class SchemaTypes>
std::optional<std::string> find(const Graph& graph, std::span<const TypeId> in_use, const SchemaTypes* types,
                                std::string_view text) {
    const std::string key = comparison_key(text);
    for (const TypeId type : in_use)
        if (comparison_key(graph.type_name(type)) == key) return std::string(graph.type_name(type));
    if (types == nullptr) return std::nullopt;
    for (const auto& type : *types)
        for (const std::string& name : {type.name, type.names.zh, type.names.en})
            if (comparison_key(name) == key) return type.name;
    return std::nullopt;
}

std::string names_of(const Graph& graph, std::span<const TypeId> in_use) {
    std::vector<std::string_view> names;
    for (const TypeId type : in_use) names.push_back(graph.type_name(type));
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string or_unknown(std::optional<std::string> type, std::string_view what, std::string_view text,
                       const std::string& known) {
    if (type) return *std::move(type);
    throw Error(ErrorCode::usage, fmt::format("there is no {} type '{}'", what, text),
                known.empty() ? "see `zhitu schema`" : "the graph has: " + known);
}

template <class Function>
std::vector<std::string> each(const Graph& graph, const std::vector<std::string>& texts, Function resolved) {
    std::vector<std::string> out;
    for (const std::string& text : texts) out.push_back(resolved(graph, text));
    return out;
}

} // namespace

std::optional<std::string> find_node_type(const Graph& graph, std::string_view text) {
    return find(graph, graph.node_types(), graph.schema() != nullptr ? &graph.schema()->node_types() : nullptr, text);
}

std::optional<std::string> find_edge_type(const Graph& graph, std::string_view text) {
    return find(graph, graph.edge_types(), graph.schema() != nullptr ? &graph.schema()->edge_types() : nullptr, text);
}

std::string node_type_named(const Graph& graph, std::string_view text) {
    return or_unknown(find_node_type(graph, text), "node", text, node_types_in_use(graph));
}

std::string edge_type_named(const Graph& graph, std::string_view text) {
    return or_unknown(find_edge_type(graph, text), "edge", text, names_of(graph, graph.edge_types()));
}

std::vector<std::string> node_types_named(const Graph& graph, const std::vector<std::string>& texts) {
    return each(graph, texts, node_type_named);
}

std::vector<std::string> edge_types_named(const Graph& graph, const std::vector<std::string>& texts) {
    return each(graph, texts, edge_type_named);
}

std::string node_types_in_use(const Graph& graph) {
    return names_of(graph, graph.node_types());
}

} // namespace zhitu::cli
