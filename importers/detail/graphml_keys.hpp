// The keys of a GraphML file: what its data mean and of which type they are.
#pragma once

#include <zhitu/base/error.hpp>
#include <zhitu/importers/detail/row_data.hpp>

#include <array>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zhitu::detail {

enum class Scope { node, edge, graph };

/// Who wrote a file. In ours some columns repeat others for viewers, names are escaped by `props.`, and the end of a
/// key's id tells lists and mixed values.
enum class Origin { ours, others };

/// A <key> as it stands in a file.
struct KeyDeclaration {
    std::string id, scope, name, type, drawing; // id, for, attr.name, attr.type, yfiles.type
    std::optional<std::string> otherwise;       // the text of <default>
    Position position;
};

/// The keys of a document, by scope and id.
class Keys {
  public:
    /// Keys mean something once they are settled; what is declared later is of the origin that was found then.
    void declare(KeyDeclaration declaration);
    /// Finds out who wrote the file and what each key means. Throws Error (bad_input) with place for a key of unknown
    /// type, one without id or declared twice, and a default that is not of its type.
    void settle();

    [[nodiscard]] Origin origin() const { return origin_; }
    /// Whether the ids of nodes are data (Role::id), and the XML attribute only names them inside the file.
    [[nodiscard]] bool has_node_ids() const { return has_node_ids_; }
    /// Throws Error (bad_input, without place) where no such key was declared for the scope. O(1) on average.
    [[nodiscard]] const Key& get(Scope scope, std::string_view id) const;
    /// The keys of a scope that have a default.
    [[nodiscard]] const std::vector<const Key*>& defaults(Scope scope) const { return scopes_[index(scope)].defaults; }

  private:
    struct Known {
        std::vector<const Key*> keys; // in order of their declaration
        std::unordered_map<std::string_view, std::size_t> by_id;
        std::vector<const Key*> defaults;
        mutable std::size_t next = 0; // keys of a row mostly come in the order of their declaration
    };

    static std::size_t index(Scope scope) { return static_cast<std::size_t>(scope); }
    void add(const KeyDeclaration& declaration);
    void add(const KeyDeclaration& declaration, Scope scope);

    Origin origin_ = Origin::others;
    bool settled_ = false;
    bool has_node_ids_ = false;
    std::vector<KeyDeclaration> declared_;
    std::deque<Key> keys_;
    std::array<Known, 3> scopes_;
};

} // namespace zhitu::detail
