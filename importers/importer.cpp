#include <zhitu/importers/importer.hpp>

#include <zhitu/base/compression.hpp>
#include <zhitu/base/encoding.hpp>
#include <zhitu/base/error.hpp>
#include <zhitu/graph/merge.hpp>
#include <zhitu/importers/csv.hpp>
#include <zhitu/importers/detail/graph_input.hpp>
#include <zhitu/importers/detail/read_files.hpp>
#include <zhitu/importers/docx.hpp>
#include <zhitu/importers/edge_list.hpp>
#include <zhitu/importers/graphml.hpp>
#include <zhitu/importers/html.hpp>
#include <zhitu/importers/json.hpp>
#include <zhitu/importers/pdf.hpp>
#include <zhitu/importers/text/paper.hpp>
#include <zhitu/packs/policy.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace zhitu {
namespace {

const Importer* importer_named(const std::filesystem::path& path, const ImportOptions& options) {
    const auto all = importers();
    const auto extension = without_compression(path).extension().string();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Importer& importer) {
        if (!options.format.empty()) return importer.name == options.format;
        return std::find(importer.extensions.begin(), importer.extensions.end(), extension) !=
               importer.extensions.end();
    });
    return found == all.end() ? nullptr : &*found;
}

/// The importer by name or extension, else the first that takes `content`: those of texts where `to_text` is none,
/// those of other files else.
enum class Content { bytes, text };
const Importer* importer_of(std::string_view content, Content kind, const std::filesystem::path& path,
                            const ImportOptions& options) {
    if (const Importer* named = importer_named(path, options)) return named;
    if (!options.format.empty()) return nullptr;
    for (const Importer& importer : importers())
        if ((importer.to_text != nullptr) == (kind == Content::bytes) && importer.recognizes != nullptr &&
            importer.recognizes(content))
            return &importer;
    return nullptr;
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

/// The files that a name stands for: itself, or its parts where only these are there.
std::vector<std::filesystem::path> parts_of(const std::filesystem::path& path, const Importer& importer) {
    std::vector<std::filesystem::path> parts;
    std::error_code failure;
    if (path != "-" && !std::filesystem::exists(path, failure))
        for (const std::string_view part : importer.parts)
            if (auto file = name_of_part(path, part); std::filesystem::exists(file, failure))
                parts.push_back(std::move(file));
    return parts.empty() ? std::vector{path} : parts;
}

/// Nodes before edges, as far as the names tell, so that the order of the files as they were given decides nothing.
void sort_parts(std::vector<std::filesystem::path>& files, const Importer& importer) {
    const auto place = [&](const std::filesystem::path& file) {
        const std::string stem = without_compression(file).stem().string();
        const auto part = std::find_if(importer.parts.begin(), importer.parts.end(),
                                       [&](std::string_view name) { return stem.ends_with(name); });
        return std::pair(part - importer.parts.begin(), file);
    };
    std::sort(files.begin(), files.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

bool always(std::string_view) {
    return true;
}

} // namespace

namespace detail {

void read_into(ByteSource& bytes, const std::filesystem::path& path, const ImportOptions& options,
               GraphBuilder& builder, PendingEnds& ends) {
    constexpr std::size_t head_size = std::size_t{64} << 10;
    const std::string file = path.string();
    try {
        std::string head;
        (void)append_bytes(head, bytes, head_size);
        JoinedSource whole(std::move(head), bytes);
        const Importer* converter = importer_of(whole.head(), Content::bytes, path, options);
        if (converter != nullptr && converter->to_text != nullptr)
            return converter->read(converter->to_text(read_all(whole), file, options.limits), file, options, builder);
        TextSource text(whole, file);
        const Importer& importer = find_importer(text.head(), path, options);
        if (importer.read_graph == nullptr) return importer.read(text.rest(), file, options, builder);
        ends.begin_file(file);
        importer.read_graph({text, options, builder, ends});
    } catch (const Error& error) {
        if (!error.place().file.empty()) throw;
        throw error.at({file, error.place().line, error.place().column});
    }
}

std::vector<std::vector<std::filesystem::path>> graphs_of(std::span<const std::filesystem::path> paths,
                                                          const ImportOptions& options) {
    std::vector<std::vector<std::filesystem::path>> graphs;
    std::vector<std::pair<const Importer*, std::size_t>> of_parts; // where the files of such a format are
    for (const std::filesystem::path& path : paths) {
        const Importer* importer = importer_named(path, options);
        if (importer == nullptr || importer->parts.empty()) {
            graphs.push_back({path});
            continue;
        }
        auto found =
            std::find_if(of_parts.begin(), of_parts.end(), [&](const auto& known) { return known.first == importer; });
        if (found == of_parts.end()) {
            found = of_parts.insert(found, {importer, graphs.size()});
            graphs.emplace_back();
        }
        auto& files = graphs[found->second];
        const auto parts = parts_of(path, *importer);
        files.insert(files.end(), parts.begin(), parts.end());
    }
    for (const auto& [importer, number] : of_parts) sort_parts(graphs[number], *importer);
    return graphs;
}

} // namespace detail

// In order of asking: a paper is what nothing else is.
std::span<const Importer> importers() {
    static const std::vector<Importer> table{
        graphml_importer(),
        json_importer(),
        csv_importer(),
        edge_list_importer(),
        pdf_importer(),
        docx_importer(),
        html_importer(),
        {"paper", "a paper as plain text or Markdown", {".txt", ".md", ".markdown"}, &always, &text::read_paper},
    };
    return table;
}

const Importer& find_importer(std::string_view text, const std::filesystem::path& path, const ImportOptions& options) {
    if (const Importer* found = importer_of(text, Content::text, path, options)) return *found;
    std::string known;
    for (const Importer& importer : importers()) known += fmt::format("{}{}", known.empty() ? "" : ", ", importer.name);
    throw Error(ErrorCode::usage,
                fmt::format("the format{} is unknown", options.format.empty() ? "" : " '" + options.format + "'"),
                fmt::format("use --input-format with one of: {}", known), {path.string()});
}

std::string text_of(std::string_view bytes, const std::filesystem::path& path, const ImportOptions& options) {
    const Importer* converter = importer_of(bytes, Content::bytes, path, options);
    if (converter == nullptr || converter->to_text == nullptr) return decode_text(bytes, path.string()).utf8;
    return converter->to_text(bytes, path.string(), options.limits);
}

Graph import_files(std::span<const std::filesystem::path> paths, const ImportOptions& options) {
    const auto graphs = detail::graphs_of(paths, options);
    if (graphs.size() == 1) {
        if (options.progress) options.progress(0, graphs.front().front());
        GraphBuilder builder(policy_schema());
        detail::read_graph(graphs.front(), options, builder);
        return with_warnings(options, [&](const FreezeOptions& freeze) { return builder.freeze(freeze); });
    }
    GraphMerger merger(policy_schema());
    detail::read_files(graphs, options, merger);
    return with_warnings(options, [&](const FreezeOptions& freeze) { return merger.freeze(freeze, options.bad_file); });
}

Graph import_file(const std::filesystem::path& path, const ImportOptions& options) {
    return import_files({&path, 1}, options);
}

Graph import_text(std::string_view text, const ImportOptions& options, std::string_view name) {
    GraphBuilder builder(policy_schema());
    MemorySource source(text);
    detail::PendingEnds ends;
    detail::read_into(source, std::filesystem::path(name), options, builder, ends);
    ends.require_all();
    return with_warnings(options, [&](const FreezeOptions& freeze) { return builder.freeze(freeze); });
}

} // namespace zhitu
