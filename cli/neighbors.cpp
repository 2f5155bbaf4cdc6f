// zhitu neighbors: what lies around a thing.
#include "answer.hpp"
#include "counts.hpp"
#include "input.hpp"
#include "path_text.hpp"
#include "types.hpp"
#include "walk_options.hpp"

#include <zhitu/graph/lookup.hpp>
#include <zhitu/packs/messages.hpp>
#include <zhitu/queries/neighborhood.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace zhitu::cli {
namespace {

struct Options {
    Input input;
    Output output;
    std::string name;
    NeighborhoodOptions near;
};

/// One row an edge: its ends, its type, and its first quote.
Table edges_table(const Subgraph& part, Language language) {
    Table table;
    table.columns = {{"from", Heading::message, Align::left},
                     {"relation", Heading::message, Align::left},
                     {"to", Heading::message, Align::left},
                     {"place", Heading::message, Align::left},
                     {"quote", Heading::property, Align::left}};
    const Graph& graph = part.graph();
    const Words words = words_in(language);
    for (const EdgeId edge : part.edges()) {
        Value place, quote;
        if (const auto evidence = graph.evidence(edge); !evidence.empty()) {
            place = place_in_words(graph, evidence.front());
            quote = evidence.front().quote;
        }
        table.rows.push_back({name_in_words(graph, graph.source(edge), words),
                              step_in_words(graph, {edge, true}, words),
                              name_in_words(graph, graph.target(edge), words), place, quote});
    }
    return table;
}

void write_neighbors(const Subgraph& part, const Screen& screen, std::ostream& out) {
    if (part.edges().empty())
        out << message("neighbors.none", screen.language) << '\n';
    else
        write_text(edges_table(part, screen.language), {part.graph().schema(), screen.language}, screen.columns, out);
}

Status run(const Options& options, const Context& context) {
    const Graph graph = load(options.input);
    NeighborhoodOptions chosen = options.near;
    chosen.edge_types = edge_types_named(graph, chosen.edge_types);
    chosen.node_types = node_types_named(graph, chosen.node_types);
    const Subgraph part = neighborhood(graph, find_node(graph, options.name), chosen);
    Answer answer;
    answer.schema = graph.schema();
    answer.text = [&](std::ostream& out, const Screen& screen) { write_neighbors(part, screen, out); };
    answer.table = [&](Language language) { return edges_table(part, language); };
    answer.part = part;
    give(answer, options.output, context);
    return Status::done;
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_input(app, options->input);
    app.add_option("NAME", options->name, "The thing: a name, an alias or an id")->required();
    app.add_option("--hops", options->near.hops, "Steps from it at most")->type_name("K")->capture_default_str();
    app.add_option("--limit", options->near.limit, "Nodes at most, nearest first; without it all")
        ->type_name("N")
        ->check(at_least_one);
    add_walk(app, options->near.direction, options->near.edge_types, options->near.node_types);
    add_output(app, options->output, Forms::tables_and_exports);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command neighbors_command() {
    return {"neighbors",
            "what lies around a thing",
            "Shows the edges within some steps of a thing, each with the first sentence that it rests on.\n"
            "Export formats, json among them, write the neighbourhood as a graph.",
            {{"neighbors graph.json 'industrial robot'", "all that is joined to it"},
             {"neighbors graph.json 'industrial robot' --hops 2 --node-type Case,Policy", "cases and policies only"},
             {"neighbors graph.json 'industrial robot' --hops 2 -o robot.dot", "as a picture for Graphviz"}},
            setup};
}

} // namespace zhitu::cli
