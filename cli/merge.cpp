// zhitu merge: graphs and papers in, one graph out, in which one thing is one node.
#include "answer.hpp"
#include "input.hpp"

#include <zhitu/exporters/exporter.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace zhitu::cli {
namespace {

struct Options {
    std::vector<std::string> files;
    std::string input_format;
    std::string path = "-";
    std::string format;
    std::size_t jobs = 0;
};

Status run(const Options& options, const Context& context) {
    ExportOptions form;
    form.format = options.format.empty() && options.path == "-" ? "json" : options.format;
    form.language = context.files;
    (void)find_exporter(form, options.path); // a wrong format is told before the work, not after
    Status status = Status::done;
    Progress progress(options.files.size());
    ImportOptions reading = telling_options(options.files.size(), progress, status);
    reading.format = options.input_format;
    reading.jobs = options.jobs;
    const Graph graph =
        import_files(std::vector<std::filesystem::path>(options.files.begin(), options.files.end()), reading);
    progress.clear();
    export_file(graph, options.path, form);
    return status;
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("GRAPH", options->files, "Graph files and papers; `-` is standard input")->required();
    add_output_file(app, options->path);
    app.add_option("--format", options->format,
                   "Format of the graph; without it the extension of -o tells, on standard output it is json")
        ->type_name("FORMAT");
    add_jobs(app, options->jobs);
    add_input_format(app, options->input_format);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command merge_command() {
    return {
        "merge",
        "several graphs become one, in which one thing is one node",
        "Joins graphs as `import` joins papers. Things of one type and name are one node, and so are a thing and the "
        "only thing that has its name as an alias in another graph. What belongs to a document (cases, challenges, "
        "references …) stays its own; documents of one title that say different things get ids of their own. Any "
        "order of the graphs gives the same bytes. Of many files the good ones are merged, each bad one gets its line, "
        "and the status is 3.",
        {{"merge 2023.json 2024.json -o all.json", "two years, one graph"},
         {"merge all.json new-paper.txt -o all2.json", "a paper joins a graph"}},
        setup};
}

} // namespace zhitu::cli
