// A part of a graph: what queries answer with and exporters draw.
#pragma once

#include <zhitu/graph/graph.hpp>

#include <span>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// Some nodes and edges of a graph, which must outlive it. Numbers are those of the graph, ascending.
class Subgraph {
  public:
    /// `nodes` and `edges` in any order, repeats allowed; the ends of the edges are added to the nodes.
    Subgraph(const Graph& graph, std::vector<NodeId> nodes, std::vector<EdgeId> edges);
    /// All of `graph`.
    explicit Subgraph(const Graph& graph);

    [[nodiscard]] const Graph& graph() const { return *graph_; }
    [[nodiscard]] std::span<const NodeId> nodes() const { return nodes_; }
    [[nodiscard]] std::span<const EdgeId> edges() const { return edges_; }
    [[nodiscard]] bool contains(NodeId node) const;
    [[nodiscard]] bool contains(EdgeId edge) const;

  private:
    const Graph* graph_;
    std::vector<NodeId> nodes_;
    std::vector<EdgeId> edges_;
};

/// The subgraph of `nodes` and all edges between them.
[[nodiscard]] Subgraph induced_subgraph(const Graph& graph, std::vector<NodeId> nodes);

} // namespace zhitu
#pragma GCC visibility pop
