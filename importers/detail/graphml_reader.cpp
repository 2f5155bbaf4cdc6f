#include <zhitu/importers/detail/graphml_reader.hpp>

#include <zhitu/importers/detail/json_value.hpp>

#include <fmt/format.h>

#include <utility>

namespace zhitu::detail {
namespace {

Error bad(std::string problem, std::string hint) {
    return {ErrorCode::bad_input, std::move(problem), std::move(hint)};
}

/// Runs `step` and gives its errors a place.
template <class Step>
void at(Position position, Step step) {
    try {
        step();
    } catch (const Error& error) {
        if (error.place().line != 0) throw;
        throw error.at(position.in({}));
    }
}

// yEd keeps labels inside of drawings.
bool is_drawn_label(std::string_view name) {
    return name == "NodeLabel" || name == "EdgeLabel";
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

} // namespace

GraphmlReader::Direction GraphmlReader::direction_of(std::string_view word, Direction otherwise) {
    if (word == "undirected" || word == "false") return Direction::undirected;
    return word == "directed" || word == "true" ? Direction::directed : otherwise;
}

GraphmlReader::Part GraphmlReader::part_of(const XmlElement& element) const {
    if (!open_.empty()) return part_inside(open_.back().part, element.name);
    if (element.name != "graphml") throw bad("is XML, but no GraphML", "the root must be <graphml>");
    return Part::root;
}

GraphmlReader::Part GraphmlReader::part_inside(Part around, std::string_view name) const {
    switch (around) {
    case Part::root:
        return name == "graph" ? Part::graph : name == "key" ? Part::key : Part::other;
    case Part::graph:
        return name == "node" ? Part::node : name == "edge" ? Part::edge : name == "data" ? Part::data : Part::other;
    case Part::node:
        return name == "data" ? Part::data : name == "graph" ? Part::graph : Part::other;
    case Part::edge:
        return name == "data" ? Part::data : Part::other;
    case Part::key:
        return name == "default" ? Part::otherwise : Part::other;
    case Part::data:
    case Part::drawing:
        if (key_->role != Key::Role::drawn) return Part::other;
        return is_drawn_label(name) ? Part::drawn_label : Part::drawing;
    default:
        return Part::other;
    }
}

void GraphmlReader::open(const XmlElement& element) {
    at(element.position, [&] {
        const Part part = part_of(element);
        begin(part, element);
        open_.push_back({part, element.position});
    });
}

void GraphmlReader::begin(Part part, const XmlElement& element) {
    switch (part) {
    case Part::graph:
        return begin_graph(element);
    case Part::key:
        return begin_key(element);
    case Part::data:
        return begin_data(element);
    case Part::node:
        return begin_node(element);
    case Part::edge:
        return begin_edge(element);
    case Part::otherwise:
    case Part::drawn_label:
        text_.clear();
        return;
    case Part::other:
        if (open_.back().part == Part::graph && element.name == "hyperedge")
            input_.warn(fmt::format("line {}: a hyperedge is left out", element.position.line));
        return;
    case Part::root:
    case Part::drawing:
        return;
    }
}

void GraphmlReader::begin_graph(const XmlElement& element) {
    keys_.settle();
    const Direction outer = level_ == 0 ? Direction::directed : levels_[level_ - 1].direction;
    if (levels_.size() == level_) levels_.emplace_back();
    levels_[level_++].direction = direction_of(element.attribute("edgedefault"), outer);
}

void GraphmlReader::begin_key(const XmlElement& element) {
    const auto text = [&](std::string_view name) { return std::string(element.attribute(name)); };
    declaration_ = {text("id"),          text("for"),  text("attr.name"), text("attr.type"),
                    text("yfiles.type"), std::nullopt, element.position};
}

void GraphmlReader::begin_data(const XmlElement& element) {
    const Part around = open_.back().part;
    const Scope scope = around == Part::node ? Scope::node : around == Part::edge ? Scope::edge : Scope::graph;
    key_ = &keys_.get(scope, element.attribute("key"));
    data_ = around == Part::node ? &levels_[level_ - 1].data : around == Part::edge ? &edge_.data : nullptr;
    text_.clear();
}

void GraphmlReader::begin_node(const XmlElement& element) {
    Level& level = levels_[level_ - 1];
    level.xml_id = element.attribute("id");
    if (level.xml_id.empty()) throw bad("a node has no id", "give every node an id");
    level.xml_labels = element.attribute("labels");
    level.data.clear();
}

void GraphmlReader::begin_edge(const XmlElement& element) {
    edge_.source = element.attribute("source");
    edge_.target = element.attribute("target");
    for (const auto& [id, which] : {std::pair(&edge_.source, "source"), std::pair(&edge_.target, "target")})
        if (id->empty()) throw bad(fmt::format("an edge has no {}", which), "give every edge a source and a target");
    edge_.kind = element.attribute("label");
    const Direction otherwise = levels_[level_ - 1].direction;
    edge_.symmetric = direction_of(element.attribute("directed"), otherwise) == Direction::undirected;
    edge_.data.clear();
}

void GraphmlReader::text(std::string_view text) {
    const Part part = open_.back().part;
    const bool kept = part == Part::data ? key_->role != Key::Role::repeated && key_->role != Key::Role::drawn
                                         : part == Part::otherwise || part == Part::drawn_label;
    if (kept) text_ += text;
}

void GraphmlReader::close() {
    const Open element = open_.back();
    open_.pop_back();
    at(element.position, [&] { end(element); });
}

void GraphmlReader::end(const Open& element) {
    switch (element.part) {
    case Part::graph:
        --level_;
        return;
    case Part::key:
        return keys_.declare(std::move(declaration_));
    case Part::otherwise:
        declaration_.otherwise = text_;
        return;
    case Part::drawn_label:
        return end_drawn_label();
    case Part::data:
        return end_data();
    case Part::node:
        return end_node();
    case Part::edge:
        return end_edge(element.position);
    case Part::root:
    case Part::drawing:
    case Part::other:
        return;
    }
}

void GraphmlReader::end_drawn_label() {
    if (data_ != nullptr && data_->drawn.empty()) data_->drawn = trimmed(text_);
}

void GraphmlReader::end_data() {
    if (data_ == nullptr)
        end_graph_data();
    else if (key_->role != Key::Role::repeated && key_->role != Key::Role::drawn)
        data_->add(*key_, text_);
}

void GraphmlReader::end_graph_data() {
    if (key_->name == "title") builder_.set_title(text_);
    if (key_->name != "documents") return;
    if (const auto json = parse_json(text_))
        for (DocumentInfo& document : documents_of(*json)) builder_.add_document(std::move(document));
}

void GraphmlReader::end_node() {
    Level& level = levels_[level_ - 1];
    RowData& data = level.data;
    data.add_defaults(keys_.defaults(Scope::node));
    if (keys_.origin() == Origin::others) data.adapt_node(level.xml_labels);
    const NodeId node = data.add_node(builder_, level.xml_id);
    input_.ends.has(node);
    if (keys_.has_node_ids()) nodes_.emplace(level.xml_id, node);
}

void GraphmlReader::end_edge(Position position) {
    RowData& data = edge_.data;
    data.add_defaults(keys_.defaults(Scope::edge));
    if (keys_.origin() == Origin::others) data.adapt_edge(edge_.kind);
    if (data.type.empty()) data.type = edge_.kind;
    edge_.position = position;
    if (keys_.has_node_ids() && is_early(edge_))
        early_.push_back(std::exchange(edge_, {}));
    else
        add_edge(edge_);
}

bool GraphmlReader::is_early(const Edge& edge) const {
    return !nodes_.contains(edge.source) || !nodes_.contains(edge.target);
}

void GraphmlReader::add_edge(Edge& edge) {
    const NodeId source = end_of(edge, edge.source), target = end_of(edge, edge.target);
    const EdgeId row = edge.data.add_edge(builder_, source, target);
    if (edge.symmetric) builder_.set(row, "symmetric", true);
}

NodeId GraphmlReader::end_of(const Edge& edge, const std::string& id) {
    if (keys_.has_node_ids()) {
        const auto found = nodes_.find(id);
        if (found == nodes_.end()) throw PendingEnds::missing(id, edge.position.in({}));
        return found->second;
    }
    const NodeId node = builder_.reference(id);
    input_.ends.names(node, id, edge.position);
    return node;
}

void GraphmlReader::finish() {
    keys_.settle(); // where there is no graph
    for (Edge& edge : early_) add_edge(edge);
}

} // namespace zhitu::detail
