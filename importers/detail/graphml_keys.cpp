#include <zhitu/importers/detail/graphml_keys.hpp>

#include <zhitu/importers/detail/json_value.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
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

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

template <class Number>
Value parse_number(const Key& key, std::string_view text) {
    std::string_view digits = trimmed(text);
    if (digits.empty()) return {};
    if (digits.starts_with('+')) digits.remove_prefix(1);
    Number number = 0;
    const char* const end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, number);
    if (result.ec == std::errc::result_out_of_range)
        throw bad(fmt::format("the {} {} does not fit 64 bits", key.name, digits), "declare its key as a string");
    if (result.ec != std::errc{} || result.ptr != end)
        throw bad(fmt::format("the {} '{}' is no number", key.name, digits), "declare its key as a string");
    return number;
}

Value parse_boolean(const Key& key, std::string_view text) {
    const std::string_view word = trimmed(text);
    if (word.empty()) return {};
    if (word == "true" || word == "True" || word == "1") return true;
    if (word == "false" || word == "False" || word == "0") return false;
    throw bad(fmt::format("the {} '{}' is no boolean", key.name, word), "write true or false");
}

Value parse_any(std::string_view text) {
    const auto json = parse_json(text);
    return json ? value_of(*json) : Value(text);
}

} // namespace

Value parse_value(const Key& key, std::string_view text) {
    switch (key.type) {
    case Type::boolean:
        return parse_boolean(key, text);
    case Type::integer:
        return parse_number<std::int64_t>(key, text);
    case Type::real:
        return parse_number<double>(key, text);
    case Type::list:
        return parse_list(text);
    case Type::json:
        return parse_any(text);
    case Type::string:
        break;
    }
    return text;
}

List parse_list(std::string_view text) {
    constexpr std::string_view separator = "; ";
    if (text.starts_with('['))
        if (const auto json = parse_json(text); json && json->is(JsonValue::Kind::array))
            return *value_of(*json).get_if<List>();
    List out;
    for (auto end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(end + separator.size());
    }
    out.emplace_back(text);
    return out;
}

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
