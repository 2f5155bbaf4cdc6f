// zhitu paths: how two things hang together.
#include "answer.hpp"
#include "counts.hpp"
#include "input.hpp"
#include "path_text.hpp"
#include "types.hpp"
#include "walk_options.hpp"

#include <zhitu/graph/lookup.hpp>
#include <zhitu/packs/messages.hpp>
#include <zhitu/queries/paths.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <ostream>

namespace zhitu::cli {
namespace {

constexpr std::size_t length_of_all = 4; // of --all without --max-length: more are too many to read

struct Options {
    Input input;
    Output output;
    std::string from;
    std::string to;
    std::size_t k = 3;
    std::size_t max_length = 0;
    bool all = false;
    PathOptions paths;
};

PathList find(const Graph& graph, const Options& options) {
    PathOptions chosen = options.paths;
    chosen.edge_types = edge_types_named(graph, chosen.edge_types);
    chosen.node_types = node_types_named(graph, chosen.node_types);
    if (options.max_length > 0) chosen.max_length = options.max_length;
    const NodeId from = find_node(graph, options.from);
    const NodeId to = find_node(graph, options.to);
    if (!options.all) return {k_shortest_paths(graph, from, to, options.k, chosen), Ending::complete};
    if (options.max_length == 0) chosen.max_length = length_of_all;
    return all_simple_paths(graph, from, to, chosen);
}

void write_paths(const Graph& graph, const std::vector<Path>& paths, const Screen& screen, std::ostream& out) {
    if (paths.empty()) out << message("paths.none", screen.language) << '\n';
    std::size_t rank = 0;
    for (const Path& path : paths) {
        out << fmt::format("{:>2}  {}  ", ++rank, path.length);
        out << path_in_words(graph, path, words_in(screen.language)) << '\n';
        write_quotes(quotes_of(graph, path.steps), screen, 7, out);
    }
}

Table paths_table(const Graph& graph, const std::vector<Path>& paths, Language language) {
    Table table;
    table.columns = {{"rank", Heading::message, Align::right},
                     {"length", Heading::message, Align::right},
                     {"path", Heading::message, Align::left},
                     {"quote", Heading::property, Align::left}};
    for (const Path& path : paths)
        table.rows.push_back({static_cast<std::int64_t>(table.rows.size() + 1), path.length,
                              path_in_words(graph, path, words_in(language)),
                              quotes_value(quotes_of(graph, path.steps))});
    return table;
}

void check_ending(const PathList& found) {
    if (found.ending == Ending::complete) return;
    throw Error(ErrorCode::limit, fmt::format("only {} paths are shown, there are more", found.paths.size()),
                "lower --max-length or name types");
}

Status run(const Options& options, const Context& context) {
    const Graph graph = load(options.input);
    const PathList found = find(graph, options);
    Answer answer;
    answer.schema = graph.schema();
    answer.text = [&](std::ostream& out, const Screen& screen) { write_paths(graph, found.paths, screen, out); };
    answer.table = [&](Language language) { return paths_table(graph, found.paths, language); };
    answer.part = to_subgraph(graph, found.paths);
    give(answer, options.output, context);
    check_ending(found);
    return Status::done;
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_input(app, options->input);
    app.add_option("A", options->from, "Where the paths start: a name, an alias or an id")->required();
    app.add_option("B", options->to, "Where they end")->required();
    auto* k = app.add_option("--k", options->k, "The K shortest paths")
                  ->type_name("K")
                  ->check(at_least_one)
                  ->capture_default_str();
    app.add_flag("--all", options->all, "All simple paths, of at most 4 steps unless --max-length says otherwise")
        ->excludes(k);
    app.add_option("--max-length", options->max_length, "Steps of a path at most")->type_name("L")->check(at_least_one);
    app.add_option("--weight", options->paths.weight, "A property of edges that is their length; else each counts 1")
        ->type_name("PROPERTY");
    add_walk(app, options->paths.direction, options->paths.edge_types, options->paths.node_types);
    add_output(app, options->output, Forms::tables_and_exports);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command paths_command() {
    return {"paths",
            "how two things hang together, with the quotes",
            "Finds the shortest paths between two things, whichever way the edges point, and shows each in words with "
            "the sentences that it rests on. A path visits nothing twice.\n"
            "Export formats, json among them, write the nodes and edges of the paths. With --all, more paths than the "
            "limit are an error of status 4, after what was found.",
            {{"paths graph.json 'Made in China 2025' 'visual inspection'", "the three shortest"},
             {"paths graph.json A B --all --max-length 3", "all of at most three steps"},
             {"paths graph.json A B --edge-type TARGETS,USES -o paths.dot", "over two types of edges, as a picture"}},
            setup};
}

} // namespace zhitu::cli
