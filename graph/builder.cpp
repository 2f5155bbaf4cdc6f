#include <zhitu/graph/builder.hpp>

#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

namespace zhitu {
namespace {

constexpr std::uint32_t no_mention = std::numeric_limits<std::uint32_t>::max();

Error bad(std::string problem, std::string hint) {
    return {ErrorCode::bad_input, std::move(problem), std::move(hint)};
}

// Integers and doubles in one column are all doubles; any other mixture is text.
Kind common_kind(Kind a, Kind b) {
    if (a == b || b == Kind::null) return a;
    if (a == Kind::null) return b;
    const auto number = [](Kind kind) { return kind == Kind::integer || kind == Kind::real; };
    return number(a) && number(b) ? Kind::real : Kind::string;
}

} // namespace

GraphBuilder::GraphBuilder(std::shared_ptr<const Schema> schema) {
    graph_.schema_ = std::move(schema);
}

NodeId GraphBuilder::reference(std::string_view id) {
    if (id.empty()) throw bad("a node has an empty id", "give every node an id");
    const auto key = graph_.dictionary_.add(id);
    const auto [found, fresh] = graph_.node_by_key_.emplace(key, NodeId(graph_.node_keys_.size()));
    if (fresh) {
        graph_.node_keys_.push_back(key);
        graph_.node_names_.push_back(key);
        graph_.node_types_.emplace_back();
        added_.push_back(false);
        aliases_.emplace_back();
    }
    return found->second;
}

NodeId GraphBuilder::add_node(std::string_view id, std::string_view type, std::string_view name) {
    if (type.empty()) throw bad(fmt::format("node '{}' has no type", id), "give every node a type");
    const NodeId node = reference(id);
    const TypeId type_id(graph_.dictionary_.add(type));
    TypeId& stored = graph_.node_types_[node.index()];
    if (added_[node.index()] && stored != type_id)
        throw bad(fmt::format("node '{}' is a {} and a {}", id, graph_.type_name(stored), type),
                  "give nodes of unlike types ids of their own");
    stored = type_id;
    added_[node.index()] = true;
    if (!name.empty()) graph_.node_names_[node.index()] = graph_.dictionary_.add(name);
    return node;
}

EdgeId GraphBuilder::add_edge(NodeId source, NodeId target, std::string_view type) {
    if (type.empty())
        throw bad(fmt::format("the edge from '{}' to '{}' has no type", graph_.id(source), graph_.id(target)),
                  "give every edge a type");
    graph_.sources_.push_back(source);
    graph_.targets_.push_back(target);
    graph_.edge_types_.emplace_back(graph_.dictionary_.add(type));
    return EdgeId(graph_.sources_.size() - 1);
}

void GraphBuilder::set(std::vector<PendingColumn>& columns, std::uint32_t row, std::string_view name, Value value) {
    auto column = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == name; });
    if (column == columns.end()) column = columns.insert(columns.end(), PendingColumn{std::string(name), {}});
    column->cells.push_back({row, std::move(value)});
}

void GraphBuilder::set(NodeId node, std::string_view name, Value value) {
    set(node_columns_, node.value(), name, std::move(value));
}

void GraphBuilder::set(EdgeId edge, std::string_view name, Value value) {
    set(edge_columns_, edge.value(), name, std::move(value));
}

void GraphBuilder::add_label(NodeId node, std::string_view label) {
    graph_.extra_labels_.emplace_back(node, TypeId(graph_.dictionary_.add(label)));
}

void GraphBuilder::add_alias(NodeId node, std::string_view alias) {
    auto& aliases = aliases_[node.index()];
    if (!alias.empty() && std::find(aliases.begin(), aliases.end(), alias) == aliases.end())
        aliases.emplace_back(alias);
}

Graph::Span GraphBuilder::intern(const Evidence& evidence) {
    Dictionary& strings = graph_.dictionary_;
    const auto mention = evidence.mention.value_or(std::pair(no_mention, no_mention));
    return {strings.add(evidence.document),
            strings.add(evidence.section),
            strings.add(evidence.quote),
            evidence.start,
            evidence.end,
            evidence.line,
            mention.first,
            mention.second};
}

void GraphBuilder::add_evidence(NodeId node, Evidence evidence) {
    node_evidence_.push_back({node.value(), intern(evidence)});
}

void GraphBuilder::add_evidence(EdgeId edge, Evidence evidence) {
    edge_evidence_.push_back({edge.value(), intern(evidence)});
}

void GraphBuilder::add_document(DocumentInfo document) {
    if (std::find(graph_.documents_.begin(), graph_.documents_.end(), document) == graph_.documents_.end())
        graph_.documents_.push_back(std::move(document));
}

std::vector<Column> GraphBuilder::build_columns(std::vector<PendingColumn>& pending) {
    std::sort(pending.begin(), pending.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    std::vector<Column> columns;
    for (PendingColumn& source : pending) {
        std::stable_sort(source.cells.begin(), source.cells.end(),
                         [](const Cell& a, const Cell& b) { return a.row < b.row; });
        Column column(source.name);
        for (std::size_t i = 0; i < source.cells.size(); ++i) {
            Cell& cell = source.cells[i];
            const bool replaced = i + 1 < source.cells.size() && source.cells[i + 1].row == cell.row;
            if (replaced || cell.value.is_null()) continue;
            column.kind_ = common_kind(column.kind_, zhitu::kind_of(cell.value));
            column.rows_.push_back(cell.row);
            column.values_.push_back(std::move(cell.value));
        }
        if (!column.rows_.empty()) columns.push_back(std::move(column));
    }
    return columns;
}

Graph::EvidenceTable GraphBuilder::build_evidence(std::vector<PendingEvidence>& pending, std::size_t rows) {
    std::stable_sort(pending.begin(), pending.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
    Graph::EvidenceTable table;
    table.offsets.assign(rows + 1, 0);
    for (const PendingEvidence& entry : pending) {
        ++table.offsets[entry.row + 1];
        table.spans.push_back(entry.span);
    }
    std::partial_sum(table.offsets.begin(), table.offsets.end(), table.offsets.begin());
    return table;
}

void GraphBuilder::check(const FreezeOptions& options) const {
    for (std::size_t i = 0; i < added_.size(); ++i)
        if (!added_[i])
            throw bad(fmt::format("an edge names the node '{}', which is not in the graph",
                                  graph_.dictionary_[graph_.node_keys_[i]]),
                      "add the node or remove the edge");
    const Schema* schema = graph_.schema();
    if (schema == nullptr) return;
    std::set<std::string> told;
    const auto unknown = [&](std::string problem) {
        if (options.unknown == Strictness::error) throw bad(problem, "mend the graph or the schema");
        if (options.warnings != nullptr && told.insert(problem).second) options.warnings->push_back(std::move(problem));
    };
    for (const TypeId type : graph_.node_types_)
        if (schema->node_type(graph_.type_name(type)) == nullptr)
            unknown(fmt::format("the schema '{}' has no node type {}", schema->name(), graph_.type_name(type)));
    for (std::size_t i = 0; i < edge_count(); ++i) {
        const EdgeId edge(i);
        const auto type = graph_.type(edge), source = graph_.type(graph_.source(edge)),
                   target = graph_.type(graph_.target(edge));
        if (schema->edge_type(type) == nullptr)
            unknown(fmt::format("the schema '{}' has no edge type {}", schema->name(), type));
        else if (!schema->allows(type, source, target))
            unknown(fmt::format("the schema '{}' has no {} from {} to {}", schema->name(), type, source, target));
    }
}

void GraphBuilder::build_labels() {
    auto& extra = graph_.extra_labels_;
    std::sort(extra.begin(), extra.end());
    extra.erase(std::unique(extra.begin(), extra.end()), extra.end());
    std::erase_if(extra, [&](const auto& entry) { return graph_.type_id(entry.first) == entry.second; });

    const auto by_name = [&](TypeId a, TypeId b) { return graph_.type_name(a) < graph_.type_name(b); };
    const auto distinct = [&](std::vector<TypeId> types) {
        std::sort(types.begin(), types.end());
        types.erase(std::unique(types.begin(), types.end()), types.end());
        std::sort(types.begin(), types.end(), by_name);
        return types;
    };
    std::vector<TypeId> labels = graph_.node_types_;
    for (const auto& entry : extra) labels.push_back(entry.second);
    graph_.labels_in_use_ = distinct(std::move(labels));
    graph_.edge_types_in_use_ = distinct(graph_.edge_types_);

    std::unordered_map<TypeId, std::size_t> position;
    for (const TypeId label : graph_.labels_in_use_) position.emplace(label, position.size());
    graph_.nodes_by_label_.resize(position.size());
    for (const NodeId node : graph_.nodes()) graph_.nodes_by_label_[position[graph_.type_id(node)]].push_back(node);
    for (const auto& [node, label] : extra) graph_.nodes_by_label_[position[label]].push_back(node);
    for (auto& nodes : graph_.nodes_by_label_) std::sort(nodes.begin(), nodes.end());
}

void GraphBuilder::build_adjacency() {
    const auto build = [&](const std::vector<NodeId>& near, const std::vector<NodeId>& far,
                           std::vector<std::uint32_t>& offsets, std::vector<EdgeId>& edges) {
        offsets.assign(node_count() + 1, 0);
        for (const NodeId node : near) ++offsets[node.index() + 1];
        std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
        edges.resize(near.size());
        std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
        for (std::size_t i = 0; i < near.size(); ++i) edges[next[near[i].index()]++] = EdgeId(i);
        const auto order = [&](EdgeId a, EdgeId b) {
            return std::tuple(graph_.type_id(a), far[a.index()], a) < std::tuple(graph_.type_id(b), far[b.index()], b);
        };
        for (std::size_t node = 0; node < node_count(); ++node)
            std::sort(edges.begin() + offsets[node], edges.begin() + offsets[node + 1], order);
    };
    build(graph_.sources_, graph_.targets_, graph_.out_offsets_, graph_.out_edges_);
    build(graph_.targets_, graph_.sources_, graph_.in_offsets_, graph_.in_edges_);
}

Graph GraphBuilder::freeze(const FreezeOptions& options) {
    check(options);
    for (std::size_t i = 0; i < aliases_.size(); ++i) {
        std::erase(aliases_[i], std::string(graph_.name(NodeId(i))));
        if (!aliases_[i].empty()) set(NodeId(i), "aliases", List(aliases_[i].begin(), aliases_[i].end()));
    }
    build_labels();
    build_adjacency();
    graph_.node_columns_ = build_columns(node_columns_);
    graph_.edge_columns_ = build_columns(edge_columns_);
    graph_.node_evidence_ = build_evidence(node_evidence_, node_count());
    graph_.edge_evidence_ = build_evidence(edge_evidence_, edge_count());
    Graph frozen = std::move(graph_);
    *this = GraphBuilder(frozen.shared_schema());
    return frozen;
}

} // namespace zhitu
