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

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void put(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string complaint(const fs::path& file) {
    try {
        (void)read_file(file);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
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

TEST_CASE("A file that is compressed by its name comes back, and is smaller") {
    const Folder folder;
    std::string text;
    for (int i = 0; i < 300'000; ++i) text += std::to_string(i * 7919LL) + (i % 3 == 0 ? "\n" : " ");
    for (const char* name : {"file.gz", "file.json.zst"}) {
        INFO(name);
        for (const std::string& bytes : {std::string(), std::string("x"), text}) {
            write_file(folder.path / name, bytes);
            CHECK((read_file(folder.path / name) == bytes));
        }
        CHECK(fs::file_size(folder.path / name) < text.size() / 2);
        const std::string first = bytes_of(folder.path / name);
        write_file(folder.path / name, text);
        CHECK((bytes_of(folder.path / name) == first));
        put(folder.path / name, first + first); // members and frames may follow one another
        CHECK((read_file(folder.path / name) == text + text));
    }
}

TEST_CASE("Compressed data that are torn, damaged or none are told in one line") {
    const Folder folder;
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += std::to_string(i * 7919LL);
    for (const char* name : {"file.gz", "file.zst"}) {
        INFO(name);
        const fs::path file = folder.path / name;
        write_file(file, text);
        const std::string packed = bytes_of(file);
        for (const std::size_t size : {std::size_t{0}, std::size_t{3}, packed.size() / 2, packed.size() - 1}) {
            put(file, packed.substr(0, size));
            CHECK_THAT(complaint(file), Contains(file.string() + ": the ") &&
                                            Contains("data break off after " + std::to_string(size) + " bytes"));
        }
        std::string bad = packed;
        for (std::size_t i = bad.size() / 2; i < bad.size() / 2 + 64; ++i) bad[i] = static_cast<char>(~bad[i]);
        for (const std::string& bytes : {bad, std::string("{\"nodes\": []} and no more than that"), packed + "rest"}) {
            put(file, bytes);
            CHECK_THAT(complaint(file), Contains("is damaged or no "));
            CHECK(code_of_reading(file) == ErrorCode::bad_input);
        }
    }
}

TEST_CASE("A small file that unpacks to a large one ends at the limit") {
    const Folder folder;
    Limits limits;
    limits.file_bytes = 1'000'000;
    for (const char* name : {"file.gz", "file.zst"}) {
        write_file(folder.path / name, std::string(50'000'000, '0'));
        CHECK(fs::file_size(folder.path / name) < 100'000);
        CHECK(code_of_reading(folder.path / name, limits) == ErrorCode::limit);
    }
}
