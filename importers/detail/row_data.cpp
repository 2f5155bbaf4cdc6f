#include <zhitu/importers/detail/row_data.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/importers/detail/json_value.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace zhitu::detail {
namespace {

using Role = Key::Role;
using Type = Key::Type;

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

Error bad(std::string problem, std::string hint) {
    return {ErrorCode::bad_input, std::move(problem), std::move(hint)};
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
        throw bad(fmt::format("the {} {} does not fit 64 bits", key.name, digits), "declare it as a string");
    if (result.ec != std::errc{} || result.ptr != end)
        throw bad(fmt::format("the {} '{}' is no number", key.name, digits), "declare it as a string");
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

void RowData::clear() {
    for (std::string* text : {&id, &name, &label, &drawn, &type}) text->clear();
    labels.clear();
    aliases.clear();
    evidence.clear();
    properties.clear();
    seen_.clear();
}

void RowData::add(const Key& key, std::string_view text) {
    if (!key.otherwise.is_null()) seen_.push_back(&key);
    if (key.role == Role::property)
        properties.emplace_back(key.name, parse_value(key, text));
    else if (key.type == Key::Type::string)
        add_text(key, text);
    else
        add_text(key, parse_value(key, text).text());
}

void RowData::add_defaults(const std::vector<const Key*>& keys) {
    for (const Key* key : keys) {
        if (std::find(seen_.begin(), seen_.end(), key) != seen_.end()) continue;
        if (key->role == Role::property)
            properties.emplace_back(key->name, key->otherwise);
        else
            add_text(*key, key->otherwise.text());
    }
}

void RowData::add_text(const Key& key, std::string_view text) {
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

void RowData::add_evidence(const Key& key, std::string_view text) {
    const auto json = parse_json(text);
    if (auto entries = json ? evidence_of(*json) : std::nullopt)
        evidence = std::move(*entries);
    else
        properties.emplace_back(key.name, text);
}

void RowData::adapt_node(std::string_view xml_labels) {
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

void RowData::adapt_edge(std::string_view kind) {
    if (!kind.empty() && !type.empty() && type != kind) properties.emplace_back("type", type);
    if (!kind.empty()) type = kind;
    if (type.empty())
        type = label.empty() ? drawn : label;
    else if (!label.empty() && label != type)
        properties.emplace_back("label", label);
}

template <class Row>
void RowData::add_to(GraphBuilder& builder, Row row) {
    for (auto& [property, value] : properties) builder.set(row, property, std::move(value));
    for (Evidence& entry : evidence) builder.add_evidence(row, std::move(entry));
}

NodeId RowData::add_node(GraphBuilder& builder, std::string_view otherwise) {
    const NodeId node = builder.add_node(id.empty() ? otherwise : id, type.empty() ? "Node" : type, name);
    for (const Value& one : labels) builder.add_label(node, one.text());
    for (const Value& alias : aliases) builder.add_alias(node, alias.text());
    add_to(builder, node);
    return node;
}

EdgeId RowData::add_edge(GraphBuilder& builder, NodeId source, NodeId target) {
    const EdgeId edge = builder.add_edge(source, target, type.empty() ? "EDGE" : type);
    add_to(builder, edge);
    return edge;
}

} // namespace zhitu::detail
