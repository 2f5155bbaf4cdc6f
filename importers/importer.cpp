#include <zhitu/importers/importer.hpp>

#include <zhitu/base/encoding.hpp>
#include <zhitu/base/error.hpp>
#include <zhitu/base/file.hpp>
#include <zhitu/importers/graphml.hpp>
#include <zhitu/importers/json.hpp>
#include <zhitu/importers/text/paper.hpp>
#include <zhitu/packs/policy.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

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

/// The bytes of files; those of standard input, which can be read only once, are kept.
class Source {
  public:
    explicit Source(const Limits& limits)
        : limits_(limits) {}

    [[nodiscard]] std::string read(const std::filesystem::path& path) {
        if (path != "-") return read_file(path, limits_);
        if (!standard_input_) standard_input_ = read_file(path, limits_);
        return *standard_input_;
    }

  private:
    const Limits& limits_;
    std::optional<std::string> standard_input_;
};

/// Reads all files into `builder` and returns those that could be used. Without `options.bad_file` the error of the
/// first that cannot is thrown.
std::vector<std::filesystem::path> read_all(std::span<const std::filesystem::path> paths, Source& source,
                                            const ImportOptions& options, GraphBuilder& builder) {
    std::vector<std::filesystem::path> good;
    for (std::size_t done = 0; done < paths.size(); ++done) {
        if (options.progress) options.progress(done, paths[done]);
        try {
            read_into(source.read(paths[done]), paths[done], options, builder);
            good.push_back(paths[done]);
        } catch (const Error& error) {
            if (!options.bad_file) throw;
            options.bad_file(error);
        }
    }
    return good;
}

Graph finish(GraphBuilder& builder, const ImportOptions& options) {
    std::vector<std::string> warnings;
    FreezeOptions freeze = options.freeze;
    if (freeze.warnings == nullptr) freeze.warnings = &warnings;
    Graph graph = builder.freeze(freeze);
    if (options.warning)
        for (const std::string& warning : *freeze.warnings) options.warning(warning);
    return graph;
}

bool always(std::string_view) { return true; }

} // namespace

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
    Source source(options.limits);
    GraphBuilder builder(policy_schema());
    const auto good = read_all(paths, source, options, builder);
    if (good.size() == paths.size()) return finish(builder, options);
    // Again without the bad files: what one added before it broke must not stay.
    ImportOptions again = options;
    again.warning = nullptr;
    again.bad_file = nullptr;
    GraphBuilder clean(policy_schema());
    (void)read_all(good, source, again, clean);
    return finish(clean, options);
}

Graph import_file(const std::filesystem::path& path, const ImportOptions& options) {
    return import_files(std::span(&path, 1), options);
}

Graph import_text(std::string_view text, const ImportOptions& options, std::string_view name) {
    GraphBuilder builder(policy_schema());
    read_into(text, std::filesystem::path(name), options, builder);
    return finish(builder, options);
}

} // namespace zhitu
