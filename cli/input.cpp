#include "input.hpp"

#include "status.hpp"

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

Graph load(const Input& input) {
    ImportOptions options;
    options.format = input.format;
    options.warning = tell_warning;
    return import_file(input.path, options);
}

} // namespace zhitu::cli
