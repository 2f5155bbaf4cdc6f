#include <zhitu/exporters/json.hpp>

#include <zhitu/exporters/detail/columns.hpp>
#include <zhitu/exporters/detail/json_text.hpp>
#include <zhitu/exporters/detail/text_writer.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace zhitu {
namespace {

constexpr std::array<std::string_view, 7> node_keys{"aliases", "evidence", "id", "labels", "name", "props", "type"};
constexpr std::array<std::string_view, 6> edge_keys{"evidence", "key", "props", "source", "target", "type"};

// Appends the members of one JSON object.
class Object {
  public:
    explicit Object(std::string& out)
        : out_(out) {
        out_ += '{';
    }

    void string(std::string_view key, std::string_view value) {
        this->key(key);
        detail::append_json_string(out_, value);
    }
    void value(std::string_view key, const Value& value) {
        this->key(key);
        detail::append_json_value(out_, value);
    }
    void strings(std::string_view key, const std::vector<std::string_view>& values) {
        value(key, List(values.begin(), values.end()));
    }
    void evidence(const std::vector<EvidenceView>& entries) {
        if (entries.empty()) return;
        key("evidence");
        detail::append_json_evidence(out_, entries);
    }
    void documents(std::span<const DocumentInfo> all) {
        key("documents");
        detail::append_json_documents(out_, all);
    }
    /// An object inside this one, which must be closed first.
    Object object(std::string_view key) {
        this->key(key);
        return Object(out_);
    }
    void close() { out_ += '}'; }

  private:
    void key(std::string_view name) {
        if (!first_) out_ += ',';
        first_ = false;
        detail::append_json_string(out_, name);
        out_ += ':';
    }

    std::string& out_;
    bool first_ = true;
};

// Writes the properties of a row; those of reserved names go into `props`.
void add_properties(Object& object, std::span<const Column> columns, std::uint32_t row,
                    std::span<const std::string_view> reserved) {
    std::vector<std::pair<std::string_view, const Value*>> apart;
    for (const Column& column : columns) {
        const Value* value = column.find(row);
        if (value == nullptr || !detail::is_writable(*value) || column.name() == "aliases") continue;
        if (std::find(reserved.begin(), reserved.end(), column.name()) == reserved.end())
            object.value(column.name(), *value);
        else
            apart.emplace_back(column.name(), value);
    }
    if (apart.empty()) return;
    Object props = object.object("props");
    for (const auto& [name, value] : apart) props.value(name, *value);
    props.close();
}

void append_node(std::string& out, const Graph& graph, NodeId node) {
    Object object(out);
    object.string("id", graph.id(node));
    object.string("type", graph.type(node));
    object.string("name", graph.name(node));
    if (const auto labels = detail::sorted_labels(graph, node); labels.size() > 1) object.strings("labels", labels);
    if (const auto aliases = graph.aliases(node); !aliases.empty()) object.strings("aliases", aliases);
    add_properties(object, graph.node_columns(), node.value(), node_keys);
    object.evidence(graph.evidence(node));
    object.close();
}

void append_edge(std::string& out, const Graph& graph, EdgeId edge) {
    Object object(out);
    object.string("key", fmt::format("e{}", edge.value()));
    object.string("source", graph.id(graph.source(edge)));
    object.string("target", graph.id(graph.target(edge)));
    object.string("type", graph.type(edge));
    add_properties(object, graph.edge_columns(), edge.value(), edge_keys);
    object.evidence(graph.evidence(edge));
    object.close();
}

void append_graph(std::string& out, const Graph& graph) {
    Object object(out);
    if (!graph.title().empty()) object.string("title", graph.title());
    if (!graph.documents().empty()) object.documents(graph.documents());
    object.close();
}

// An array with one element a line.
template <class Ids>
void write_array(detail::TextWriter& out, const Graph& graph, const Ids& ids,
                 void (*append)(std::string&, const Graph&, typename Ids::value_type)) {
    out.text() += '[';
    for (std::size_t i = 0; i < ids.size(); ++i) {
        out.text() += i == 0 ? "\n" : ",\n";
        append(out.text(), graph, ids[i]);
        out.pass_on();
    }
    out.text() += ids.empty() ? "]" : "\n]";
}

void write(const Subgraph& part, std::ostream& stream, const ExportOptions& options) {
    detail::TextWriter out(stream);
    out.text() += "{\"directed\":true,\"multigraph\":true,\"graph\":";
    append_graph(out.text(), part.graph());
    out.text() += ",\n\"nodes\":";
    write_array(out, part.graph(), part.nodes(), append_node);
    out.text() += ",\n";
    detail::append_json_string(out.text(), options.edges_key);
    out.text() += ':';
    write_array(out, part.graph(), part.edges(), append_edge);
    out.text() += "}\n";
    out.flush();
}

} // namespace

Exporter json_exporter() {
    return {"json", "node-link JSON for NetworkX, D3 and scripts; lossless", {".json"}, {}, write};
}

} // namespace zhitu
