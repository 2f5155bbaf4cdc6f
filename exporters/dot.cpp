#include <zhitu/exporters/dot.hpp>

#include <zhitu/exporters/detail/columns.hpp>
#include <zhitu/exporters/detail/dot_text.hpp>
#include <zhitu/exporters/detail/label.hpp>
#include <zhitu/exporters/detail/text_writer.hpp>

#include <fmt/format.h>

#include <charconv>

namespace zhitu {
namespace {

constexpr std::size_t most_nodes_for_dot = 500;

const Schema& schema_of(const Graph& graph) {
    static const Schema none;
    return graph.schema() != nullptr ? *graph.schema() : none;
}

// Black on light colours, white on dark ones (relative luminance without gamma, which is near enough for two colours).
std::string_view text_color(std::string_view fill) {
    unsigned rgb = 0;
    if (fill.size() == 7) std::from_chars(fill.data() + 1, fill.data() + fill.size(), rgb, 16);
    const unsigned luminance = 299 * (rgb >> 16) + 587 * ((rgb >> 8) & 0xFF) + 114 * (rgb & 0xFF);
    return luminance > 128'000 ? "#000000" : "#ffffff";
}

std::string edge_color(const Graph& graph, EdgeId edge) {
    const EdgeType* type = schema_of(graph).edge_type(graph.type(edge));
    return type != nullptr ? type->color : EdgeType{}.color;
}

// The attributes in brackets behind a node, an edge or a default.
class Attributes {
  public:
    explicit Attributes(std::string& out, detail::Entities entities = detail::Entities::decoded)
        : out_(out)
        , entities_(entities) {}

    Attributes& add(std::string_view name, std::string_view value) {
        if (value.empty()) return *this;
        out_ += first_ ? " [" : ", ";
        first_ = false;
        out_ += name;
        out_ += '=';
        detail::append_dot_string(out_, value, entities_);
        return *this;
    }
    void close() { out_ += first_ ? ";\n" : "];\n"; }

  private:
    std::string& out_;
    detail::Entities entities_;
    bool first_ = true;
};

void append_edge_ends(std::string& out, const Graph& graph, EdgeId edge) {
    detail::append_dot_id(out, graph.id(graph.source(edge)));
    out += " -> ";
    detail::append_dot_id(out, graph.id(graph.target(edge)));
}

void begin(const Subgraph& part, std::string& text) {
    text += "digraph ";
    detail::append_dot_id(text, part.graph().title().empty() ? "zhitu" : part.graph().title());
    text += " {\n";
}

/// The file for Graphviz.
class Picture {
  public:
    Picture(const Subgraph& part, std::ostream& out, const ExportOptions& options)
        : part_(part)
        , graph_(part.graph())
        , out_(out)
        , text_(out_.text())
        , options_(options)
        , big_(part.nodes().size() > most_nodes_for_dot) {}

    void write() {
        begin(part_, text_);
        write_defaults();
        if (options_.cluster)
            write_clusters();
        else
            for (const NodeId node : part_.nodes()) write_node(node);
        for (const EdgeId edge : part_.edges()) write_edge(edge);
        text_ += "}\n";
        out_.flush();
    }

  private:
    void write_defaults() {
        text_ += "  graph";
        Attributes graph(text_);
        graph.add("fontname", options_.font);
        if (big_)
            graph.add("layout", "sfdp")
                .add("overlap", "prism")
                .add("splines", "false")
                .add("outputorder", "edgesfirst");
        else
            graph.add("rankdir", "LR");
        graph.close();
        text_ += "  node";
        Attributes(text_).add("fontname", options_.font).add("style", "filled").add("color", "#444444").close();
        text_ += "  edge";
        Attributes(text_).add("fontname", options_.font).add("fontsize", "10").close();
        if (big_) text_ += "  // more than 500 nodes: no edge labels; a view or a neighbourhood reads better\n";
    }

    void write_clusters() {
        for (const TypeId type : graph_.node_types()) write_cluster(type);
    }

    void write_cluster(TypeId type) {
        const std::string_view name = graph_.type_name(type);
        std::string head = "  subgraph ";
        detail::append_dot_id(head, fmt::format("cluster_{}", name));
        head += " {\n    label=";
        detail::append_dot_string(head, schema_of(graph_).node_label(name, options_.language));
        head += ";\n";
        bool any = false;
        for (const NodeId node : graph_.nodes(type)) {
            if (graph_.type_id(node) != type || !part_.contains(node)) continue;
            if (!any) text_ += head;
            any = true;
            write_node(node);
        }
        if (any) text_ += "  }\n";
    }

    void write_node(NodeId node) {
        const Style& style = schema_of(graph_).style(graph_.type(node));
        text_ += "  ";
        detail::append_dot_id(text_, graph_.id(node));
        Attributes(text_)
            .add("label", detail::wrapped_label(graph_.name(node)))
            .add("id", graph_.id(node))
            .add("tooltip", detail::joined_quotes(graph_.evidence(node)))
            .add("shape", style.shape)
            .add("fillcolor", style.color)
            .add("fontcolor", text_color(style.color))
            .close();
        out_.pass_on();
    }

    void write_edge(EdgeId edge) {
        text_ += "  ";
        append_edge_ends(text_, graph_, edge);
        const std::string_view label = schema_of(graph_).edge_label(graph_.type(edge), options_.language);
        const std::string quotes = detail::joined_quotes(graph_.evidence(edge));
        Attributes attributes(text_);
        attributes.add("label", big_ ? "" : label).add("id", fmt::format("e{}", edge.value())).add("tooltip", quotes);
        if (!big_) attributes.add("labeltooltip", quotes);
        if (detail::is_symmetric(graph_, edge)) attributes.add("dir", "none");
        attributes.add("color", edge_color(graph_, edge)).close();
        out_.pass_on();
    }

    const Subgraph& part_;
    const Graph& graph_;
    detail::TextWriter out_;
    std::string& text_; // of `out_`
    const ExportOptions& options_;
    bool big_;
};

void append_plain_node(std::string& out, const Graph& graph, NodeId node) {
    out += "  ";
    detail::append_dot_id(out, graph.id(node));
    Attributes(out, detail::Entities::kept)
        .add("label", detail::short_label(graph.name(node)))
        .add("type", graph.type(node))
        .add("color", schema_of(graph).style(graph.type(node)).color)
        .add("quote", detail::joined_quotes(graph.evidence(node)))
        .close();
}

void append_plain_edge(std::string& out, const Graph& graph, EdgeId edge, Language language) {
    out += "  ";
    append_edge_ends(out, graph, edge);
    Attributes(out, detail::Entities::kept)
        .add("label", schema_of(graph).edge_label(graph.type(edge), language))
        .add("type", graph.type(edge))
        .add("weight", fmt::format("{}", detail::edge_weight(graph, edge)))
        .add("quote", detail::joined_quotes(graph.evidence(edge)))
        .close();
}

// What Gephi reads whole: no defaults, no clusters, no ports; names of attributes are those of its columns.
void write_plain(const Subgraph& part, std::ostream& stream, const ExportOptions& options) {
    detail::TextWriter out(stream);
    begin(part, out.text());
    for (const NodeId node : part.nodes()) {
        append_plain_node(out.text(), part.graph(), node);
        out.pass_on();
    }
    for (const EdgeId edge : part.edges()) {
        append_plain_edge(out.text(), part.graph(), edge, options.language);
        out.pass_on();
    }
    out.text() += "}\n";
    out.flush();
}

void write(const Subgraph& part, std::ostream& out, const ExportOptions& options) {
    if (options.dialect == "plain")
        write_plain(part, out, options);
    else
        Picture(part, out, options).write();
}

} // namespace

Exporter dot_exporter() {
    return {"dot", "DOT for Graphviz: a picture", {".dot", ".gv"}, {"default", "plain"}, write};
}

} // namespace zhitu
