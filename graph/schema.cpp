#include <zhitu/graph/schema.hpp>

#include <zhitu/base/error.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace zhitu {
namespace {

using Json = nlohmann::ordered_json;

Names names_of(const Json& object, const std::string& otherwise) {
    return {object.value("zh", otherwise), object.value("en", otherwise)};
}

Kind kind_named(const std::string& name) {
    static const std::map<std::string, Kind> kinds{{"boolean", Kind::boolean},
                                                   {"integer", Kind::integer},
                                                   {"real", Kind::real},
                                                   {"string", Kind::string},
                                                   {"list", Kind::list}};
    const auto found = kinds.find(name);
    if (found == kinds.end())
        throw Error(ErrorCode::bad_input, fmt::format("unknown kind of property '{}'", name),
                    "use boolean, integer, real, string or list");
    return found->second;
}

NameScope scope_named(const std::string& name) {
    if (name == "global") return NameScope::global;
    if (name == "document") return NameScope::document;
    if (name == "owner") return NameScope::owner;
    throw Error(ErrorCode::bad_input, fmt::format("unknown scope '{}'", name), "use global, document or owner");
}

std::map<std::string, PropertyType> properties_of(const Json& type) {
    std::map<std::string, PropertyType> out;
    if (const auto properties = type.find("properties"); properties != type.end())
        for (const auto& [name, property] : properties->items())
            out[name] = {kind_named(property.value("kind", "string")), names_of(property, name)};
    return out;
}

NodeType node_type_of(const std::string& name, const Json& json) {
    NodeType type{name, names_of(json, name), scope_named(json.value("scope", "global")), {}, properties_of(json)};
    if (const auto style = json.find("style"); style != json.end()) {
        type.style.color = style->value("color", type.style.color);
        type.style.shape = style->value("shape", type.style.shape);
        type.style.size = style->value("size", type.style.size);
    }
    return type;
}

EdgeType edge_type_of(const std::string& name, const Json& json) {
    EdgeType type{name,
                  names_of(json, name),
                  json.value("symmetric", false),
                  json.value("color", "#666666"),
                  {},
                  properties_of(json),
                  names_of(json.value("inverse", json), name)};
    for (const auto& end : json.at("ends"))
        for (const auto& source : end.at("from"))
            for (const auto& target : end.at("to"))
                type.ends.emplace_back(source.get<std::string>(), target.get<std::string>());
    return type;
}

template <class Types>
auto find_type(const Types& types, std::string_view name) {
    const auto found = std::find_if(types.begin(), types.end(), [&](const auto& type) { return type.name == name; });
    return found == types.end() ? nullptr : &*found;
}

} // namespace

Schema Schema::from_json(std::string_view text, std::string_view file) {
    Schema schema;
    try {
        const Json json = Json::parse(text);
        schema.name_ = json.value("name", "");
        for (const auto& [name, type] : json.at("nodes").items())
            schema.node_types_.push_back(node_type_of(name, type));
        for (const auto& [name, type] : json.at("edges").items())
            schema.edge_types_.push_back(edge_type_of(name, type));
        if (const auto properties = json.find("properties"); properties != json.end())
            for (const auto& [name, names] : properties->items())
                schema.property_names_.emplace(name, names_of(names, name));
        const auto collect = [&](const auto& types) {
            for (const auto& type : types)
                for (const auto& [name, property] : type.properties)
                    schema.property_names_.emplace(name, property.names);
        };
        collect(schema.node_types_);
        collect(schema.edge_types_);
    } catch (const Json::parse_error& error) {
        throw Error(ErrorCode::bad_input, "is not valid JSON", "mend the schema",
                    place_of(text, error.byte, std::string(file)));
    } catch (const Json::exception& error) {
        throw Error(ErrorCode::bad_input, fmt::format("is not a schema ({})", error.what()), "see docs/schema.md",
                    {std::string(file)});
    }
    return schema;
}

const NodeType* Schema::node_type(std::string_view name) const {
    return find_type(node_types_, name);
}
const EdgeType* Schema::edge_type(std::string_view name) const {
    return find_type(edge_types_, name);
}

bool Schema::allows(std::string_view edge, std::string_view source, std::string_view target) const {
    const EdgeType* type = edge_type(edge);
    if (type == nullptr) return false;
    return std::any_of(type->ends.begin(), type->ends.end(),
                       [&](const auto& end) { return end.first == source && end.second == target; });
}

std::string_view Schema::node_label(std::string_view type, Language language) const {
    const NodeType* found = node_type(type);
    return found != nullptr ? std::string_view(found->names.in(language)) : type;
}

std::string_view Schema::edge_label(std::string_view type, Language language) const {
    const EdgeType* found = edge_type(type);
    return found != nullptr ? std::string_view(found->names.in(language)) : type;
}

std::string_view Schema::inverse_label(std::string_view type, Language language) const {
    const EdgeType* found = edge_type(type);
    return found != nullptr ? std::string_view(found->inverse.in(language)) : type;
}

std::string_view Schema::property_label(std::string_view property, Language language) const {
    const auto found = property_names_.find(property);
    return found != property_names_.end() ? std::string_view(found->second.in(language)) : property;
}

const Style& Schema::style(std::string_view type) const {
    static const Style plain;
    const NodeType* found = node_type(type);
    return found != nullptr ? found->style : plain;
}

} // namespace zhitu
