#include "zhitu.hpp"

#include <zhitu/graph/builder.hpp>

namespace zhitu::bench {
namespace {

void set_properties(GraphBuilder& builder, const Data& data) {
    for (std::uint32_t node = 0; node < data.node_count(); ++node) {
        builder.set(NodeId(node), "year", year_of(node));
        builder.set(NodeId(node), "score", score_of(node));
        builder.set(NodeId(node), "city", std::string(city_of(node)));
    }
    for (std::size_t edge = 0; edge < data.edge_count(); ++edge)
        builder.set(EdgeId(edge), "weight", data.weights[edge] / 8.0);
}

} // namespace

std::vector<std::string> node_ids(const Data& data) {
    std::vector<std::string> ids(data.node_count());
    for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = std::to_string(i);
    return ids;
}

Graph build_graph(const Data& data, const std::vector<std::string>& ids, Properties properties) {
    GraphBuilder builder;
    for (std::size_t i = 0; i < ids.size(); ++i) builder.add_node(ids[i], data.node_type_names[data.node_types[i]]);
    for (std::size_t i = 0; i < data.edge_count(); ++i)
        builder.add_edge(NodeId(data.sources[i]), NodeId(data.targets[i]), data.edge_type_names[data.edge_types[i]]);
    if (properties == Properties::all) set_properties(builder, data);
    return builder.freeze();
}

Graph build_graph(const Data& data, Properties properties) {
    return build_graph(data, node_ids(data), properties);
}

} // namespace zhitu::bench
