// Files in: papers and graphs of every known format become a Graph.
#pragma once

#include <zhitu/base/error.hpp>
#include <zhitu/base/limits.hpp>
#include <zhitu/graph/builder.hpp>
#include <zhitu/graph/graph.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

class Pack;

struct ImportOptions {
    std::string format;   // by extension and content where empty
    FreezeOptions freeze; // what the schema does not know
    Limits limits;
    std::shared_ptr<const Pack> pack;              // what the reader of papers knows; the built-in packs where null
    std::function<void(std::string_view)> warning; // gets one line a warning; may be empty
    /// Called when `import_files` begins a file and when it is done with it, with the number of those that are done, by
    /// one thread at a time; may be empty.
    std::function<void(std::size_t done, const std::filesystem::path& file)> progress;
    /// Gets the error of each file of `import_files` that cannot be used, which is then left out, in order of the files
    /// when all have been read; where empty, the first such error is thrown.
    std::function<void(const Error&)> bad_file;
    /// How many files `import_files` reads at a time; 0 stands for the number of processors. What comes out is the
    /// same.
    std::size_t jobs = 0;
};

namespace detail {
struct GraphInput;
}

/// A reader of one format: of texts that are read as a whole, or of graphs that come in pieces.
struct Importer {
    std::string_view name;                     // "graphml"
    std::string_view description;              // one line for --help
    std::vector<std::string_view> extensions;  // with the dot: ".graphml"
    bool (*recognizes)(std::string_view text); // by how the content begins; null where only the extension tells
    /// Adds what `text` (UTF-8, no byte order mark) holds to `builder`; `file` is named in errors and documents.
    void (*read)(std::string_view text, std::string_view file, const ImportOptions& options,
                 GraphBuilder& builder) = nullptr;
    /// The bytes of a file that is no plain text to its text in UTF-8; null where decoding is enough. `recognizes` gets
    /// the bytes then. Throws Error.
    std::string (*to_text)(std::string_view bytes, std::string_view file, const Limits& limits) = nullptr;
    /// Adds what a text that is not held holds; null where `read` is not.
    void (*read_graph)(const detail::GraphInput& input) = nullptr;
    /// Of a format whose graphs are several files, how these end: NAME.csv is NAME.nodes.csv and NAME.edges.csv. All
    /// such files of one import are one graph.
    std::vector<std::string_view> parts = {};
};

/// All formats; a new one is one file and one line in the table.
[[nodiscard]] std::span<const Importer> importers();

/// The text of a file's bytes in UTF-8, as offsets count in it: decoded, or what another program makes of a format such
/// as PDF. Throws Error.
[[nodiscard]] std::string text_of(std::string_view bytes, const std::filesystem::path& path,
                                  const ImportOptions& options = {});

/// The format that `options` name, else that of the extension of `path`, else of the content. Throws Error (usage).
[[nodiscard]] const Importer& find_importer(std::string_view text, const std::filesystem::path& path,
                                            const ImportOptions& options);

/// The graph of a file. Throws Error.
[[nodiscard]] Graph import_file(const std::filesystem::path& path, const ImportOptions& options = {});
/// One graph of several files, as GraphMerger joins them: the same for any order of the files and any number of jobs.
/// Of the texts only those that are being read are held. Throws Error.
[[nodiscard]] Graph import_files(std::span<const std::filesystem::path> paths, const ImportOptions& options = {});
/// The graph of a text in memory; `name` stands for the file in errors and documents.
[[nodiscard]] Graph import_text(std::string_view text, const ImportOptions& options = {},
                                std::string_view name = "text");

} // namespace zhitu
#pragma GCC visibility pop
