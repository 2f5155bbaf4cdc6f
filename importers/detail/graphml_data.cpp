#include <zhitu/importers/detail/graphml_data.hpp>

#include <zhitu/importers/detail/json_value.hpp>

#include <algorithm>

namespace zhitu::detail {
namespace {

using Role = Key::Role;

// The parts of `:A:B`.
std::vector<std::string_view> split_labels(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(':'), text.size());
        if (end != 0) out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

} // namespace

void GraphmlData::clear() {
    for (std::string* text : {&id, &name, &label, &drawn, &type}) text->clear();
    labels.clear();
    aliases.clear();
    evidence.clear();
    properties.clear();
    seen_.clear();
}

void GraphmlData::add(const Key& key, std::string_view text) {
    if (!key.otherwise.is_null()) seen_.push_back(&key);
    if (key.role == Role::property)
        properties.emplace_back(key.name, parse_value(key, text));
    else if (key.type == Key::Type::string)
        add_text(key, text);
    else
        add_text(key, parse_value(key, text).text());
}

void GraphmlData::add_defaults(const std::vector<const Key*>& keys) {
    for (const Key* key : keys) {
        if (std::find(seen_.begin(), seen_.end(), key) != seen_.end()) continue;
        if (key->role == Role::property)
            properties.emplace_back(key->name, key->otherwise);
        else
            add_text(*key, key->otherwise.text());
    }
}

void GraphmlData::add_text(const Key& key, std::string_view text) {
    switch (key.role) {
    case Role::id:
        id = text;
        return;
    case Role::name:
        name = text;
        return;
    case Role::label:
        label = text;
        return;
    case Role::type:
        type = text;
        return;
    case Role::labels:
        labels = parse_list(text);
        return;
    case Role::aliases:
        aliases = parse_list(text);
        return;
    case Role::evidence:
        add_evidence(key, text);
        return;
    case Role::property:
    case Role::drawn:
    case Role::repeated:
        return;
    }
}

void GraphmlData::add_evidence(const Key& key, std::string_view text) {
    const auto json = parse_json(text);
    if (auto entries = json ? evidence_of(*json) : std::nullopt)
        evidence = std::move(*entries);
    else
        properties.emplace_back(key.name, text);
}

void GraphmlData::adapt_node(std::string_view xml_labels) {
    if (const auto all = split_labels(xml_labels); !all.empty()) {
        if (!type.empty()) properties.emplace_back("type", type);
        type = all.front();
        labels.assign(all.begin() + 1, all.end());
    }
    if (name.empty())
        name = label.empty() ? drawn : label;
    else if (!label.empty() && label != name)
        properties.emplace_back("label", label);
}

void GraphmlData::adapt_edge(std::string_view kind) {
    if (!kind.empty() && !type.empty() && type != kind) properties.emplace_back("type", type);
    if (!kind.empty()) type = kind;
    if (type.empty())
        type = label.empty() ? drawn : label;
    else if (!label.empty() && label != type)
        properties.emplace_back("label", label);
}

} // namespace zhitu::detail
