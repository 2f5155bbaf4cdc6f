// Files in, whole or piece by piece, and whole files out. Names that end in `.gz` or `.zst` are compressed files.
#pragma once

#include <zhitu/base/byte_source.hpp>
#include <zhitu/base/limits.hpp>

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace zhitu {

/// The bytes of a file, decompressed where its name says so, piece by piece; `-` reads standard input. At most
/// `limits.file_bytes` come, however small a compressed file is. Throws Error (bad_input, limit), on reading too.
[[nodiscard]] std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path, const Limits& limits = {});

/// All of them. Throws Error (bad_input, limit).
[[nodiscard]] std::string read_file(const std::filesystem::path& path, const Limits& limits = {});

/// A file that appears under its name only when complete: it is written beside its target and renamed by `commit()`.
/// Without `commit()` nothing is left. What is written is compressed where the name of the target says so. `-` is
/// standard output. Throws Error (output).
class AtomicFile {
  public:
    explicit AtomicFile(std::filesystem::path target);
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    [[nodiscard]] std::ostream& stream();
    void commit();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Writes `bytes` to `path` as an AtomicFile.
void write_file(const std::filesystem::path& path, std::string_view bytes);

} // namespace zhitu
#pragma GCC visibility pop
