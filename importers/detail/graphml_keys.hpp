// The keys of a GraphML file: what its data mean and of which type they are.
#pragma once

#include <zhitu/graph/value.hpp>
#include <zhitu/importers/detail/xml_document.hpp>

#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zhitu::detail {

enum class Scope { node, edge, graph };

/// Who wrote a file. In ours some columns repeat others for viewers, names are escaped by `props.`, and the end of a
/// key's id tells lists and mixed values.
enum class Origin { ours, others };

struct Key {
    enum class Type { boolean, integer, real, string, list, json };
    enum class Role { property, id, name, label, drawn, type, labels, aliases, evidence, repeated };

    std::string name; // of the property
    Type type = Type::string;
    Role role = Role::property;
    Value otherwise; // the default; null where there is none
};

/// The keys of a document, by scope and id.
class Keys {
  public:
    /// Throws Error (bad_input) with place for a key of unknown type, one without id or declared twice, and a default
    /// that is not of its type.
    explicit Keys(const XmlDocument& document);

    [[nodiscard]] Origin origin() const { return origin_; }
    /// Throws Error (bad_input, without place) where no such key was declared for the scope. O(1) on average.
    [[nodiscard]] const Key& get(Scope scope, std::string_view id) const;
    /// The keys of a scope that have a default.
    [[nodiscard]] const std::vector<const Key*>& defaults(Scope scope) const { return defaults_[index(scope)]; }

  private:
    static std::size_t index(Scope scope) { return static_cast<std::size_t>(scope); }
    void add(const XmlNode& element);
    void add(const XmlNode& element, Scope scope);

    Origin origin_ = Origin::others;
    std::deque<Key> keys_;
    std::array<std::unordered_map<std::string_view, const Key*>, 3> by_id_;
    std::array<std::vector<const Key*>, 3> defaults_;
};

/// Text as a value of the key's type; null for blank text of a number or boolean. Throws Error (bad_input, without
/// place) where the text is not of the type, or a number that 64 bits do not hold.
[[nodiscard]] Value parse_value(const Key& key, std::string_view text);

/// The items of a list that is text: a JSON array, or items joined by `; `.
[[nodiscard]] List parse_list(std::string_view text);

} // namespace zhitu::detail
