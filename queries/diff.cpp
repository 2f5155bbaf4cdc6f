#include <zhitu/queries/diff.hpp>

#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace zhitu {
namespace {

using Properties = std::map<std::string, Value, std::less<>>;
using Quotes = std::set<std::string_view>;

template <class Id>
Quotes quotes_of(const Graph& graph, Id id) {
    Quotes out;
    for (const EvidenceView& view : graph.evidence(id)) out.insert(view.quote);
    return out;
}

Value list_of(const auto& texts) {
    List out;
    for (const auto& text : texts) out.emplace_back(text);
    return out.empty() ? Value() : Value(std::move(out));
}

void add_columns(std::span<const Column> columns, std::uint32_t row, Properties& out) {
    for (const Column& column : columns)
        if (const Value* value = column.find(row)) out.emplace(column.name(), *value);
}

Properties properties_of(const Graph& graph, NodeId node) {
    Properties out;
    add_columns(graph.node_columns(), node.value(), out);
    const auto aliases = graph.aliases(node), labels = graph.labels(node);
    out.insert_or_assign("name", Value(graph.name(node)));
    out.insert_or_assign("aliases", list_of(std::set(aliases.begin(), aliases.end())));
    out.insert_or_assign("labels", list_of(std::set(labels.begin() + 1, labels.end())));
    return out;
}

Properties properties_of(const Graph& graph, EdgeId edge) {
    Properties out;
    add_columns(graph.edge_columns(), edge.value(), out);
    return out;
}

void add_quotes(const Quotes& before, const Quotes& after, std::vector<PropertyChange>& out) {
    Quotes gone, fresh;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::inserter(gone, gone.end()));
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::inserter(fresh, fresh.end()));
    if (!gone.empty() || !fresh.empty()) out.push_back({"quotes", list_of(gone), list_of(fresh)});
}

template <class Id>
std::vector<PropertyChange> changes_of(const Graph& before, Id old, const Graph& after, Id now) {
    const Properties was = properties_of(before, old), is = properties_of(after, now);
    Properties all = was;
    all.insert(is.begin(), is.end());
    const auto in = [](const Properties& properties, const std::string& name) {
        const auto found = properties.find(name);
        return found == properties.end() ? Value() : found->second;
    };
    std::vector<PropertyChange> out;
    for (const auto& [name, value] : all)
        if (in(was, name) != in(is, name)) out.push_back({name, in(was, name), in(is, name)});
    add_quotes(quotes_of(before, old), quotes_of(after, now), out);
    return out;
}

using NodeKey = std::pair<std::string_view, std::string_view>;                                 // type, id
using EdgeKey = std::tuple<std::string_view, std::string_view, std::string_view, std::size_t>; // type, ends, repeat

bool is_asked_for(const DiffOptions& options, std::string_view type) {
    return options.types.empty() || std::find(options.types.begin(), options.types.end(), type) != options.types.end();
}

std::map<NodeKey, NodeId> nodes_by_key(const Graph& graph, const DiffOptions& options) {
    std::map<NodeKey, NodeId> out;
    for (const NodeId node : graph.nodes())
        if (is_asked_for(options, graph.type(node))) out.emplace(NodeKey{graph.type(node), graph.id(node)}, node);
    return out;
}

std::map<EdgeKey, EdgeId> edges_by_key(const Graph& graph, const DiffOptions& options) {
    std::map<EdgeKey, EdgeId> out;
    for (const EdgeId edge : graph.edges()) {
        if (!is_asked_for(options, graph.type(edge))) continue;
        EdgeKey key{graph.type(edge), graph.id(graph.source(edge)), graph.id(graph.target(edge)), 0};
        while (!out.emplace(key, edge).second) ++std::get<std::size_t>(key);
    }
    return out;
}

template <class Key, class Id>
std::vector<Difference<Id>> differences(const Graph& before, const std::map<Key, Id>& old, const Graph& after,
                                        const std::map<Key, Id>& now) {
    std::vector<Difference<Id>> out;
    auto left = old.begin();
    auto right = now.begin();
    while (left != old.end() || right != now.end()) {
        if (right == now.end() || (left != old.end() && left->first < right->first)) {
            out.push_back({(left++)->second, std::nullopt, {}});
        } else if (left == old.end() || right->first < left->first) {
            out.push_back({std::nullopt, (right++)->second, {}});
        } else {
            auto changes = changes_of(before, left->second, after, right->second);
            if (!changes.empty()) out.push_back({left->second, right->second, std::move(changes)});
            ++left, ++right;
        }
    }
    return out;
}

bool knows(const Graph& graph, std::string_view type) {
    const Schema* schema = graph.schema();
    return graph.type_id(type) || (schema && (schema->node_type(type) || schema->edge_type(type)));
}

void check_types(const Graph& before, const Graph& after, const DiffOptions& options) {
    for (const std::string& type : options.types)
        if (!knows(before, type) && !knows(after, type))
            throw Error(ErrorCode::usage, fmt::format("there is no type '{}'", type), "see `zhitu schema`");
}

/// The rows of a table.
class Rows {
  public:
    Rows(const Graph& before, const Graph& after, const Words& words, Table& table)
        : before_(before)
        , after_(after)
        , words_(words)
        , table_(table) {}

    template <class Id>
    void add(const Difference<Id>& difference) {
        const bool is_gone = !difference.after;
        const Graph& graph = is_gone ? before_ : after_;
        const Id id = is_gone ? *difference.before : *difference.after;
        const char* change = is_gone ? "gone" : !difference.before ? "new" : "changed";
        const auto row = [&](const std::string& property, const Value& old, const Value& now, Value quotes) {
            table_.rows.push_back({words_.messages(change), type_of(graph, id), name_of(graph, id),
                                   property.empty() ? Value() : Value(property), old, now, std::move(quotes),
                                   id_of(graph, id)});
        };
        if (difference.changes.empty()) row("", {}, {}, is_gone ? Value() : list_of(quotes_of(graph, id)));
        for (const PropertyChange& it : difference.changes) row(it.name, it.before, it.after, {});
    }

  private:
    [[nodiscard]] Value type_of(const Graph& graph, NodeId node) const {
        return graph.schema() ? graph.schema()->node_label(graph.type(node), words_.language) : graph.type(node);
    }
    [[nodiscard]] Value type_of(const Graph& graph, EdgeId edge) const {
        return graph.schema() ? graph.schema()->edge_label(graph.type(edge), words_.language) : graph.type(edge);
    }
    [[nodiscard]] Value name_of(const Graph& graph, NodeId node) const { return name_in_words(graph, node, words_); }
    [[nodiscard]] Value name_of(const Graph& graph, EdgeId edge) const {
        return fmt::format("{} → {}", name_in_words(graph, graph.source(edge), words_),
                           name_in_words(graph, graph.target(edge), words_));
    }
    [[nodiscard]] static Value id_of(const Graph& graph, NodeId node) { return graph.id(node); }
    [[nodiscard]] static Value id_of(const Graph& graph, EdgeId edge) {
        return fmt::format("{} -{}-> {}", graph.id(graph.source(edge)), graph.type(edge), graph.id(graph.target(edge)));
    }

    const Graph& before_;
    const Graph& after_;
    const Words& words_;
    Table& table_;
};

} // namespace

GraphDiff diff_graphs(const Graph& before, const Graph& after, const DiffOptions& options) {
    check_types(before, after, options);
    return {differences(before, nodes_by_key(before, options), after, nodes_by_key(after, options)),
            differences(before, edges_by_key(before, options), after, edges_by_key(after, options))};
}

Table diff_table(const Graph& before, const Graph& after, const GraphDiff& diff, const Words& words) {
    Table table;
    for (const char* column : {"change", "type", "name", "property", "before", "after", "quotes", "id"}) {
        const bool is_property = std::string_view(column) == "name" || std::string_view(column) == "id";
        table.columns.push_back({column, is_property ? Heading::property : Heading::message, Align::left});
    }
    Rows rows(before, after, words, table);
    for (const auto& difference : diff.nodes) rows.add(difference);
    for (const auto& difference : diff.edges) rows.add(difference);
    return table;
}

} // namespace zhitu
