// What the elements of a GraphML file mean, whichever parser tells them.
#pragma once

#include <zhitu/importers/detail/graph_input.hpp>
#include <zhitu/importers/detail/graphml_keys.hpp>
#include <zhitu/importers/detail/row_data.hpp>
#include <zhitu/importers/detail/xml_events.hpp>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zhitu::detail {

/// Adds nodes and edges to the builder as their elements close. Nothing is kept of them, but for edges that come before
/// their nodes in a file that names nodes otherwise than the graph (Keys::has_node_ids). Throws Error with place.
class GraphmlReader : public XmlEvents {
  public:
    explicit GraphmlReader(const GraphInput& input)
        : input_(input)
        , builder_(input.builder) {}

    void open(const XmlElement& element) override;
    void text(std::string_view text) override;
    void close() override;
    /// Behind the last event.
    void finish();

  private:
    enum class Part { root, graph, node, edge, data, key, otherwise, drawing, drawn_label, other };
    enum class Direction { directed, undirected };

    struct Open {
        Part part;
        Position position;
    };
    /// A graph that is open, and its node that is being read.
    struct Level {
        Direction direction = Direction::directed;
        std::string xml_id, xml_labels;
        RowData data;
    };
    struct Edge {
        std::string source, target, kind;
        bool symmetric = false;
        RowData data;
        Position position;
    };

    static Direction direction_of(std::string_view word, Direction otherwise);
    [[nodiscard]] Part part_of(const XmlElement& element) const;
    [[nodiscard]] Part part_inside(Part around, std::string_view name) const;
    void begin(Part part, const XmlElement& element);
    void begin_graph(const XmlElement& element);
    void begin_key(const XmlElement& element);
    void begin_data(const XmlElement& element);
    void begin_node(const XmlElement& element);
    void begin_edge(const XmlElement& element);
    void end(const Open& element);
    void end_drawn_label();
    void end_data();
    void end_graph_data();
    void end_node();
    void end_edge(Position position);
    void add_edge(Edge& edge);
    [[nodiscard]] NodeId end_of(const Edge& edge, const std::string& id);
    [[nodiscard]] bool is_early(const Edge& edge) const;

    const GraphInput& input_;
    GraphBuilder& builder_;
    Keys keys_;
    std::vector<Open> open_;
    std::vector<Level> levels_; // those of graphs that were closed are kept for the next
    std::size_t level_ = 0;     // graphs that are open
    Edge edge_;
    KeyDeclaration declaration_;
    const Key* key_ = nullptr; // of the data at hand
    RowData* data_ = nullptr;  // of the node or edge around it; null in a graph
    std::string text_;
    std::unordered_map<std::string, NodeId> nodes_; // by their ids in the file, where the graph has others
    std::vector<Edge> early_;                       // edges before their nodes, then
};

} // namespace zhitu::detail
