#include <zhitu/exporters/exporter.hpp>

#include <zhitu/base/compression.hpp>
#include <zhitu/base/error.hpp>
#include <zhitu/base/file.hpp>
#include <zhitu/exporters/csv.hpp>
#include <zhitu/exporters/dot.hpp>
#include <zhitu/exporters/edge_list.hpp>
#include <zhitu/exporters/graphml.hpp>
#include <zhitu/exporters/json.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <sstream>

namespace zhitu {

const Exporter& find_exporter(const ExportOptions& options, const std::filesystem::path& path) {
    const auto all = exporters();
    const std::string extension = without_compression(path).extension().string();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Exporter& exporter) {
        if (!options.format.empty()) return exporter.name == options.format;
        return std::find(exporter.extensions.begin(), exporter.extensions.end(), extension) !=
               exporter.extensions.end();
    });
    if (found == all.end()) {
        std::string known;
        for (const Exporter& exporter : all) known += fmt::format("{}{}", known.empty() ? "" : ", ", exporter.name);
        throw Error(ErrorCode::usage,
                    options.format.empty() ? "the format cannot be told from the file's name"
                                           : fmt::format("unknown format '{}'", options.format),
                    fmt::format("use --format with one of: {}", known), {path.string()});
    }
    const auto& dialects = found->dialects;
    if (!options.dialect.empty() && std::find(dialects.begin(), dialects.end(), options.dialect) == dialects.end())
        throw Error(ErrorCode::usage, fmt::format("{} has no dialect '{}'", found->name, options.dialect),
                    dialects.empty() ? "leave --dialect out"
                                     : fmt::format("use one of: {}", fmt::join(dialects, ", ")));
    return *found;
}

std::span<const Exporter> exporters() {
    static const std::vector<Exporter> table{
        graphml_exporter(), dot_exporter(), json_exporter(), csv_exporter(), edge_list_exporter(),
    };
    return table;
}

void export_file(const Subgraph& part, const std::filesystem::path& path, const ExportOptions& options) {
    const Exporter& exporter = find_exporter(options, path);
    std::vector<ExportedFile> files = exporter.files;
    if (files.empty() || path == "-") files = {{"", exporter.write}};
    std::vector<std::unique_ptr<AtomicFile>> written;
    for (const ExportedFile& file : files) {
        const auto target = file.name.empty() ? path : name_of_part(path, file.name);
        file.write(part, written.emplace_back(std::make_unique<AtomicFile>(target))->stream(), options);
    }
    for (const auto& file : written) file->commit();
}

void export_file(const Graph& graph, const std::filesystem::path& path, const ExportOptions& options) {
    export_file(Subgraph(graph), path, options);
}

void export_stream(const Subgraph& part, std::ostream& out, const ExportOptions& options) {
    find_exporter(options, {}).write(part, out, options);
}

std::string export_text(const Subgraph& part, const ExportOptions& options) {
    std::ostringstream out;
    export_stream(part, out, options);
    return std::move(out).str();
}

} // namespace zhitu
