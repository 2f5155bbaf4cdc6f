// The frozen property graph: made by GraphBuilder, never changed, read by any number of threads.
//
// Nodes and edges are dense numbers. Adjacency is CSR in both directions; each node's slice is sorted by edge type and
// then by neighbour, so that "out edges of type T" is a subrange. Strings stand once in a dictionary, properties in
// sparse columns. Per edge, both directions: source, target, type, two slots of adjacency and an evidence reference,
// 24 bytes in all.
#pragma once

#include <zhitu/graph/dictionary.hpp>
#include <zhitu/graph/evidence.hpp>
#include <zhitu/graph/ids.hpp>
#include <zhitu/graph/schema.hpp>
#include <zhitu/graph/value.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zhitu {

/// A text that the graph was read from.
struct DocumentInfo {
    std::string id;
    std::string title;
    std::string file;
    friend bool operator==(const DocumentInfo&, const DocumentInfo&) = default;
};

/// One property of all nodes or of all edges: the rows that have it, ascending, and their values.
class Column {
  public:
    explicit Column(std::string name) : name_(std::move(name)) {}

    [[nodiscard]] const std::string& name() const { return name_; }
    /// The one kind of all values; `string` where they are mixed.
    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] std::span<const std::uint32_t> rows() const { return rows_; }
    /// The value of a row, or null. O(log rows).
    [[nodiscard]] const Value* find(std::uint32_t row) const;
    /// Bytes, estimated. O(rows).
    [[nodiscard]] std::size_t memory() const;

  private:
    friend class GraphBuilder;
    std::string name_;
    Kind kind_ = Kind::null;
    std::vector<std::uint32_t> rows_;
    std::vector<Value> values_;
};

/// Identifiers 0 … n-1 as a random-access range.
template <class Id>
[[nodiscard]] auto id_range(std::size_t count) {
    return std::views::iota(std::uint32_t{0}, static_cast<std::uint32_t>(count)) |
           std::views::transform([](std::uint32_t i) { return Id(i); });
}

class Graph {
  public:
    /// An empty graph without schema.
    Graph() = default;

    // -- Size and ranges
    [[nodiscard]] std::size_t node_count() const { return node_types_.size(); }
    [[nodiscard]] std::size_t edge_count() const { return edge_types_.size(); }
    [[nodiscard]] auto nodes() const { return id_range<NodeId>(node_count()); }
    [[nodiscard]] auto edges() const { return id_range<EdgeId>(edge_count()); }
    /// The nodes that have this type or label, ascending. O(types).
    [[nodiscard]] std::span<const NodeId> nodes(std::string_view label) const;
    [[nodiscard]] std::span<const NodeId> nodes(TypeId label) const;

    // -- Types
    /// The identifier of a type or label; none where no node or edge has it. O(length).
    [[nodiscard]] std::optional<TypeId> type_id(std::string_view name) const;
    [[nodiscard]] std::string_view type_name(TypeId type) const { return dictionary_[type.value()]; }
    /// Labels of nodes and types of edges in use, in order of their names.
    [[nodiscard]] std::span<const TypeId> node_types() const { return labels_in_use_; }
    [[nodiscard]] std::span<const TypeId> edge_types() const { return edge_types_in_use_; }

    // -- Nodes
    [[nodiscard]] std::string_view id(NodeId node) const { return dictionary_[node_keys_[node.index()]]; }
    [[nodiscard]] std::string_view name(NodeId node) const { return dictionary_[node_names_[node.index()]]; }
    [[nodiscard]] TypeId type_id(NodeId node) const { return node_types_[node.index()]; }
    [[nodiscard]] std::string_view type(NodeId node) const { return type_name(type_id(node)); }
    /// All labels, the type first.
    [[nodiscard]] std::vector<std::string_view> labels(NodeId node) const;
    /// Whether `label` is the node's type or one of its further labels. O(log labelled nodes).
    [[nodiscard]] bool has_label(NodeId node, TypeId label) const {
        return type_id(node) == label || (!extra_labels_.empty() && has_extra_label(node, label));
    }
    [[nodiscard]] std::vector<std::string_view> aliases(NodeId node) const;

    // -- Edges
    [[nodiscard]] NodeId source(EdgeId edge) const { return sources_[edge.index()]; }
    [[nodiscard]] NodeId target(EdgeId edge) const { return targets_[edge.index()]; }
    /// The end of `edge` that is not `node`; `node` itself for a loop.
    [[nodiscard]] NodeId other(EdgeId edge, NodeId node) const {
        return source(edge) == node ? target(edge) : source(edge);
    }
    [[nodiscard]] TypeId type_id(EdgeId edge) const { return edge_types_[edge.index()]; }
    [[nodiscard]] std::string_view type(EdgeId edge) const { return type_name(type_id(edge)); }

    // -- Adjacency: edges sorted by type, then neighbour, then number. O(1), by type O(log degree).
    [[nodiscard]] std::span<const EdgeId> out_edges(NodeId node) const { return slice(out_offsets_, out_edges_, node); }
    [[nodiscard]] std::span<const EdgeId> in_edges(NodeId node) const { return slice(in_offsets_, in_edges_, node); }
    [[nodiscard]] std::span<const EdgeId> out_edges(NodeId node, TypeId type) const;
    [[nodiscard]] std::span<const EdgeId> in_edges(NodeId node, TypeId type) const;
    [[nodiscard]] std::span<const EdgeId> out_edges(NodeId node, std::string_view type) const;
    [[nodiscard]] std::span<const EdgeId> in_edges(NodeId node, std::string_view type) const;
    /// The first edge of `type` from `source` to `target`. O(log degree).
    [[nodiscard]] std::optional<EdgeId> find_edge(NodeId source, TypeId type, NodeId target) const;

    // -- Properties: null where there is none. O(properties + log rows).
    [[nodiscard]] Value property(NodeId node, std::string_view name) const;
    [[nodiscard]] Value property(EdgeId edge, std::string_view name) const;
    /// All properties, in order of their names.
    [[nodiscard]] std::span<const Column> node_columns() const { return node_columns_; }
    [[nodiscard]] std::span<const Column> edge_columns() const { return edge_columns_; }

    // -- Evidence, in order of the text for a node: the first introduces it.
    [[nodiscard]] std::vector<EvidenceView> evidence(NodeId node) const { return evidence(node_evidence_, node.index()); }
    [[nodiscard]] std::vector<EvidenceView> evidence(EdgeId edge) const { return evidence(edge_evidence_, edge.index()); }

    // -- Finding
    /// The node of exactly this id. O(length).
    [[nodiscard]] std::optional<NodeId> find_id(std::string_view id) const;

    // -- The whole
    [[nodiscard]] const std::string& title() const { return title_; }
    [[nodiscard]] std::span<const DocumentInfo> documents() const { return documents_; }
    /// Bytes that the graph takes, estimated; the schema aside. O(nodes + strings + properties).
    [[nodiscard]] std::size_t memory() const;
    /// Null where the graph was built without.
    [[nodiscard]] const Schema* schema() const { return schema_.get(); }
    [[nodiscard]] const std::shared_ptr<const Schema>& shared_schema() const { return schema_; }

  private:
    friend class GraphBuilder;

    struct Span { // an Evidence, its strings in the dictionary
        Dictionary::StringId document, section, quote;
        std::uint32_t start, end, line, mention_start, mention_end;
    };
    /// Evidence of row i: spans[offsets[i]] … spans[offsets[i + 1]].
    struct EvidenceTable {
        std::vector<std::uint32_t> offsets;
        std::vector<Span> spans;
    };

    template <class Offsets, class Edges>
    static std::span<const EdgeId> slice(const Offsets& offsets, const Edges& edges, NodeId node) {
        return {edges.data() + offsets[node.index()], edges.data() + offsets[node.index() + 1]};
    }
    [[nodiscard]] bool has_extra_label(NodeId node, TypeId label) const;
    [[nodiscard]] std::vector<EvidenceView> evidence(const EvidenceTable& table, std::size_t row) const;

    std::string title_;
    std::vector<DocumentInfo> documents_;
    std::shared_ptr<const Schema> schema_;
    Dictionary dictionary_;
    std::vector<Dictionary::StringId> node_keys_;
    std::vector<Dictionary::StringId> node_names_;
    std::vector<TypeId> node_types_;
    std::unordered_map<Dictionary::StringId, NodeId> node_by_key_;
    std::vector<std::pair<NodeId, TypeId>> extra_labels_; // sorted by node
    std::vector<TypeId> labels_in_use_;
    std::vector<std::vector<NodeId>> nodes_by_label_; // beside labels_in_use_
    std::vector<TypeId> edge_types_in_use_;
    std::vector<NodeId> sources_;
    std::vector<NodeId> targets_;
    std::vector<TypeId> edge_types_;
    std::vector<std::uint32_t> out_offsets_{0};
    std::vector<std::uint32_t> in_offsets_{0};
    std::vector<EdgeId> out_edges_;
    std::vector<EdgeId> in_edges_;
    std::vector<Column> node_columns_;
    std::vector<Column> edge_columns_;
    EvidenceTable node_evidence_;
    EvidenceTable edge_evidence_;
};

} // namespace zhitu
