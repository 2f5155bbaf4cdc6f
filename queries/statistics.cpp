#include <zhitu/queries/statistics.hpp>

#include <zhitu/graph/algorithms/components.hpp>

#include <algorithm>
#include <map>

namespace zhitu {
namespace {

template <class Range, class Known>
std::vector<TypeCount> count_types(const Graph& graph, const Range& ids, const Known& known) {
    std::map<TypeId, std::size_t> by_type;
    for (const auto id : ids) ++by_type[graph.type_id(id)];
    std::map<std::string, std::size_t> by_name;
    for (const auto& [type, count] : by_type) by_name.emplace(graph.type_name(type), count);
    std::vector<TypeCount> counts;
    for (const auto& type : known)
        if (const auto found = by_name.extract(type.name)) counts.push_back({found.key(), found.mapped()});
    for (const auto& [name, count] : by_name) counts.push_back({name, count});
    return counts;
}

void count_degrees(const Graph& graph, Statistics& out) {
    if (graph.node_count() == 0) return;
    out.min_degree = 2 * graph.edge_count();
    for (const NodeId node : graph.nodes()) {
        const std::size_t degree = graph.out_edges(node).size() + graph.in_edges(node).size();
        out.min_degree = std::min(out.min_degree, degree);
        out.max_degree = std::max(out.max_degree, degree);
        if (degree == 0) ++out.isolated;
    }
    out.mean_degree = 2.0 * static_cast<double>(graph.edge_count()) / static_cast<double>(graph.node_count());
}

void count_components(const Graph& graph, Statistics& out) {
    const Components components = weak_components(graph);
    out.components = components.sizes.size();
    if (!components.sizes.empty())
        out.largest_component = *std::max_element(components.sizes.begin(), components.sizes.end());
}

template <class Range>
std::size_t count_with_evidence(const Graph& graph, const Range& ids) {
    return static_cast<std::size_t>(
        std::ranges::count_if(ids, [&](const auto id) { return !graph.evidence(id).empty(); }));
}

} // namespace

Statistics statistics(const Graph& graph) {
    static const Schema empty;
    const Schema& schema = graph.schema() != nullptr ? *graph.schema() : empty;
    Statistics out;
    out.documents = graph.documents().size();
    out.nodes = graph.node_count();
    out.edges = graph.edge_count();
    out.node_types = count_types(graph, graph.nodes(), schema.node_types());
    out.edge_types = count_types(graph, graph.edges(), schema.edge_types());
    count_degrees(graph, out);
    count_components(graph, out);
    out.nodes_with_evidence = count_with_evidence(graph, graph.nodes());
    out.edges_with_evidence = count_with_evidence(graph, graph.edges());
    out.memory = graph.memory();
    return out;
}

Table to_table(const Statistics& statistics) {
    Table table{{{"figure", Heading::message, Align::left}, {"count", Heading::property, Align::right}}, {}};
    const auto add = [&](const char* key, auto value) {
        if constexpr (std::is_floating_point_v<decltype(value)>)
            table.rows.push_back({key, value});
        else
            table.rows.push_back({key, static_cast<std::int64_t>(value)});
    };
    add("statistics.documents", statistics.documents);
    add("statistics.nodes", statistics.nodes);
    add("statistics.edges", statistics.edges);
    add("statistics.min_degree", statistics.min_degree);
    add("statistics.mean_degree", statistics.mean_degree);
    add("statistics.max_degree", statistics.max_degree);
    add("statistics.components", statistics.components);
    add("statistics.largest_component", statistics.largest_component);
    add("statistics.isolated", statistics.isolated);
    add("statistics.nodes_with_evidence", statistics.nodes_with_evidence);
    add("statistics.edges_with_evidence", statistics.edges_with_evidence);
    add("statistics.memory", statistics.memory);
    return table;
}

Table to_table(const std::vector<TypeCount>& counts) {
    Table table{{{"type", Heading::property, Align::left}, {"count", Heading::property, Align::right}}, {}};
    for (const TypeCount& entry : counts) table.rows.push_back({entry.type, static_cast<std::int64_t>(entry.count)});
    return table;
}

} // namespace zhitu
