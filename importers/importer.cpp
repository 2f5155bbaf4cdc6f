#include <zhitu/importers/importer.hpp>

#include <zhitu/base/encoding.hpp>
#include <zhitu/base/error.hpp>
#include <zhitu/base/file.hpp>
#include <zhitu/graph/merge.hpp>
#include <zhitu/importers/detail/read_files.hpp>
#include <zhitu/importers/graphml.hpp>
#include <zhitu/importers/json.hpp>
#include <zhitu/importers/text/paper.hpp>
#include <zhitu/packs/policy.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace zhitu {
namespace {

const Importer& find_importer(std::string_view text, const std::filesystem::path& path, const ImportOptions& options) {
    const auto all = importers();
    const auto by = [&](auto matches) { return std::find_if(all.begin(), all.end(), matches); };
    const auto extension = path.extension().string();
    auto found = all.end();
    if (!options.format.empty()) {
        found = by([&](const Importer& importer) { return importer.name == options.format; });
    } else {
        found = by([&](const Importer& importer) {
            return std::find(importer.extensions.begin(), importer.extensions.end(), extension) !=
                   importer.extensions.end();
        });
        if (found == all.end())
            found = by(
                [&](const Importer& importer) { return importer.recognizes != nullptr && importer.recognizes(text); });
    }
    if (found == all.end()) {
        std::string known;
        for (const Importer& importer : all) known += fmt::format("{}{}", known.empty() ? "" : ", ", importer.name);
        throw Error(ErrorCode::usage,
                    fmt::format("the format{} is unknown", options.format.empty() ? "" : " '" + options.format + "'"),
                    fmt::format("use --input-format with one of: {}", known), {path.string()});
    }
    return *found;
}

/// Gives `freeze` the options for it, and tells the warnings that it makes.
template <class Freeze>
Graph with_warnings(const ImportOptions& options, Freeze freeze) {
    std::vector<std::string> warnings;
    FreezeOptions chosen = options.freeze;
    if (chosen.warnings == nullptr) chosen.warnings = &warnings;
    Graph graph = freeze(chosen);
    if (options.warning)
        for (const std::string& warning : *chosen.warnings) options.warning(warning);
    return graph;
}

bool always(std::string_view) {
    return true;
}

} // namespace

namespace detail {

void read_into(std::string_view bytes, const std::filesystem::path& path, const ImportOptions& options,
               GraphBuilder& builder) {
    const DecodedText text = decode_text(bytes, path.string());
    const Importer& importer = find_importer(text.utf8, path, options);
    try {
        importer.read(text.utf8, path.string(), options, builder);
    } catch (const Error& error) {
        if (!error.place().file.empty()) throw;
        throw error.at({path.string(), error.place().line, error.place().column});
    }
}

} // namespace detail

// In order of asking: a paper is what nothing else is.
std::span<const Importer> importers() {
    static const std::vector<Importer> table{
        graphml_importer(),
        json_importer(),
        {"paper", "a paper as plain text or Markdown", {".txt", ".md", ".markdown"}, &always, &text::read_paper},
    };
    return table;
}

Graph import_files(std::span<const std::filesystem::path> paths, const ImportOptions& options) {
    if (paths.size() == 1) return import_file(paths.front(), options);
    GraphMerger merger(policy_schema());
    detail::read_files(paths, options, merger);
    return with_warnings(options, [&](const FreezeOptions& freeze) { return merger.freeze(freeze, options.bad_file); });
}

Graph import_file(const std::filesystem::path& path, const ImportOptions& options) {
    if (options.progress) options.progress(0, path);
    return import_text(read_file(path, options.limits), options, path.string());
}

Graph import_text(std::string_view text, const ImportOptions& options, std::string_view name) {
    GraphBuilder builder(policy_schema());
    detail::read_into(text, std::filesystem::path(name), options, builder);
    return with_warnings(options, [&](const FreezeOptions& freeze) { return builder.freeze(freeze); });
}

} // namespace zhitu
