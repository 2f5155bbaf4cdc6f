// Nodes and edges of formats that give them as text by keys: GraphML and tables.
#pragma once

#include <zhitu/graph/builder.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhitu::detail {

/// What a column of a table, or a key of GraphML, means and of which type its text is.
struct Key {
    enum class Type { boolean, integer, real, string, list, json };
    enum class Role { property, id, name, label, drawn, type, labels, aliases, evidence, repeated };

    std::string id;   // in the file
    std::string name; // of the property
    Type type = Type::string;
    Role role = Role::property;
    Value otherwise; // the default; null where there is none
};

/// What is said of one node or edge.
struct RowData {
    std::string id, name, label, drawn, type;
    List labels, aliases;
    std::vector<Evidence> evidence;
    std::vector<std::pair<std::string_view, Value>> properties; // names of keys, which live as long as the keys

    /// Empties it for the next node or edge and keeps the memory.
    void clear();
    /// Takes in the text of a key. Throws Error (bad_input, without place) as parse_value does.
    void add(const Key& key, std::string_view text);
    /// Takes in the defaults of keys that were not added.
    void add_defaults(const std::vector<const Key*>& keys);

    /// Files of others: the XML attribute `labels` (`:A:B`) is first of the types, and what has no better use stays a
    /// property.
    void adapt_node(std::string_view xml_labels);
    /// The same for edges, with the XML attribute `label`.
    void adapt_edge(std::string_view kind);

    /// Adds the node, which is called `id` where the data give no other id, and is a Node where they give no type.
    /// Moves the values out. Throws as GraphBuilder does.
    NodeId add_node(GraphBuilder& builder, std::string_view id);
    /// Adds the edge, an EDGE where the data give no type.
    EdgeId add_edge(GraphBuilder& builder, NodeId source, NodeId target);

  private:
    template <class Row>
    void add_to(GraphBuilder& builder, Row row);
    void add_text(const Key& key, std::string_view text);
    void add_evidence(const Key& key, std::string_view text);

    std::vector<const Key*> seen_;
};

/// Text as a value of the key's type; null for blank text of a number or boolean. Throws Error (bad_input, without
/// place) where the text is not of the type, or a number that 64 bits do not hold.
[[nodiscard]] Value parse_value(const Key& key, std::string_view text);

/// The items of a list that is text: a JSON array, or items joined by `; `.
[[nodiscard]] List parse_list(std::string_view text);

} // namespace zhitu::detail
