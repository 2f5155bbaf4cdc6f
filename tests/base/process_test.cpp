#include <zhitu/base/process.hpp>

#include <zhitu/base/error.hpp>

#include "test.hpp"

using namespace zhitu;

namespace {

std::filesystem::path program(std::string_view name) {
    const auto found = find_program(name);
    REQUIRE(found);
    return *found;
}

ErrorCode code_of_running(const std::vector<std::string>& arguments, const Limits& limits) {
    try {
        (void)run_program(program("sh"), arguments, "", limits);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::usage; // which running never throws
}

} // namespace

TEST_CASE("a program gets its input and gives back what it writes") {
    const std::string bytes = std::string("a\0\xFF", 3) + std::string(300'000, 'x');
    const ProgramOutput copy = run_program(program("cat"), {}, bytes);
    CHECK(copy.status == 0);
    CHECK((copy.output == bytes));
    CHECK(copy.messages.empty());
}

TEST_CASE("a program's status and messages are told, and no shell reads its arguments") {
    const ProgramOutput failed = run_program(program("sh"), {"-c", "echo \"$0\" >&2; exit 7", "$(x) ;"}, "");
    CHECK(failed.status == 7);
    CHECK(failed.messages == "$(x) ;\n");
    CHECK(failed.output.empty());
}

TEST_CASE("a program that never ends, or writes without end, is ended") {
    Limits limits;
    limits.seconds = 0;
    CHECK(code_of_running({"-c", "exec sleep 600"}, limits) == ErrorCode::limit);
    limits.seconds = 600;
    limits.file_bytes = 1000;
    CHECK(code_of_running({"-c", "exec yes"}, limits) == ErrorCode::limit);
}

TEST_CASE("a program that is not there is not found") {
    CHECK_FALSE(find_program("no-such-program-anywhere"));
    CHECK_FALSE(find_program(""));
}
