#include "test.hpp"

#include <zhitu/base/error.hpp>
#include <zhitu/base/file.hpp>

#include <filesystem>
#include <fstream>
#include <string>

namespace fs = std::filesystem;
using namespace zhitu;

namespace {

/// A folder of its own that is gone after the test.
struct Folder {
    Folder() { fs::create_directories(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }
    fs::path path = fs::temp_directory_path() / "zhitu-file-test";
};

ErrorCode code_of_reading(const fs::path& path, const Limits& limits = {}) {
    try {
        (void)read_file(path, limits);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::output; // which reading never throws
}

} // namespace

TEST_CASE("A file comes back byte for byte") {
    const Folder folder;
    const std::string bytes("a\r\n\0\xFF z\n", 9);
    for (const std::string& text : {bytes, std::string(), std::string(3'000'000, 'x')}) {
        write_file(folder.path / "file", text);
        CHECK((read_file(folder.path / "file") == text));
    }
}

TEST_CASE("A file that tells no size is read whole") {
    if (!fs::exists("/proc/self/cmdline")) return;
    CHECK_THAT(read_file("/proc/self/cmdline"), Contains("base"));
}

TEST_CASE("What cannot be read is told apart from what is too long") {
    const Folder folder;
    write_file(folder.path / "file", "12345");
    Limits limits;
    limits.file_bytes = 5;
    CHECK(read_file(folder.path / "file", limits) == "12345");
    limits.file_bytes = 4;
    CHECK(code_of_reading(folder.path / "file", limits) == ErrorCode::limit);
    CHECK(code_of_reading("/dev/zero", limits) == ErrorCode::limit);
    CHECK(code_of_reading(folder.path) == ErrorCode::bad_input);
    CHECK(code_of_reading(folder.path / "absent") == ErrorCode::bad_input);
}

TEST_CASE("A file appears only when it is complete") {
    const Folder folder;
    {
        AtomicFile file(folder.path / "file");
        file.stream() << "half";
        CHECK_FALSE(fs::exists(folder.path / "file"));
    }
    CHECK(fs::is_empty(folder.path));
}
