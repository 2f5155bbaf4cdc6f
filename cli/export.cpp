// zhitu export: a graph in another format.
#include "answer.hpp"
#include "input.hpp"

#include <zhitu/exporters/exporter.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>

namespace zhitu::cli {
namespace {

struct Options {
    Input input;
    std::string path = "-";
    ExportOptions form;
};

Status run(const Options& options, const Context& context) {
    ExportOptions form = options.form;
    form.language = context.files;
    (void)find_exporter(form, options.path); // a wrong format is told before the work, not after
    export_file(load(options.input), options.path, form);
    return Status::done;
}

std::string known_formats() {
    std::string known;
    for (const Exporter& exporter : exporters()) known += fmt::format("\n{}: {}", exporter.name, exporter.description);
    return known;
}

std::string known_dialects() {
    std::string known;
    for (const Exporter& exporter : exporters())
        if (!exporter.dialects.empty())
            known += fmt::format("\n{}: {}", exporter.name, fmt::join(exporter.dialects, ", "));
    return known;
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    ExportOptions& form = options->form;
    add_input(app, options->input);
    add_output_file(app, options->path);
    app.add_option("--format", form.format, "Format; without it the extension of -o tells" + known_formats())
        ->type_name("FORMAT");
    app.add_option("--dialect", form.dialect, "Dialect of the format, the default first" + known_dialects())
        ->type_name("NAME");
    app.add_flag("--cluster", form.cluster, "dot: a box around the nodes of a type");
    app.add_option("--font", form.font, "dot: the font of names")->type_name("NAME")->capture_default_str();
    app.add_option("--edges-key", form.edges_key,
                   "json: the name of the array of edges (`links` for older NetworkX "
                   "and D3)")
        ->type_name("NAME")
        ->capture_default_str();
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command export_command() {
    return {"export",
            "a graph in another format",
            "Writes a graph for other tools. Nothing is lost but what the format cannot hold.",
            {{"export graph.json -o graph.graphml", "for Gephi, yEd, NetworkX, igraph"},
             {"export graph.json -o graph.dot --cluster", "for Graphviz, a box around each type"},
             {"export paper.txt --format json", "a paper as node-link JSON, on standard output"}},
            setup};
}

} // namespace zhitu::cli
