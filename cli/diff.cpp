// zhitu diff: what is new, gone and changed between two graphs.
#include "answer.hpp"
#include "input.hpp"
#include "types.hpp"

#include <zhitu/packs/messages.hpp>
#include <zhitu/queries/diff.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace zhitu::cli {
namespace {

struct Options {
    Input before, after;
    Output output;
    DiffOptions diff;
};

// A type of nodes or of edges, of either graph; what none knows is left to the query, which refuses it.
std::string type_named(const Graph& before, const Graph& after, const std::string& text) {
    for (const Graph* graph : {&before, &after}) {
        if (const auto type = find_node_type(*graph, text)) return *type;
        if (const auto type = find_edge_type(*graph, text)) return *type;
    }
    return text;
}

Status run(const Options& options, const Context& context) {
    const Graph before = load(options.before),
                after = load({options.after.path, options.before.format, options.before.packs});
    DiffOptions chosen;
    for (const std::string& text : options.diff.types) chosen.types.push_back(type_named(before, after, text));
    const GraphDiff diff = diff_graphs(before, after, chosen);
    Answer answer;
    answer.schema = after.schema();
    answer.table = [&](Language language) { return diff_table(before, after, diff, words_in(language)); };
    answer.text = [&](std::ostream& out, const Screen& screen) {
        const Table table = diff_table(before, after, diff, words_in(screen.language));
        if (diff.empty())
            out << message("diff.none", screen.language) << '\n';
        else
            write_text(table, {after.schema(), screen.language}, screen.columns, out);
    };
    give(answer, options.output, context);
    return diff.empty() ? Status::done : Status::negative;
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("A", options->before.path, "The graph before, a graph file or a paper; `-` is standard input")
        ->required();
    app.add_option("B", options->after.path, "The graph after")->required();
    add_input_format(app, options->before.format);
    app.add_option("--type", options->diff.types, "Only nodes and edges of this type; may be given several times")
        ->type_name("TYPE");
    add_output(app, options->output, Forms::tables);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command diff_command() {
    return {
        "diff",
        "what is new, gone and changed between two graphs",
        "Shows nodes and edges that only one graph has, with the quotes of the new ones, and changed properties with "
        "their values before and after. Where a quote stands does not count. The exit status is 1 where the graphs "
        "differ, 0 where they are equal.",
        {{"diff 2023.json 2024.json", "what a year has brought"},
         {"diff old.json new.json --type Policy --type ISSUED --format csv", "policies and who issued them, as CSV"},
         {"diff paper-v1.txt paper-v2.txt", "two versions of a paper"}},
        setup};
}

} // namespace zhitu::cli
