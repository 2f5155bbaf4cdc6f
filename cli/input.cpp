#include "input.hpp"

#include "counts.hpp"

#include <zhitu/importers/text/frame_rules.hpp>
#include <zhitu/packs/join.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>

namespace zhitu::cli {

void add_input(CLI::App& app, Input& input) {
    app.add_option("GRAPH", input.path, "A graph file or a paper; `-` is standard input")->required();
    add_input_format(app, input.format);
    add_packs(app, input.packs);
}

void add_input_format(CLI::App& app, std::string& format) {
    std::string known;
    for (const Importer& importer : importers()) known += fmt::format("{}{}", known.empty() ? "" : ", ", importer.name);
    app.add_option("--input-format", format,
                   fmt::format("Format of what is read: {}; without it the extension and the content tell", known))
        ->type_name("FORMAT")
        ->group("Common options");
}

void add_jobs(CLI::App& app, std::size_t& jobs) {
    app.add_option("--jobs", jobs,
                   "How many files are read at a time; without it as many as there are processors. What comes out is "
                   "the same")
        ->type_name("N")
        ->check(at_least_one);
}

ImportOptions telling_options(std::size_t files, Progress& progress, Status& status) {
    ImportOptions options;
    options.progress = [&](std::size_t done, const std::filesystem::path& next) { progress.show(done, next.string()); };
    options.warning = [&](std::string_view line) {
        progress.clear();
        tell_warning(line);
    };
    if (files == 1) return options; // nothing is left without it: its error ends the run
    options.bad_file = [&](const Error& error) {
        progress.clear();
        tell_error(error.what());
        status = status_of(error.code());
    };
    return options;
}

void add_packs(CLI::App& app, std::vector<std::string>& folders) {
    app.add_option("--pack", folders, "Read papers with the pack in this folder too; may be given several times")
        ->type_name("DIR")
        ->expected(1)
        ->take_all()
        ->group("Common options");
}

std::shared_ptr<const Pack> packs_in(const std::vector<std::string>& folders) {
    const std::vector<std::filesystem::path> paths(folders.begin(), folders.end());
    auto pack = join_packs(paths);
    if (!folders.empty()) (void)text::parse_frames(*pack); // a mistake in a rule is told before the work
    return pack;
}

ImportOptions import_options(const Input& input) {
    ImportOptions options;
    options.format = input.format;
    options.warning = tell_warning;
    options.pack = packs_in(input.packs);
    return options;
}

Graph load(const Input& input) {
    return import_file(input.path, import_options(input));
}

} // namespace zhitu::cli
