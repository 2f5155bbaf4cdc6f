// zhitu report: a graph on one page.
#include "answer.hpp"
#include "input.hpp"

#include <zhitu/base/file.hpp>
#include <zhitu/queries/report.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace zhitu::cli {
namespace {

struct Options {
    Input input;
    std::string path = "-";
    std::size_t limit = 20;
};

Status run(const Options& options, const Context& context) {
    const Graph graph = load(options.input);
    ReportOptions chosen;
    chosen.words = words_in(context.files);
    chosen.links.limit = options.limit;
    write_file(options.path, report(graph, chosen));
    return Status::done;
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_input(app, options->input);
    app.add_option("--limit", options->limit, "Links that are shown; 0 is all")->type_name("N")->capture_default_str();
    add_output_file(app, options->path);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command report_command() {
    return {"report",
            "policies, cases, links and open ends on one page",
            "Writes a page of Markdown: what the graph holds, the policies by year, the cases, the strongest links "
            "with their quotes, the challenges with the recommendations that answer them, and what hangs loose.",
            {{"report paper.txt -o report.md", "in Chinese"},
             {"report graph.json --lang en --limit 5", "in English, with five links"}},
            setup};
}

} // namespace zhitu::cli
