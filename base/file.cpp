#include <zhitu/base/file.hpp>

#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

namespace zhitu {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view standard_stream = "-";

void check_size(std::size_t size, const fs::path& path, const Limits& limits) {
    if (size > limits.file_bytes)
        throw Error(ErrorCode::limit, fmt::format("{} bytes, more than the limit of {}", size, limits.file_bytes),
                    "split the file or raise the limit file_bytes", {path.string()});
}

Error unreadable(const fs::path& path) {
    return {ErrorCode::bad_input,
            fmt::format("cannot be read ({})", std::strerror(errno)),
            "check the name and the permissions",
            {path.string()}};
}

// The rest of a stream. The `expected` bytes come in one read; what tells no size, like a pipe, comes in blocks.
std::string read_all(std::istream& in, std::size_t expected, const fs::path& path, const Limits& limits) {
    constexpr std::size_t block = std::size_t{1} << 20;
    std::string bytes;
    for (std::size_t next = expected + 1; in; next = block) { // one more than expected, so that the end shows
        const std::size_t begin = bytes.size();
        bytes.resize(begin + next);
        in.read(bytes.data() + begin, static_cast<std::streamsize>(next));
        bytes.resize(begin + static_cast<std::size_t>(in.gcount()));
        check_size(bytes.size(), path, limits);
    }
    if (in.bad()) throw unreadable(path);
    return bytes;
}

} // namespace

std::string read_file(const fs::path& path, const Limits& limits) {
    if (path == standard_stream) return read_all(std::cin, 0, path, limits);
    std::error_code failure;
    if (fs::is_directory(path, failure))
        throw Error(ErrorCode::bad_input, "is a folder", "name the files in it", {path.string()});
    std::ifstream in(path, std::ios::binary);
    if (!in) throw unreadable(path);
    const auto size = fs::file_size(path, failure);
    if (failure) return read_all(in, 0, path, limits);
    check_size(size, path, limits);
    return read_all(in, size, path, limits);
}

struct AtomicFile::State {
    fs::path target;
    fs::path temporary;
    std::ofstream file;
    bool committed = false;

    [[nodiscard]] bool to_standard_output() const { return target == standard_stream; }
};

AtomicFile::AtomicFile(fs::path target)
    : state_(std::make_unique<State>()) {
    state_->target = std::move(target);
    if (state_->to_standard_output()) return;
    state_->temporary = state_->target;
    state_->temporary += fmt::format(".{}.part", ::getpid());
    state_->file.open(state_->temporary, std::ios::binary | std::ios::trunc);
    if (!state_->file)
        throw Error(ErrorCode::output, fmt::format("cannot be written ({})", std::strerror(errno)),
                    "check that the folder exists and may be written to", {state_->target.string()});
}

AtomicFile::~AtomicFile() {
    if (state_->committed || state_->to_standard_output()) return;
    state_->file.close();
    std::error_code ignored;
    fs::remove(state_->temporary, ignored);
}

std::ostream& AtomicFile::stream() {
    if (state_->to_standard_output()) return std::cout;
    return state_->file;
}

void AtomicFile::commit() {
    stream().flush();
    std::error_code failure;
    if (stream() && !state_->to_standard_output()) {
        state_->file.close();
        fs::rename(state_->temporary, state_->target, failure);
    }
    if (failure || !stream())
        throw Error(ErrorCode::output,
                    fmt::format("cannot be written ({})", failure ? failure.message() : std::strerror(errno)),
                    "check the free space and the permissions", {state_->target.string()});
    state_->committed = true;
}

void write_file(const fs::path& path, std::string_view bytes) {
    AtomicFile file(path);
    file.stream().write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.commit();
}

} // namespace zhitu
