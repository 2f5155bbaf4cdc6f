// How much memory a graph takes: capacities of its arrays, and what its strings and values hold outside of themselves.
#include <zhitu/graph/graph.hpp>

namespace zhitu {
namespace {

constexpr std::size_t hash_entry = 2 * sizeof(void*); // a link and a bucket, besides the entry itself

template <class T>
std::size_t bytes(const std::vector<T>& values) {
    return values.capacity() * sizeof(T);
}

std::size_t bytes(const std::string& text) {
    static const std::size_t inside = std::string().capacity();
    return text.capacity() > inside ? text.capacity() + 1 : 0;
}

std::size_t bytes(const Value& value) {
    if (const auto* text = value.get_if<std::string>()) return bytes(*text);
    std::size_t sum = 0;
    if (const auto* list = value.get_if<List>()) {
        sum = bytes<Value>(*list);
        for (const Value& item : *list) sum += bytes(item);
    }
    return sum;
}

} // namespace

std::size_t Dictionary::memory() const {
    std::size_t sum =
        strings_.size() * (sizeof(std::string) + sizeof(std::pair<std::string_view, StringId>) + hash_entry);
    for (const std::string& text : strings_) sum += bytes(text);
    return sum;
}

std::size_t Column::memory() const {
    std::size_t sum = bytes(rows_) + bytes<Value>(values_);
    for (const Value& value : values_) sum += bytes(value);
    return sum;
}

std::size_t Graph::memory() const {
    std::size_t sum = sizeof(Graph) + dictionary_.memory();
    sum += bytes(node_keys_) + bytes(node_names_) + bytes(node_types_) + bytes(extra_labels_);
    sum += node_by_key_.size() * (sizeof(std::pair<Dictionary::StringId, NodeId>) + hash_entry);
    for (const auto& nodes : nodes_by_label_) sum += bytes(nodes);
    sum += bytes(sources_) + bytes(targets_) + bytes(edge_types_);
    sum += bytes(out_offsets_) + bytes(in_offsets_) + bytes(out_edges_) + bytes(in_edges_);
    for (const Column& column : node_columns_) sum += column.memory();
    for (const Column& column : edge_columns_) sum += column.memory();
    for (const EvidenceTable* table : {&node_evidence_, &edge_evidence_})
        sum += bytes(table->offsets) + bytes(table->spans);
    return sum;
}

} // namespace zhitu
