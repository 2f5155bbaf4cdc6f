// zhitu list: one row a thing.
#include "answer.hpp"
#include "input.hpp"
#include "types.hpp"

#include <zhitu/packs/messages.hpp>
#include <zhitu/queries/list.hpp>

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace zhitu::cli {
namespace {

struct Options {
    Input input;
    Output output;
    std::string type;
    ListOptions list;
};

Status run(const Options& options, const Context& context) {
    const Graph graph = load(options.input);
    const Table table = list_things(graph, node_type_named(graph, options.type), options.list);
    Answer answer;
    answer.schema = graph.schema();
    answer.table = [&](Language) { return table; };
    answer.text = [&](std::ostream& out, const Screen& screen) {
        if (table.rows.empty())
            out << message("list.none", screen.language) << '\n';
        else
            write_text(table, {graph.schema(), screen.language}, screen.columns, out);
    };
    give(answer, options.output, context);
    return Status::done;
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_input(app, options->input);
    app.add_option("TYPE", options->type, "The type of the things, such as Policy; its Chinese name does too")
        ->required();
    app.add_option(
           "--where", options->list.where,
           "Conditions, joined by `and`: KEY=VALUE, !=, <, <=, >, >=, or ~ for contains. A KEY is a property or "
           "a type of edge, which stands for the names at its other end")
        ->type_name("CONDITIONS");
    add_output(app, options->output, Forms::tables);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command list_command() {
    return {"list",
            "one row a thing: policies with bodies and targets, cases with technologies and outcomes",
            "Lists all things of a type with their properties and what they are joined to, a column for each type of "
            "edge. Columns that no row fills are left out.",
            {{"list graph.json Policy --where 'year>=2020 and level=national'", "national policies since 2020"},
             {"list graph.json Case --format csv -o cases.csv", "all cases, for a spreadsheet"},
             {"list graph.json Policy --where 'TARGETS~robot'", "what a policy targets, as a condition"}},
            setup};
}

} // namespace zhitu::cli
