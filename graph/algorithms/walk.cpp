#include <zhitu/graph/algorithms/walk.hpp>

#include <zhitu/base/error.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

namespace zhitu {
namespace {

std::set<std::string_view> names_of(const Graph& graph, std::span<const TypeId> used, const auto& of_schema) {
    std::set<std::string_view> names;
    for (const TypeId type : used) names.insert(graph.type_name(type));
    for (const auto& type : of_schema) names.insert(type.name);
    return names;
}

// The identifiers of those `names` that are in use, ascending.
std::vector<TypeId> types_in_use(const Graph& graph, std::span<const TypeId> used,
                                 const std::vector<std::string>& names) {
    std::vector<TypeId> types;
    for (const TypeId type : used)
        if (std::find(names.begin(), names.end(), graph.type_name(type)) != names.end()) types.push_back(type);
    std::sort(types.begin(), types.end());
    return types;
}

void check_known(const std::set<std::string_view>& known, const std::vector<std::string>& names,
                 std::string_view what) {
    for (const std::string& name : names)
        if (!known.contains(name))
            throw Error(ErrorCode::usage, fmt::format("no {} type is called '{}'", what, name),
                        fmt::format("use one of {}", fmt::join(known, ", ")));
}

} // namespace

TypeFilter TypeFilter::of_edges(const Graph& graph, const std::vector<std::string>& names, UnknownType unknown) {
    if (names.empty()) return {};
    static const std::vector<EdgeType> none;
    const auto& of_schema = graph.schema() != nullptr ? graph.schema()->edge_types() : none;
    if (unknown == UnknownType::error) check_known(names_of(graph, graph.edge_types(), of_schema), names, "edge");
    return {false, types_in_use(graph, graph.edge_types(), names)};
}

TypeFilter TypeFilter::of_nodes(const Graph& graph, const std::vector<std::string>& names, UnknownType unknown) {
    if (names.empty()) return {};
    static const std::vector<NodeType> none;
    const auto& of_schema = graph.schema() != nullptr ? graph.schema()->node_types() : none;
    if (unknown == UnknownType::error) check_known(names_of(graph, graph.node_types(), of_schema), names, "node");
    return {false, types_in_use(graph, graph.node_types(), names)};
}

} // namespace zhitu
