#include "answer.hpp"

#include "terminal.hpp"

#include <zhitu/base/compression.hpp>
#include <zhitu/base/file.hpp>
#include <zhitu/exporters/exporter.hpp>
#include <zhitu/packs/messages.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <ostream>

namespace zhitu::cli {
namespace {

struct OwnForm {
    std::string_view name;
    std::string_view extension;
};

constexpr std::array<OwnForm, 4> own_forms{{{"table", ".txt"}, {"json", ".json"}, {"csv", ".csv"}, {"md", ".md"}}};

bool is_own(std::string_view format) {
    return std::any_of(own_forms.begin(), own_forms.end(), [&](const OwnForm& form) { return form.name == format; });
}

std::string known_forms(Forms forms) {
    std::string known;
    for (const OwnForm& form : own_forms) known += fmt::format("{}{}", known.empty() ? "" : ", ", form.name);
    if (forms == Forms::tables_and_exports)
        for (const Exporter& exporter : exporters())
            if (!is_own(exporter.name)) known += fmt::format(", {}", exporter.name);
    return known;
}

Forms forms_of(const Answer& answer) {
    return answer.part ? Forms::tables_and_exports : Forms::tables;
}

/// The format that the output's name tells; empty where it tells none.
std::string format_by_extension(const std::filesystem::path& path, Forms forms) {
    const std::string extension = without_compression(path).extension().string();
    for (const OwnForm& form : own_forms)
        if (form.extension == extension) return std::string(form.name);
    if (forms == Forms::tables_and_exports)
        for (const Exporter& exporter : exporters())
            for (const std::string_view own : exporter.extensions)
                if (own == extension) return std::string(exporter.name);
    return {};
}

std::string format_of(const Answer& answer, const Output& output) {
    const Forms forms = forms_of(answer);
    std::string format = output.format;
    if (format.empty()) format = output.path == "-" ? "table" : format_by_extension(output.path, forms);
    if (format.empty())
        throw Error(ErrorCode::usage, "the format cannot be told from the file's name",
                    fmt::format("use --format with one of: {}", known_forms(forms)), {output.path});
    const auto all = exporters();
    const bool exported = std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.name == format; });
    if (!is_own(format) && !(answer.part && exported))
        throw Error(ErrorCode::usage, fmt::format("unknown format '{}'", format),
                    fmt::format("use one of: {}", known_forms(forms)));
    return format;
}

void write_own(const Answer& answer, std::string_view format, std::size_t columns, const Context& context,
               std::ostream& out) {
    const Headings shown{answer.schema, context.screen};
    const Headings filed{answer.schema, context.files};
    if (format == "csv") {
        write_csv(answer.table(context.files), out);
    } else if (format == "md") {
        write_markdown(answer.table(context.files), filed, out);
    } else if (format == "json") {
        const Json json = answer.json ? answer.json() : to_json(answer.table(context.files));
        out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    } else if (answer.text) {
        answer.text(out, {context.screen, columns});
    } else {
        write_text(answer.table(context.screen), shown, columns, out);
    }
}

} // namespace

void add_output_file(CLI::App& app, std::string& path) {
    app.add_option("-o,--output", path, "Write to this file instead of standard output; it appears only when complete")
        ->type_name("FILE");
}

void add_output(CLI::App& app, Output& output, Forms forms) {
    add_output_file(app, output.path);
    app.add_option("--format", output.format,
                   fmt::format("Form of the answer: {}; without it the extension of -o tells, on standard output it is "
                               "table",
                               known_forms(forms)))
        ->type_name("FORMAT");
}

void give(const Answer& answer, const Output& output, const Context& context) {
    const std::string format = format_of(answer, output);
    const bool node_link = format == "json" && answer.part && !answer.json;
    if (is_own(format) && !node_link) {
        const bool screen = output.path == "-";
        AtomicFile file(output.path);
        write_own(answer, format, screen ? output_columns() : unlimited,
                  screen ? context : Context{context.files, context.files}, file.stream());
        file.commit();
        return;
    }
    ExportOptions options;
    options.format = format;
    options.language = context.files;
    export_file(*answer.part, output.path, options);
}

Words words_in(Language language) {
    return {language, [language](std::string_view key) { return std::string(message(key, language)); }};
}

} // namespace zhitu::cli
