#include <zhitu/importers/detail/graphml_keys.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace zhitu::detail {
namespace {

using Role = Key::Role;
using Type = Key::Type;

constexpr std::string_view props = "props.";

Error bad(std::string problem, std::string hint) {
    return {ErrorCode::bad_input, std::move(problem), std::move(hint)};
}

struct NamedRole {
    std::string_view name;
    Role role;
};

constexpr std::array<NamedRole, 14> our_nodes{{{"key", Role::id},
                                               {"name", Role::name},
                                               {"type", Role::type},
                                               {"labels", Role::labels},
                                               {"aliases", Role::aliases},
                                               {"evidence", Role::evidence},
                                               {"label", Role::repeated},
                                               {"r", Role::repeated},
                                               {"g", Role::repeated},
                                               {"b", Role::repeated},
                                               {"size", Role::repeated},
                                               {"quote", Role::repeated},
                                               {"document", Role::repeated},
                                               {"section", Role::repeated}}};
constexpr std::array<NamedRole, 8> our_edges{{{"type", Role::type},
                                              {"evidence", Role::evidence},
                                              {"label", Role::repeated},
                                              {"weight", Role::repeated},
                                              {"symmetric", Role::repeated},
                                              {"quote", Role::repeated},
                                              {"document", Role::repeated},
                                              {"section", Role::repeated}}};
constexpr std::array<NamedRole, 5> their_nodes{{{"name", Role::name},
                                                {"label", Role::label},
                                                {"type", Role::type},
                                                {"aliases", Role::aliases},
                                                {"evidence", Role::evidence}}};
constexpr std::array<NamedRole, 3> their_edges{
    {{"type", Role::type}, {"label", Role::label}, {"evidence", Role::evidence}}};

std::span<const NamedRole> roles(Scope scope, Origin origin) {
    if (scope == Scope::graph) return {};
    if (origin == Origin::ours)
        return scope == Scope::node ? std::span<const NamedRole>(our_nodes) : std::span<const NamedRole>(our_edges);
    return scope == Scope::node ? std::span<const NamedRole>(their_nodes) : std::span<const NamedRole>(their_edges);
}

Role role_of(std::string_view name, Scope scope, Origin origin) {
    for (const NamedRole& entry : roles(scope, origin))
        if (entry.name == name) return entry.role;
    return Role::property;
}

// yEd keeps labels inside elements of its own, under keys that have a type of its own.
bool is_drawing(std::string_view yfiles_type) {
    return yfiles_type == "nodegraphics" || yfiles_type == "edgegraphics";
}

// The six types of GraphML; lists are Gephi's and stay text.
Type type_of(std::string_view name) {
    if (name == "boolean") return Type::boolean;
    if (name == "int" || name == "long") return Type::integer;
    if (name == "float" || name == "double") return Type::real;
    if (name.empty() || name == "string" || name.starts_with("list")) return Type::string;
    throw bad(fmt::format("the key's type '{}' is unknown", name), "use boolean, int, long, float, double or string");
}

Type our_type_of(std::string_view id, Type type) {
    if (type != Type::string) return type;
    return id.ends_with("_list") ? Type::list : id.ends_with("_json") ? Type::json : type;
}

} // namespace

void Keys::declare(KeyDeclaration declaration) {
    if (settled_)
        add(declaration);
    else
        declared_.push_back(std::move(declaration));
}

void Keys::settle() {
    if (settled_) return;
    settled_ = true;
    const bool ours = std::any_of(declared_.begin(), declared_.end(), [](const KeyDeclaration& key) {
        return key.id == "e_evidence" && key.scope == "edge";
    });
    if (ours) origin_ = Origin::ours;
    for (const KeyDeclaration& key : declared_) add(key);
    declared_ = {};
}

const Key& Keys::get(Scope scope, std::string_view id) const {
    const Known& known = scopes_[index(scope)];
    if (known.next < known.keys.size() && known.keys[known.next]->id == id) return *known.keys[known.next++];
    const auto found = known.by_id.find(id);
    if (found == known.by_id.end())
        throw bad(fmt::format("the key '{}' is not declared", id), "declare it with <key> before the graph");
    known.next = found->second + 1;
    return *known.keys[found->second];
}

void Keys::add(const KeyDeclaration& declaration) {
    const std::string_view scope = declaration.scope;
    const bool all = scope.empty() || scope == "all";
    try {
        if (all || scope == "node") add(declaration, Scope::node);
        if (all || scope == "edge") add(declaration, Scope::edge);
        if (all || scope == "graph") add(declaration, Scope::graph);
    } catch (const Error& error) {
        throw error.at(declaration.position.in({}));
    }
}

void Keys::add(const KeyDeclaration& declaration, Scope scope) {
    const std::string& id = declaration.id;
    if (id.empty()) throw bad("a key has no id", "give every key an id");
    const std::string_view name = declaration.name.empty() ? id : declaration.name;
    Known& known = scopes_[index(scope)];
    Key& key = keys_.emplace_back();
    key.type = type_of(declaration.type);
    key.role = is_drawing(declaration.drawing) ? Role::drawn : role_of(name, scope, origin_);
    if (origin_ == Origin::ours) key.type = our_type_of(id, key.type);
    key.name = origin_ == Origin::ours && name.starts_with(props) ? name.substr(props.size()) : name;
    if (known.by_id.contains(id)) throw bad(fmt::format("the key '{}' is declared twice", id), "keep one of them");
    key.id = id;
    known.keys.push_back(&key);
    known.by_id.emplace(key.id, known.keys.size() - 1);
    has_node_ids_ = has_node_ids_ || (scope == Scope::node && key.role == Role::id);
    if (!declaration.otherwise || key.role == Role::repeated || key.role == Role::drawn) return;
    key.otherwise = parse_value(key, *declaration.otherwise);
    if (!key.otherwise.is_null()) known.defaults.push_back(&key);
}

} // namespace zhitu::detail
