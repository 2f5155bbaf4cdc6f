#include <zhitu/importers/graphml.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/importers/detail/graphml_keys.hpp>
#include <zhitu/importers/detail/json_value.hpp>
#include <zhitu/importers/detail/xml_document.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zhitu {
namespace {

using detail::attribute;
using detail::Key;
using detail::local_name;
using detail::Scope;
using detail::XmlNode;

Error bad(std::string problem, std::string hint) {
    return {ErrorCode::bad_input, std::move(problem), std::move(hint)};
}

enum class Direction { directed, undirected };

Direction direction_of(std::string_view word, Direction otherwise) {
    if (word == "undirected" || word == "false") return Direction::undirected;
    return word == "directed" || word == "true" ? Direction::directed : otherwise;
}

// What the data of a node or edge say.
struct Data {
    std::string id, name, label, drawn, type;
    List labels, aliases;
    std::vector<Evidence> evidence;
    std::vector<std::pair<std::string_view, Value>> properties;

    void add(const Key& key, Value value) {
        switch (key.role) {
        case Key::Role::id:
            id = value.text();
            return;
        case Key::Role::name:
            name = value.text();
            return;
        case Key::Role::label:
            label = value.text();
            return;
        case Key::Role::type:
            type = value.text();
            return;
        case Key::Role::labels:
            labels = detail::parse_list(value.text());
            return;
        case Key::Role::aliases:
            aliases = detail::parse_list(value.text());
            return;
        case Key::Role::evidence:
            add_evidence(key, value);
            return;
        case Key::Role::property:
            properties.emplace_back(key.name, std::move(value));
            return;
        case Key::Role::drawn:
        case Key::Role::repeated:
            return;
        }
    }

  private:
    void add_evidence(const Key& key, const Value& value) {
        if (auto entries = detail::parse_evidence(value.text()))
            evidence = std::move(*entries);
        else
            properties.emplace_back(key.name, value);
    }
};

// The label that yEd draws.
std::string drawn_label(const XmlNode& data) {
    for (const std::string_view name : {"NodeLabel", "EdgeLabel"})
        if (const XmlNode* label = detail::find_below(data, name)) {
            const std::string text = detail::text_of(*label);
            const std::size_t first = text.find_first_not_of(" \t\n");
            if (first == std::string::npos) return {};
            return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
        }
    return {};
}

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

class Reader {
  public:
    Reader(std::string_view text, const ImportOptions& options, GraphBuilder& builder)
        : document_(text, options.limits)
        , options_(options)
        , builder_(builder)
        , keys_(document_) {}

    void read() {
        const XmlNode& root = document_.root();
        if (local_name(root) != "graphml")
            document_.at(root, [] { throw bad("is XML, but no GraphML", "the root must be <graphml>"); });
        each_child(root, [&](const XmlNode& child) {
            if (local_name(child) == "graph") add_graph(child, Direction::directed);
        });
        for (std::size_t i = 0; i < graphs_.size(); ++i) read_graph(graphs_[i].first, graphs_[i].second);
        for (const auto& [edge, direction] : edges_) document_.at(*edge, [&] { read_edge(*edge, direction); });
    }

  private:
    template <class Visit>
    static void each_child(const XmlNode& element, Visit visit) {
        for (const XmlNode* child = element.first_node(); child != nullptr; child = child->next_sibling())
            if (child->type() == rapidxml::node_element) visit(*child);
    }

    void add_graph(const XmlNode& graph, Direction otherwise) {
        graphs_.emplace_back(&graph, direction_of(attribute(graph, "edgedefault"), otherwise));
    }

    // Nodes at once; edges and nested graphs are put aside, so that nodes may come in any order.
    void read_graph(const XmlNode* graph, Direction direction) {
        each_child(*graph, [&](const XmlNode& child) {
            const std::string_view name = local_name(child);
            if (name == "node")
                document_.at(child, [&] { read_node(child); });
            else if (name == "edge")
                edges_.emplace_back(&child, direction);
            else if (name == "data")
                document_.at(child, [&] { read_graph_data(child); });
            else if (name == "hyperedge" && options_.warning)
                options_.warning(fmt::format("line {}: a hyperedge is left out", document_.place(child).line));
            if (name == "node")
                each_child(child, [&](const XmlNode& inner) {
                    if (local_name(inner) == "graph") add_graph(inner, direction);
                });
        });
    }

    void read_graph_data(const XmlNode& data) {
        const Key& key = keys_.get(Scope::graph, attribute(data, "key"));
        const std::string text = detail::text_of(data);
        if (key.name == "title") builder_.set_title(text);
        if (key.name == "documents")
            for (DocumentInfo& document : detail::documents_of(detail::parse_json(text)))
                builder_.add_document(std::move(document));
    }

    Data read_data(const XmlNode& element, Scope scope) const {
        Data out;
        std::vector<const Key*> seen;
        each_child(element, [&](const XmlNode& data) {
            if (local_name(data) != "data") return;
            const Key& key = keys_.get(scope, attribute(data, "key"));
            seen.push_back(&key);
            if (key.role == Key::Role::drawn)
                out.drawn = drawn_label(data);
            else if (key.role != Key::Role::repeated)
                document_.at(data, [&] { out.add(key, detail::parse_value(key, detail::text_of(data))); });
        });
        for (const Key* key : keys_.defaults(scope))
            if (std::find(seen.begin(), seen.end(), key) == seen.end()) out.add(*key, key->otherwise);
        return out;
    }

    void read_node(const XmlNode& element) {
        const std::string_view xml_id = attribute(element, "id");
        if (xml_id.empty()) throw bad("a node has no id", "give every node an id");
        Data data = read_data(element, Scope::node);
        const auto labels = split_labels(attribute(element, "labels"));
        if (keys_.origin() == detail::Origin::others) adapt_node(data, labels);
        if (data.type.empty()) data.type = "Node";
        const NodeId node = builder_.add_node(data.id.empty() ? xml_id : data.id, data.type, data.name);
        nodes_.emplace(xml_id, node);
        for (const Value& label : data.labels) builder_.add_label(node, label.text());
        for (const Value& alias : data.aliases) builder_.add_alias(node, alias.text());
        add(node, data);
    }

    // Files of others: the XML attribute is first of the types, and what has no better use stays a property.
    static void adapt_node(Data& data, const std::vector<std::string_view>& labels) {
        if (!labels.empty()) {
            if (!data.type.empty()) data.properties.emplace_back("type", data.type);
            data.type = labels.front();
            data.labels.assign(labels.begin() + 1, labels.end());
        }
        if (data.name.empty())
            data.name = data.label.empty() ? data.drawn : data.label;
        else if (!data.label.empty() && data.label != data.name)
            data.properties.emplace_back("label", data.label);
    }

    void read_edge(const XmlNode& element, Direction otherwise) {
        const NodeId source = end(element, "source"), target = end(element, "target");
        Data data = read_data(element, Scope::edge);
        const std::string_view kind = attribute(element, "label");
        if (keys_.origin() == detail::Origin::others) adapt_edge(data, kind);
        if (data.type.empty()) data.type = kind.empty() ? "EDGE" : kind;
        const EdgeId edge = builder_.add_edge(source, target, data.type);
        add(edge, data);
        if (direction_of(attribute(element, "directed"), otherwise) == Direction::undirected)
            builder_.set(edge, "symmetric", true);
    }

    static void adapt_edge(Data& data, std::string_view kind) {
        if (!kind.empty() && !data.type.empty() && data.type != kind) data.properties.emplace_back("type", data.type);
        if (!kind.empty()) data.type = kind;
        if (!data.type.empty()) {
            if (!data.label.empty() && data.label != data.type) data.properties.emplace_back("label", data.label);
            return;
        }
        data.type = data.label.empty() ? data.drawn : data.label;
    }

    NodeId end(const XmlNode& edge, std::string_view which) const {
        const std::string_view id = attribute(edge, which);
        if (id.empty()) throw bad(fmt::format("an edge has no {}", which), "give every edge a source and a target");
        const auto found = nodes_.find(id);
        if (found == nodes_.end())
            throw bad(fmt::format("an edge names the node '{}', which is not in the file", id),
                      "add the node or remove the edge");
        return found->second;
    }

    template <class Id>
    void add(Id row, Data& data) {
        for (auto& [name, value] : data.properties) builder_.set(row, name, std::move(value));
        for (Evidence& entry : data.evidence) builder_.add_evidence(row, std::move(entry));
    }

    detail::XmlDocument document_;
    const ImportOptions& options_;
    GraphBuilder& builder_;
    detail::Keys keys_;
    std::vector<std::pair<const XmlNode*, Direction>> graphs_;
    std::vector<std::pair<const XmlNode*, Direction>> edges_;
    std::unordered_map<std::string_view, NodeId> nodes_; // by their ids in the file
};

bool recognizes(std::string_view text) {
    return text.substr(0, 4096).find("<graphml") != std::string_view::npos;
}

void read(std::string_view text, std::string_view, const ImportOptions& options, GraphBuilder& builder) {
    Reader(text, options, builder).read();
}

} // namespace

Importer graphml_importer() {
    return {"graphml", "GraphML of zhitu, NetworkX, igraph, Gephi, yEd or Neo4j", {".graphml"}, recognizes, read};
}

} // namespace zhitu
