// zhitu audit: what a document says against its own apparatus.
#include "answer.hpp"
#include "input.hpp"
#include "path_text.hpp"

#include <zhitu/packs/messages.hpp>
#include <zhitu/queries/audit.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>

namespace zhitu::cli {
namespace {

struct Options {
    Input input;
    Output output;
    std::string fail_on; // a severity; empty: findings do not count for the status
};

void write_findings(const Graph& graph, const std::vector<Finding>& findings, const Screen& screen, std::ostream& out) {
    if (findings.empty()) out << message("audit.none", screen.language) << '\n';
    const Words words = words_in(screen.language);
    for (const Finding& finding : findings) {
        const auto severity = message(fmt::format("severity.{}", name_of(finding.severity)), screen.language);
        out << fmt::format("{}  {}  ({})\n", severity, finding_in_words(graph, finding, words), finding.code);
        write_quotes({{place_in_words(graph, view_of(finding.place)), finding.place.quote}}, screen, 2, out);
    }
}

Status status_of(const std::vector<Finding>& findings, const std::string& fail_on) {
    const auto least = severity_named(fail_on);
    const bool fails = least && std::any_of(findings.begin(), findings.end(),
                                            [&](const Finding& finding) { return finding.severity >= *least; });
    return fails ? Status::negative : Status::done;
}

Status run(const Options& options, const Context& context) {
    const Graph graph = load(options.input);
    const auto findings = audit(graph);
    Answer answer;
    answer.schema = graph.schema();
    answer.text = [&](std::ostream& out, const Screen& screen) { write_findings(graph, findings, screen, out); };
    answer.table = [&](Language language) { return to_table(graph, findings, words_in(language)); };
    give(answer, options.output, context);
    return status_of(findings, options.fail_on);
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_input(app, options->input);
    app.add_option("--fail-on", options->fail_on,
                   "The status is 1 where there is a finding of this severity or a higher one: note, warning or error")
        ->type_name("SEVERITY")
        ->check(CLI::IsMember({"note", "warning", "error"}));
    add_output(app, options->output, Forms::tables);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command audit_command() {
    return {"audit",
            "where a document disagrees with its own references and numbers",
            "Compares what a document says with its own apparatus. Errors: a citation mark behind a title whose entry "
            "is another's while one fits (wrong-entry), a mark without an entry (no-entry). Warnings: an entry that no "
            "mark cites (never-cited), a title that lacks a character or two of its entry's (inexact-title), a year or "
            "a number of bodies that is not the entry's (year, bodies), a list announced as four that names three "
            "(count). Notes: a mark whose entry has another title while none fits (other-title), bodies without a "
            "number where the entry has one (uncounted).\n"
            "Each finding shows the sentence that it rests on.",
            {{"audit paper.txt", "what is to be looked at"},
             {"audit paper.txt --fail-on error", "for a script: 1 where there are errors"},
             {"audit graph.json --format csv -o findings.csv", "of a graph, for a spreadsheet"}},
            setup};
}

} // namespace zhitu::cli
