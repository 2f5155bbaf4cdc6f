// Files out: a graph or an answer becomes a file of any known format.
#pragma once

#include <zhitu/graph/subgraph.hpp>

#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

struct ExportOptions {
    std::string format;                    // by extension where empty
    std::string dialect;                   // of the format; its default where empty
    Language language = Language::zh;      // of type and edge names that people see
    std::string font = "Noto Sans CJK SC"; // of pictures
    bool cluster = false;                  // DOT: a box around the nodes of a type
    std::string edges_key = "edges";       // JSON: the name of the array of edges ("links" for older NetworkX and D3)
};

using Write = void (*)(const Subgraph& part, std::ostream& out, const ExportOptions& options);

/// One of several files that a graph becomes: of NAME.csv and `nodes`, NAME.nodes.csv.
struct ExportedFile {
    std::string_view name;
    Write write;
};

/// A writer of one format.
struct Exporter {
    std::string_view name;                    // "graphml"
    std::string_view description;             // one line for --help
    std::vector<std::string_view> extensions; // with the dot
    std::vector<std::string_view> dialects;   // the default first; empty where there is one only
    Write write;                              // the whole, to a stream
    std::vector<ExportedFile> files = {};     // where a graph becomes several files, these
};

/// All formats; a new one is one file and one line in the table.
[[nodiscard]] std::span<const Exporter> exporters();

/// The exporter that `options` and, where they name no format, `path` call for. Throws Error (usage) for an unknown
/// format or dialect.
[[nodiscard]] const Exporter& find_exporter(const ExportOptions& options, const std::filesystem::path& path);

/// Writes a graph or a part of it; its file, or files, appear only when all is complete. Throws Error (usage for an
/// unknown format or dialect, output where the file cannot be written).
void export_file(const Subgraph& part, const std::filesystem::path& path, const ExportOptions& options = {});
void export_file(const Graph& graph, const std::filesystem::path& path, const ExportOptions& options = {});
/// The same to a stream; `options.format` must be given.
void export_stream(const Subgraph& part, std::ostream& out, const ExportOptions& options);
/// The same as text, for tests and embedding.
[[nodiscard]] std::string export_text(const Subgraph& part, const ExportOptions& options);

} // namespace zhitu
#pragma GCC visibility pop
