// Files that are compressed as a whole: `.gz` (gzip) and `.zst` (Zstandard), told by the end of the name.
#pragma once

#include <zhitu/base/byte_source.hpp>

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <streambuf>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace zhitu {

enum class Compression { none, gzip, zstd };

[[nodiscard]] Compression compression_of(const std::filesystem::path& path);

/// `graph.json.gz` is `graph.json`: the name that tells the format.
[[nodiscard]] std::filesystem::path without_compression(const std::filesystem::path& path);

/// `graph.json.gz` and `nodes` is `graph.nodes.json.gz`: the name of a part of what takes several files.
[[nodiscard]] std::filesystem::path name_of_part(const std::filesystem::path& path, std::string_view part);

/// The bytes of `source` decompressed, piece by piece. What is cut short or damaged is an Error (bad_input) when it is
/// reached; `file` is named in it. Memory: a window of the compressor, at most 128 MiB.
[[nodiscard]] std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source, Compression compression,
                                                       const std::string& file);

/// Takes bytes and gives them compressed to another stream. The same bytes in give the same bytes out.
class CompressingBuffer : public std::streambuf {
  public:
    /// Writes what is still held and the end of the compressed data; nothing may be written afterwards. False where
    /// the other stream failed.
    [[nodiscard]] virtual bool finish() = 0;
};

/// `out` must outlive the buffer; `compression` is not `none`.
[[nodiscard]] std::unique_ptr<CompressingBuffer> compressing(Compression compression, std::ostream& out);

} // namespace zhitu
#pragma GCC visibility pop
