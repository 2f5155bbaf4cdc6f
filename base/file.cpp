#include <zhitu/base/file.hpp>

#include <zhitu/base/compression.hpp>
#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <utility>

namespace zhitu {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view standard_stream = "-";

Error too_long(std::size_t size, std::string_view more, const fs::path& path, const Limits& limits) {
    return {ErrorCode::limit,
            fmt::format("{}{} bytes, more than the limit of {}", size, more, limits.file_bytes),
            "split the file or raise the limit file_bytes",
            {path.string()}};
}

Error unreadable(const fs::path& path) {
    return {ErrorCode::bad_input,
            fmt::format("cannot be read ({})", std::strerror(errno)),
            "check the name and the permissions",
            {path.string()}};
}

/// A file, a pipe or standard input.
class FileSource : public ByteSource {
  public:
    explicit FileSource(const fs::path& path)
        : path_(path)
        , file_(path == standard_stream ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (file_ < 0) throw unreadable(path);
    }
    ~FileSource() override {
        if (file_ != STDIN_FILENO) ::close(file_);
    }

    std::size_t read(std::span<char> buffer) override {
        while (true) {
            const auto count = ::read(file_, buffer.data(), buffer.size());
            if (count >= 0) return static_cast<std::size_t>(count);
            if (errno != EINTR) throw unreadable(path_);
        }
    }

  private:
    fs::path path_;
    int file_;
};

/// What comes out of another source, but not more than the limit: a small compressed file may be a large one.
class BoundedSource : public ByteSource {
  public:
    BoundedSource(std::unique_ptr<ByteSource> source, const fs::path& path, const Limits& limits)
        : source_(std::move(source))
        , path_(path)
        , limits_(limits) {}

    std::size_t read(std::span<char> buffer) override {
        const std::size_t count = source_->read(buffer);
        total_ += count;
        if (total_ > limits_.file_bytes) throw too_long(total_, " or more", path_, limits_);
        return count;
    }

  private:
    std::unique_ptr<ByteSource> source_;
    fs::path path_;
    Limits limits_;
    std::size_t total_ = 0;
};

/// The bytes that a file says it has; 0 for what tells no size, like a pipe.
std::size_t size_of(const fs::path& path) {
    std::error_code failure;
    const auto size = path == standard_stream ? 0 : fs::file_size(path, failure);
    return failure ? 0 : size;
}

} // namespace

std::unique_ptr<ByteSource> open_file(const fs::path& path, const Limits& limits) {
    std::error_code failure;
    if (path != standard_stream && fs::is_directory(path, failure))
        throw Error(ErrorCode::bad_input, "is a folder", "name the files in it", {path.string()});
    auto file = std::make_unique<FileSource>(path);
    if (const std::size_t size = size_of(path); size > limits.file_bytes) throw too_long(size, "", path, limits);
    return std::make_unique<BoundedSource>(decompressed(std::move(file), compression_of(path), path.string()), path,
                                           limits);
}

std::string read_file(const fs::path& path, const Limits& limits) {
    const auto source = open_file(path, limits);
    return read_all(*source, compression_of(path) == Compression::none ? size_of(path) : 0);
}

struct AtomicFile::State {
    explicit State(fs::path path)
        : target(std::move(path)) {}

    fs::path target;
    fs::path temporary;
    std::ofstream file;
    std::unique_ptr<CompressingBuffer> buffer; // null where the file is plain
    std::ostream packed{nullptr};
    bool committed = false;

    [[nodiscard]] bool to_standard_output() const { return target == standard_stream; }
    [[nodiscard]] Error unwritable(const std::string& reason, const char* hint) const {
        return {ErrorCode::output, fmt::format("cannot be written ({})", reason), hint, {target.string()}};
    }
};

AtomicFile::AtomicFile(fs::path target)
    : state_(std::make_unique<State>(std::move(target))) {
    if (state_->to_standard_output()) return;
    state_->temporary = state_->target;
    state_->temporary += fmt::format(".{}.part", ::getpid());
    state_->file.open(state_->temporary, std::ios::binary | std::ios::trunc);
    if (!state_->file)
        throw state_->unwritable(std::strerror(errno), "check that the folder exists and may be written to");
    const Compression compression = compression_of(state_->target);
    if (compression == Compression::none) return;
    state_->buffer = compressing(compression, state_->file);
    state_->packed.rdbuf(state_->buffer.get());
}

AtomicFile::~AtomicFile() {
    if (state_->committed || state_->to_standard_output()) return;
    state_->file.close();
    std::error_code ignored;
    fs::remove(state_->temporary, ignored);
}

std::ostream& AtomicFile::stream() {
    if (state_->to_standard_output()) return std::cout;
    return state_->buffer ? state_->packed : state_->file;
}

void AtomicFile::commit() {
    const bool written = stream().flush().good() && (!state_->buffer || state_->buffer->finish());
    if (!written) throw state_->unwritable(std::strerror(errno), "check the free space and the permissions");
    if (!state_->to_standard_output()) {
        state_->file.close();
        std::error_code failure;
        if (state_->file) fs::rename(state_->temporary, state_->target, failure);
        if (failure || !state_->file)
            throw state_->unwritable(failure ? failure.message() : std::strerror(errno),
                                     "check the free space and the permissions");
    }
    state_->committed = true;
}

void write_file(const fs::path& path, std::string_view bytes) {
    AtomicFile file(path);
    file.stream().write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.commit();
}

} // namespace zhitu
