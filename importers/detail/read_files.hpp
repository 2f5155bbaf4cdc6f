// Many files, several at a time.
#pragma once

#include <zhitu/base/byte_source.hpp>
#include <zhitu/graph/merge.hpp>
#include <zhitu/importers/detail/pending_ends.hpp>
#include <zhitu/importers/importer.hpp>

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace zhitu::detail {

/// Adds what the bytes of a file say to `builder`. Throws Error with the file as its place.
void read_into(ByteSource& bytes, const std::filesystem::path& path, const ImportOptions& options,
               GraphBuilder& builder, PendingEnds& ends);

/// Files by the graphs that they are: one each, but for those of a format whose graphs are several files.
[[nodiscard]] std::vector<std::vector<std::filesystem::path>> graphs_of(std::span<const std::filesystem::path> paths,
                                                                        const ImportOptions& options);

/// Adds what the files of one graph say to `builder`. Throws Error.
void read_graph(std::span<const std::filesystem::path> files, const ImportOptions& options, GraphBuilder& builder);

/// Reads each graph in one of `options.jobs` threads and adds it to `merger`. Warnings and errors are told in order of
/// the graphs.
void read_files(std::span<const std::vector<std::filesystem::path>> graphs, const ImportOptions& options,
                GraphMerger& merger);

} // namespace zhitu::detail
