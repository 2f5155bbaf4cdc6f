// Whole files in, whole files out.
#pragma once

#include <zhitu/base/limits.hpp>

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace zhitu {

/// The bytes of a file; `-` reads standard input. Throws Error (bad_input, limit).
[[nodiscard]] std::string read_file(const std::filesystem::path& path, const Limits& limits = {});

/// A file that appears under its name only when complete: it is written beside its target and renamed by `commit()`.
/// Without `commit()` nothing is left. `-` is standard output. Throws Error (output).
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
