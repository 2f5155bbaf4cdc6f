// zhitu stats: what a graph holds, in figures.
#include "answer.hpp"
#include "input.hpp"

#include <zhitu/packs/messages.hpp>
#include <zhitu/queries/statistics.hpp>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>
#include <utility>

namespace zhitu::cli {
namespace {

struct Options {
    Input input;
    Output output;
};

double to_hundredths(double value) {
    return std::round(value * 100) / 100;
}

std::vector<std::pair<std::string_view, Value>> figures_of(const Statistics& held) {
    const auto count = [](std::size_t value) { return Value(static_cast<std::int64_t>(value)); };
    return {{"documents", count(held.documents)},
            {"nodes", count(held.nodes)},
            {"edges", count(held.edges)},
            {"nodes_with_evidence", count(held.nodes_with_evidence)},
            {"edges_with_evidence", count(held.edges_with_evidence)},
            {"components", count(held.components)},
            {"largest_component", count(held.largest_component)},
            {"isolated", count(held.isolated)},
            {"min_degree", count(held.min_degree)},
            {"mean_degree", to_hundredths(held.mean_degree)},
            {"max_degree", count(held.max_degree)},
            {"memory", count(held.memory)}};
}

/// Types first, as key and as people call them, then the other figures.
Table stats_table(const Statistics& held, const Schema* schema, Language language) {
    Table table;
    table.columns = {{"figure", Heading::message, Align::left},
                     {"name", Heading::property, Align::left},
                     {"count", Heading::property, Align::right}};
    const auto add = [&](std::string_view key, std::string_view name, Value value) {
        table.rows.push_back({key, name, std::move(value)});
    };
    for (const auto& [type, count] : held.node_types)
        add(type, schema != nullptr ? schema->node_label(type, language) : type, static_cast<std::int64_t>(count));
    for (const auto& [type, count] : held.edge_types)
        add(type, schema != nullptr ? schema->edge_label(type, language) : type, static_cast<std::int64_t>(count));
    for (const auto& [key, value] : figures_of(held))
        add(key, message("statistics." + std::string(key), language), value);
    return table;
}

Json stats_json(const Statistics& held) {
    const auto counts = [](const std::vector<TypeCount>& types) {
        Json out = Json::object();
        for (const TypeCount& type : types) out[type.type] = type.count;
        return out;
    };
    Json out = Json::object();
    for (const auto& [key, value] : figures_of(held)) out[std::string(key)] = to_json(value);
    out["node_types"] = counts(held.node_types);
    out["edge_types"] = counts(held.edge_types);
    return out;
}

Status run(const Options& options, const Context& context) {
    const Graph graph = load(options.input);
    const Statistics held = statistics(graph);
    Answer answer;
    answer.schema = graph.schema();
    answer.table = [&](Language language) { return stats_table(held, graph.schema(), language); };
    answer.json = [&] { return stats_json(held); };
    give(answer, options.output, context);
    return Status::done;
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_input(app, options->input);
    add_output(app, options->output, Forms::tables);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command stats_command() {
    return {"stats",
            "what a graph holds, in figures",
            "Counts nodes and edges by type, and tells how much rests on evidence, how the graph falls into parts, and "
            "what memory it takes.",
            {{"stats graph.json", "the figures as a table"}, {"stats paper.txt --format json", "for a program"}},
            setup};
}

} // namespace zhitu::cli
