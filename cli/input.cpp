#include "input.hpp"

#include "counts.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace zhitu::cli {

void add_input(CLI::App& app, Input& input) {
    app.add_option("GRAPH", input.path, "A graph file or a paper; `-` is standard input")->required();
    add_input_format(app, input.format);
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

Graph load(const Input& input) {
    ImportOptions options;
    options.format = input.format;
    options.warning = tell_warning;
    return import_file(input.path, options);
}

} // namespace zhitu::cli
