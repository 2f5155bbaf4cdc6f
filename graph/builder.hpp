// The first of the graph's two phases: things are added in any order, then frozen.
#pragma once

#include <zhitu/graph/graph.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu {

enum class Strictness { warn, error };

struct FreezeOptions {
    /// What to do about types, ends and kinds of properties that the schema does not know.
    Strictness unknown = Strictness::warn;
    /// Gets one line a warning; none are kept where null.
    std::vector<std::string>* warnings = nullptr;
};

/// Collects nodes, edges, properties and evidence, and makes a Graph of them. Numbers given out here are those of the
/// frozen graph. Not for several threads at once.
class GraphBuilder {
  public:
    explicit GraphBuilder(std::shared_ptr<const Schema> schema = nullptr);

    /// Adds a node, or finds the one of this id. Throws Error (bad_input) where `id` is empty or is a node of another
    /// type. An empty `name` leaves the name as it is; a node without one is called by its id.
    NodeId add_node(std::string_view id, std::string_view type, std::string_view name = {});
    /// The number of `id`, which may be added later; `freeze` refuses an id that never was.
    NodeId reference(std::string_view id);
    /// Adds one edge; parallel edges are kept. Throws Error (bad_input) where `type` is empty.
    EdgeId add_edge(NodeId source, NodeId target, std::string_view type);
    EdgeId add_edge(std::string_view source, std::string_view target, std::string_view type) {
        const NodeId from = reference(source);
        return add_edge(from, reference(target), type);
    }

    /// Sets a property; a later value replaces an earlier one, null takes it away.
    void set(NodeId node, std::string_view name, Value value);
    void set(EdgeId edge, std::string_view name, Value value);
    void add_label(NodeId node, std::string_view label);
    /// Adds a further name, once; the node's own name is no alias.
    void add_alias(NodeId node, std::string_view alias);
    void add_evidence(NodeId node, Evidence evidence);
    void add_evidence(EdgeId edge, Evidence evidence);

    void set_title(std::string title) { graph_.title_ = std::move(title); }
    void add_document(DocumentInfo document);

    [[nodiscard]] std::size_t node_count() const { return graph_.node_keys_.size(); }
    [[nodiscard]] std::size_t edge_count() const { return graph_.sources_.size(); }

    /// The graph of all that was added; the builder is empty afterwards. O(n + m log d). Throws Error (bad_input) for
    /// an edge whose end was never added and, with Strictness::error, for what the schema does not know.
    [[nodiscard]] Graph freeze(const FreezeOptions& options = {});

  private:
    struct Cell {
        std::uint32_t row;
        Value value;
    };
    struct PendingColumn {
        std::string name;
        std::vector<Cell> cells;
    };
    struct PendingEvidence {
        std::uint32_t row;
        Graph::Span span;
    };

    static void set(std::vector<PendingColumn>& columns, std::uint32_t row, std::string_view name, Value value);
    [[nodiscard]] Graph::Span intern(const Evidence& evidence);
    [[nodiscard]] static std::vector<Column> build_columns(std::vector<PendingColumn>& pending);
    [[nodiscard]] static Graph::EvidenceTable build_evidence(std::vector<PendingEvidence>& pending, std::size_t rows);
    void check(const FreezeOptions& options) const;
    void build_labels();
    void build_adjacency();

    Graph graph_;
    std::vector<bool> added_;
    std::vector<PendingColumn> node_columns_;
    std::vector<PendingColumn> edge_columns_;
    std::vector<PendingEvidence> node_evidence_;
    std::vector<PendingEvidence> edge_evidence_;
    std::vector<std::vector<std::string>> aliases_;
};

} // namespace zhitu
