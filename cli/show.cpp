// zhitu show: everything that is known of a thing.
#include "answer.hpp"
#include "input.hpp"
#include "path_text.hpp"

#include <zhitu/base/unicode.hpp>
#include <zhitu/graph/lookup.hpp>
#include <zhitu/graph/noted_span.hpp>
#include <zhitu/packs/messages.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <span>
#include <vector>

namespace zhitu::cli {
namespace {

struct Options {
    Input input;
    Output output;
    std::string name;
};

struct Property {
    std::string_view key;
    Value value;
};

template <class Id>
std::vector<Property> properties_of(std::span<const Column> columns, Id id) {
    std::vector<Property> out;
    for (const Column& column : columns)
        if (const Value* value = column.find(id.value()); value != nullptr) out.push_back({column.name(), *value});
    return out;
}

/// Identity and properties of a node, without what is absent.
std::vector<Property> facts_of(const Graph& graph, NodeId node) {
    std::vector<Property> facts{{"name", graph.name(node)}, {"type", graph.type(node)}, {"id", graph.id(node)}};
    if (const auto labels = graph.labels(node); labels.size() > 1)
        facts.push_back({"labels", List(labels.begin(), labels.end())});
    for (Property& property : properties_of(graph.node_columns(), node)) facts.push_back(std::move(property));
    return facts;
}

/// All edges at a node, those that leave it first; a loop once.
std::vector<EdgeId> edges_at(const Graph& graph, NodeId node) {
    const auto out = graph.out_edges(node);
    std::vector<EdgeId> edges(out.begin(), out.end());
    for (const EdgeId edge : graph.in_edges(node))
        if (graph.source(edge) != node) edges.push_back(edge);
    return edges;
}

template <class Id>
std::vector<Quote> all_quotes(const Graph& graph, Id id) {
    std::vector<Quote> quotes;
    for (const EvidenceView& one : graph.evidence(id))
        quotes.push_back({place_in_words(graph, one), std::string(one.quote)});
    return quotes;
}

std::string edge_in_words(const Graph& graph, EdgeId edge, Language language) {
    const Path path{{graph.source(edge), graph.target(edge)}, {{edge, true}}, 1};
    return path_in_words(graph, path, words_in(language));
}

std::string label_of(const Graph& graph, std::string_view property, Language language) {
    return heading_text({std::string(property), Heading::property}, {graph.schema(), language});
}

std::string text_of(const Property& property) {
    return property.key == "confidence" ? readable(property.value) : property.value.text();
}

/// `label value, label value` of an edge's own properties.
std::string properties_in_words(const Graph& graph, EdgeId edge, Language language) {
    std::string out;
    for (const Property& property : properties_of(graph.edge_columns(), edge))
        out +=
            fmt::format("{}{} {}", out.empty() ? "" : ", ", label_of(graph, property.key, language), text_of(property));
    return out;
}

void write_facts(const Graph& graph, NodeId node, const Screen& screen, std::ostream& out) {
    auto facts = facts_of(graph, node);
    std::erase_if(facts,
                  [](const Property& fact) { return fact.key == marks_property || fact.key == announced_property; });
    std::size_t width = 0;
    for (const Property& fact : facts)
        width = std::max(width, display_width(label_of(graph, fact.key, screen.language)));
    for (const Property& fact : facts) {
        const std::string label = label_of(graph, fact.key, screen.language);
        std::string value = text_of(fact);
        if (fact.key == "type" && graph.schema() != nullptr)
            value = fmt::format("{} ({})", graph.schema()->node_label(value, screen.language), value);
        out << label << std::string(width - display_width(label) + 2, ' ') << value << '\n';
    }
}

void write_thing(const Graph& graph, NodeId node, const Screen& screen, std::ostream& out) {
    write_facts(graph, node, screen, out);
    write_quotes(all_quotes(graph, node), screen, 2, out);
    for (const EdgeId edge : edges_at(graph, node)) {
        out << '\n' << edge_in_words(graph, edge, screen.language) << '\n';
        if (const std::string own = properties_in_words(graph, edge, screen.language); !own.empty())
            out << "  " << own << '\n';
        write_quotes(all_quotes(graph, edge), screen, 2, out);
    }
}

/// One row a fact, a quote of the node, and an edge with its quotes.
Table thing_table(const Graph& graph, NodeId node, Language language) {
    Table table;
    table.columns = {{"key", Heading::message, Align::left},
                     {"value", Heading::property, Align::left},
                     {"quote", Heading::property, Align::left}};
    for (const Property& fact : facts_of(graph, node)) table.rows.push_back({fact.key, fact.value.text(), Value()});
    for (const Quote& quote : all_quotes(graph, node)) table.rows.push_back({"evidence", quote.place, quote.text});
    for (const EdgeId edge : edges_at(graph, node))
        table.rows.push_back(
            {graph.type(edge), edge_in_words(graph, edge, language), quotes_value(all_quotes(graph, edge))});
    return table;
}

template <class Id>
Json evidence_json(const Graph& graph, Id id) {
    Json out = Json::array();
    for (const EvidenceView& one : graph.evidence(id))
        out.push_back({{"document", one.document},
                       {"section", one.section},
                       {"start", one.start},
                       {"end", one.end},
                       {"line", one.line},
                       {"quote", one.quote},
                       {"place", place_in_words(graph, one)}});
    return out;
}

Json thing_json(const Graph& graph, NodeId node) {
    Json out = Json::object();
    for (const Property& fact : facts_of(graph, node)) out[std::string(fact.key)] = to_json(fact.value);
    out["evidence"] = evidence_json(graph, node);
    out["edges"] = Json::array();
    for (const EdgeId edge : edges_at(graph, node)) {
        Json one = {{"key", edge_key(edge)},
                    {"source", graph.id(graph.source(edge))},
                    {"target", graph.id(graph.target(edge))},
                    {"type", graph.type(edge)}};
        for (const Property& property : properties_of(graph.edge_columns(), edge))
            one[std::string(property.key)] = to_json(property.value);
        one["evidence"] = evidence_json(graph, edge);
        out["edges"].push_back(std::move(one));
    }
    return out;
}

Status run(const Options& options, const Context& context) {
    const Graph graph = load(options.input);
    const NodeId node = find_node(graph, options.name);
    Answer answer;
    answer.schema = graph.schema();
    answer.text = [&](std::ostream& out, const Screen& screen) { write_thing(graph, node, screen, out); };
    answer.table = [&](Language language) { return thing_table(graph, node, language); };
    answer.json = [&] { return thing_json(graph, node); };
    give(answer, options.output, context);
    return Status::done;
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_input(app, options->input);
    app.add_option("NAME", options->name, "The thing: a name, an alias or an id")->required();
    add_output(app, options->output, Forms::tables);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command show_command() {
    return {
        "show",
        "everything that is known of a thing, with the quotes",
        "Shows the names and properties of a thing, the sentences that introduce it, and each of its edges with the "
        "rule that made it, its confidence and all sentences that it rests on.",
        {{"show graph.json 'Made in China 2025'", "all about a policy"},
         {"show paper.txt case:welding@paper --format json", "a case, by its id, for a program"}},
        setup};
}

} // namespace zhitu::cli
