// Many files, several at a time.
#pragma once

#include <zhitu/graph/merge.hpp>
#include <zhitu/importers/importer.hpp>

#include <filesystem>
#include <span>
#include <string_view>

namespace zhitu::detail {

/// Adds what a file in memory says to `builder`. Throws Error with the file as its place.
void read_into(std::string_view bytes, const std::filesystem::path& path, const ImportOptions& options,
               GraphBuilder& builder);

/// Reads each file in one of `options.jobs` threads and adds its graph to `merger`. Warnings and errors are told in
/// order of the files.
void read_files(std::span<const std::filesystem::path> paths, const ImportOptions& options, GraphMerger& merger);

} // namespace zhitu::detail
