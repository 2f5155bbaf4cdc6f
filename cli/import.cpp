// zhitu import: papers and graphs in, one graph out; and how a paper is read.
#include "answer.hpp"
#include "input.hpp"

#include <zhitu/base/file.hpp>
#include <zhitu/exporters/exporter.hpp>
#include <zhitu/importers/importer.hpp>
#include <zhitu/importers/reader.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>

namespace zhitu::cli {
namespace {

struct Options {
    std::vector<std::string> files;
    std::string input_format;
    std::vector<std::string> packs;
    std::string path = "-";
    std::string format;
    std::string stage;
    std::string sentence;
    std::size_t jobs = 0;
    bool unread = false;
    bool text = false;
    bool strict = false;
};

ExportOptions export_options(const Options& options, const Context& context) {
    ExportOptions form;
    form.format = options.format.empty() && options.path == "-" ? "json" : options.format;
    form.language = context.files;
    return form;
}

ImportOptions import_options(const Options& options, Progress& progress, Status& status) {
    ImportOptions chosen = telling_options(options.files.size(), progress, status);
    chosen.format = options.input_format;
    chosen.pack = packs_in(options.packs);
    chosen.freeze.unknown = options.strict ? Strictness::error : Strictness::warn;
    chosen.jobs = options.jobs;
    return chosen;
}

Status import_graph(const Options& options, const Context& context) {
    const ExportOptions form = export_options(options, context);
    (void)find_exporter(form, options.path); // a wrong format is told before the work, not after
    const std::vector<std::filesystem::path> files(options.files.begin(), options.files.end());
    Status status = Status::done;
    Progress progress(files.size());
    const Graph graph = import_files(files, import_options(options, progress, status));
    progress.clear();
    export_file(graph, options.path, form);
    return status;
}

using Print = std::function<void(std::string_view text, std::string_view file, const Pack& pack, std::ostream& out)>;

/// Each file as `print` shows it, one after the other.
Status print_files(const Options& options, const Print& print) {
    const auto pack = packs_in(options.packs);
    AtomicFile out(options.path);
    ImportOptions form;
    form.format = options.input_format;
    for (const std::string& file : options.files)
        print(text_of(read_file(file), file, form), file, *pack, out.stream());
    out.commit();
    return Status::done;
}

void print_text(std::string_view text, std::string_view, const Pack&, std::ostream& out) {
    out << text;
}

const Stage& stage_named(std::string_view name) {
    std::string known;
    for (const Stage& stage : stages()) {
        if (stage.name == name) return stage;
        known += fmt::format("{}{}", known.empty() ? "" : ", ", stage.name);
    }
    throw Error(ErrorCode::usage, fmt::format("there is no stage '{}'", name), "use one of: " + known);
}

Status explain_sentence(const Options& options) {
    const auto pack = packs_in(options.packs);
    AtomicFile out(options.path);
    explain(options.sentence, *pack, out.stream());
    out.commit();
    return Status::done;
}

Status run(const Options& options, const Context& context) {
    if (!options.sentence.empty()) return explain_sentence(options);
    if (options.files.empty()) throw Error(ErrorCode::usage, "no file is named", "see `zhitu import --help`");
    if (!options.stage.empty()) return print_files(options, stage_named(options.stage).print);
    if (options.text) return print_files(options, print_text);
    if (options.unread) return print_files(options, print_unread);
    return import_graph(options, context);
}

std::string known_stages() {
    std::string known;
    for (const Stage& stage : stages()) known += fmt::format("\n{}: {}", stage.name, stage.description);
    return known;
}

void add_ways_of_reading(CLI::App& app, Options& options) {
    auto* stage =
        app.add_option("--stage", options.stage,
                       "Instead of a graph, show what a stage of reading finds, as JSON lines" + known_stages());
    auto* unread =
        app.add_flag("--unread", options.unread,
                     "Instead of a graph, show the sentences that name a policy, a firm or a figure and gave "
                     "no edge");
    auto* explained = app.add_option("--explain", options.sentence,
                                     "Instead of reading files, show how this sentence "
                                     "is read");
    auto* text = app.add_flag("--text", options.text,
                              "Instead of a graph, show the text in which offsets count, in UTF-8: of PDF, DOCX and "
                              "HTML what they are turned into");
    stage->type_name("NAME")->excludes(unread)->excludes(explained)->excludes(text);
    explained->type_name("SENTENCE")->excludes(unread)->excludes(text);
    unread->excludes(text);
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("FILE", options->files, "Papers and graphs; `-` is standard input");
    add_output_file(app, options->path);
    app.add_option("--format", options->format,
                   "Format of the graph; without it the extension of -o tells, on standard "
                   "output it is json")
        ->type_name("FORMAT");
    add_jobs(app, options->jobs);
    app.add_flag("--strict", options->strict,
                 "Types and ends of edges that the schema does not know are errors, not "
                 "warnings");
    add_ways_of_reading(app, *options);
    add_input_format(app, options->input_format);
    add_packs(app, options->packs);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command import_command() {
    return {
        "import",
        "papers and graphs in, one graph out",
        "Reads papers (plain text in UTF-8, UTF-16 or GB18030; PDF through pdftotext, DOCX and HTML through pandoc) "
        "and graph files, joins what is one thing by its name or an alias, and writes one graph in any export format, "
        "the same for any order of the files. Of many files the good ones are imported, each bad one gets its line, "
        "and the status is 3.",
        {{"import paper.txt -o graph.json", "a paper as a graph"},
         {"import papers/*.txt -o all.graphml --jobs 4", "many papers, one graph"},
         {"import paper.pdf -o graph.json", "a paper as PDF, where pdftotext is installed"},
         {"import --stage mentions paper.txt", "what the second stage finds"},
         {"import --unread paper.txt", "what may have been missed"},
         {"import paper.txt --pack my-pack", "with terms and rules of one's own"}},
        setup};
}

} // namespace zhitu::cli
