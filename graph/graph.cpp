#include <zhitu/graph/graph.hpp>

#include <algorithm>
#include <limits>

namespace zhitu {
namespace {

constexpr std::uint32_t no_mention = std::numeric_limits<std::uint32_t>::max();

const Value* find_value(std::span<const Column> columns, std::string_view name, std::uint32_t row) {
    for (const Column& column : columns)
        if (column.name() == name) return column.find(row);
    return nullptr;
}

} // namespace

const Value* Column::find(std::uint32_t row) const {
    const auto found = std::lower_bound(rows_.begin(), rows_.end(), row);
    if (found == rows_.end() || *found != row) return nullptr;
    return &values_[static_cast<std::size_t>(found - rows_.begin())];
}

std::optional<TypeId> Graph::type_id(std::string_view name) const {
    const Dictionary::StringId id = dictionary_.find(name);
    if (id == Dictionary::none) return std::nullopt;
    return TypeId(id);
}

std::span<const NodeId> Graph::nodes(TypeId label) const {
    const auto found = std::find(labels_in_use_.begin(), labels_in_use_.end(), label);
    if (found == labels_in_use_.end()) return {};
    return nodes_by_label_[static_cast<std::size_t>(found - labels_in_use_.begin())];
}

std::span<const NodeId> Graph::nodes(std::string_view label) const {
    const auto type = type_id(label);
    return type ? nodes(*type) : std::span<const NodeId>{};
}

std::vector<std::string_view> Graph::labels(NodeId node) const {
    std::vector<std::string_view> out{type(node)};
    const auto first = std::lower_bound(extra_labels_.begin(), extra_labels_.end(), node,
                                        [](const auto& entry, NodeId key) { return entry.first < key; });
    for (auto it = first; it != extra_labels_.end() && it->first == node; ++it) out.push_back(type_name(it->second));
    return out;
}

bool Graph::has_extra_label(NodeId node, TypeId label) const {
    return std::binary_search(extra_labels_.begin(), extra_labels_.end(), std::pair(node, label));
}

std::vector<std::string_view> Graph::aliases(NodeId node) const {
    std::vector<std::string_view> out;
    const Value* value = find_value(node_columns_, "aliases", node.value());
    if (value == nullptr) return out;
    if (const List* list = value->get_if<List>())
        for (const Value& alias : *list)
            if (const auto* text = alias.get_if<std::string>()) out.push_back(*text);
    return out;
}

std::span<const EdgeId> Graph::out_edges(NodeId node, TypeId type) const {
    const auto all = out_edges(node);
    const auto range = std::ranges::equal_range(all, type, {}, [&](EdgeId edge) { return type_id(edge); });
    return {range.begin(), range.end()};
}

std::span<const EdgeId> Graph::in_edges(NodeId node, TypeId type) const {
    const auto all = in_edges(node);
    const auto range = std::ranges::equal_range(all, type, {}, [&](EdgeId edge) { return type_id(edge); });
    return {range.begin(), range.end()};
}

std::span<const EdgeId> Graph::out_edges(NodeId node, std::string_view type) const {
    const auto id = type_id(type);
    return id ? out_edges(node, *id) : std::span<const EdgeId>{};
}

std::span<const EdgeId> Graph::in_edges(NodeId node, std::string_view type) const {
    const auto id = type_id(type);
    return id ? in_edges(node, *id) : std::span<const EdgeId>{};
}

std::optional<EdgeId> Graph::find_edge(NodeId source, TypeId type, NodeId target) const {
    const auto edges = out_edges(source, type);
    const auto found = std::ranges::lower_bound(edges, target, {}, [&](EdgeId edge) { return this->target(edge); });
    if (found == edges.end() || this->target(*found) != target) return std::nullopt;
    return *found;
}

Value Graph::property(NodeId node, std::string_view name) const {
    const Value* value = find_value(node_columns_, name, node.value());
    return value != nullptr ? *value : Value();
}

Value Graph::property(EdgeId edge, std::string_view name) const {
    const Value* value = find_value(edge_columns_, name, edge.value());
    return value != nullptr ? *value : Value();
}

std::vector<EvidenceView> Graph::evidence(const EvidenceTable& table, std::size_t row) const {
    std::vector<EvidenceView> out;
    for (std::uint32_t i = table.offsets[row]; i < table.offsets[row + 1]; ++i) {
        const Span& span = table.spans[i];
        EvidenceView view{dictionary_[span.document],
                          dictionary_[span.section],
                          span.start,
                          span.end,
                          span.line,
                          dictionary_[span.quote],
                          std::nullopt};
        if (span.mention_start != no_mention) view.mention.emplace(span.mention_start, span.mention_end);
        out.push_back(view);
    }
    return out;
}

std::optional<NodeId> Graph::find_id(std::string_view id) const {
    const Dictionary::StringId key = dictionary_.find(id);
    if (key == Dictionary::none) return std::nullopt;
    const auto found = node_by_key_.find(key);
    if (found == node_by_key_.end()) return std::nullopt;
    return found->second;
}

} // namespace zhitu
