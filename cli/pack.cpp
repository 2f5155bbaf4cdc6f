// zhitu pack: work on the data that the reader of papers knows.
#include "answer.hpp"

#include <zhitu/packs/check.hpp>
#include <zhitu/packs/messages.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <ostream>

namespace zhitu::cli {
namespace {

struct Options {
    std::string action;
    std::string folder;
    Output output;
};

Table findings_table(const std::vector<PackFinding>& findings) {
    Table table;
    table.columns = {{"file", Heading::property, Align::left},
                     {"line", Heading::property, Align::right},
                     {"column", Heading::message, Align::right},
                     {"problem", Heading::message, Align::left}};
    for (const PackFinding& finding : findings)
        table.rows.push_back({finding.place.file, static_cast<std::int64_t>(finding.place.line),
                              static_cast<std::int64_t>(finding.place.column), finding.problem});
    return table;
}

void write_findings(const std::vector<PackFinding>& findings, const Screen& screen, std::ostream& out) {
    if (findings.empty()) out << message("pack.none", screen.language) << '\n';
    for (const PackFinding& finding : findings) out << fmt::format("{}: {}\n", finding.place.text(), finding.problem);
}

Status run(const Options& options, const Context& context) {
    const auto findings = check_pack(options.folder);
    Answer answer;
    answer.table = [&](Language) { return findings_table(findings); };
    answer.text = [&](std::ostream& out, const Screen& screen) { write_findings(findings, screen, out); };
    give(answer, options.output, context);
    return findings.empty() ? Status::done : Status::negative;
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("ACTION", options->action, "What to do: check")->required()->check(CLI::IsMember({"check"}));
    app.add_option("DIR", options->folder, "The folder of the pack")->required();
    add_output(app, options->output, Forms::tables);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command pack_command() {
    return {"pack",
            "check a pack of terms and rules",
            "`check` tells everything in a pack's folder that would be refused or looks like a slip, a line each with "
            "file and line. The status is 1 where there is any.",
            {{"pack check packs/zh", "what is wrong in the pack for Chinese"}},
            setup};
}

} // namespace zhitu::cli
