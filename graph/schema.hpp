// Which types of nodes and edges a graph may hold, how they are called, and how they are drawn. A schema is data: it is
// read from JSON (packs/policy/schema.json is the one of policy papers; docs/schema.md describes the format).
#pragma once

#include <zhitu/graph/value.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// The language of what people see.
enum class Language { zh, en };

struct Names {
    std::string zh;
    std::string en;
    [[nodiscard]] const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
};

struct Style {
    std::string color = "#888888"; // #rrggbb
    std::string shape = "box";     // a Graphviz shape
    double size = 10.0;            // in points, for viewers that scale nodes
};

struct PropertyType {
    Kind kind = Kind::string;
    Names names;
};

/// How far a name of this type reaches: the same name is the same thing everywhere, within its document, or within
/// the thing that it belongs to.
enum class NameScope { global, document, owner };

struct NodeType {
    std::string name;
    Names names;
    NameScope scope = NameScope::global;
    Style style;
    std::map<std::string, PropertyType> properties;
};

struct EdgeType {
    std::string name;
    Names names;
    bool symmetric = false;
    std::string color = "#666666";
    std::vector<std::pair<std::string, std::string>> ends; // allowed (source type, target type)
    std::map<std::string, PropertyType> properties;
    Names inverse; // how the target calls it: "issued by"
};

class Schema {
  public:
    /// Throws Error (bad_input) with line and column where `json` is not a schema; `file` is named in it.
    [[nodiscard]] static Schema from_json(std::string_view json, std::string_view file = {});

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::vector<NodeType>& node_types() const { return node_types_; }
    [[nodiscard]] const std::vector<EdgeType>& edge_types() const { return edge_types_; }
    /// Null where the schema does not know the type. O(types).
    [[nodiscard]] const NodeType* node_type(std::string_view name) const;
    [[nodiscard]] const EdgeType* edge_type(std::string_view name) const;
    [[nodiscard]] bool allows(std::string_view edge_type, std::string_view source_type,
                              std::string_view target_type) const;

    /// How people call a type or a property; the name itself where the schema is silent.
    [[nodiscard]] std::string_view node_label(std::string_view type, Language language) const;
    [[nodiscard]] std::string_view edge_label(std::string_view type, Language language) const;
    /// An edge type as its target calls it.
    [[nodiscard]] std::string_view inverse_label(std::string_view edge_type, Language language) const;
    [[nodiscard]] std::string_view property_label(std::string_view property, Language language) const;
    /// The style of a node type; a plain one where the schema is silent.
    [[nodiscard]] const Style& style(std::string_view node_type) const;

  private:
    std::string name_;
    std::vector<NodeType> node_types_;
    std::vector<EdgeType> edge_types_;
    std::map<std::string, Names, std::less<>> property_names_;
};

} // namespace zhitu
#pragma GCC visibility pop
