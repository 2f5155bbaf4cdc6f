#include <zhitu/graph/subgraph.hpp>

#include <algorithm>

namespace zhitu {
namespace {

template <class Id>
void sort_unique(std::vector<Id>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

Subgraph::Subgraph(const Graph& graph, std::vector<NodeId> nodes, std::vector<EdgeId> edges)
    : graph_(&graph)
    , nodes_(std::move(nodes))
    , edges_(std::move(edges)) {
    for (const EdgeId edge : edges_) {
        nodes_.push_back(graph.source(edge));
        nodes_.push_back(graph.target(edge));
    }
    sort_unique(nodes_);
    sort_unique(edges_);
}

Subgraph::Subgraph(const Graph& graph)
    : graph_(&graph)
    , nodes_(graph.nodes().begin(), graph.nodes().end())
    , edges_(graph.edges().begin(), graph.edges().end()) {}

bool Subgraph::contains(NodeId node) const {
    return std::binary_search(nodes_.begin(), nodes_.end(), node);
}
bool Subgraph::contains(EdgeId edge) const {
    return std::binary_search(edges_.begin(), edges_.end(), edge);
}

Subgraph induced_subgraph(const Graph& graph, std::vector<NodeId> nodes) {
    sort_unique(nodes);
    std::vector<EdgeId> edges;
    for (const NodeId node : nodes)
        for (const EdgeId edge : graph.out_edges(node))
            if (std::binary_search(nodes.begin(), nodes.end(), graph.target(edge))) edges.push_back(edge);
    return {graph, std::move(nodes), std::move(edges)};
}

} // namespace zhitu
