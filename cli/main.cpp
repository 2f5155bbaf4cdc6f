// The only place where errors become messages and exit statuses.
#include "app.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <exception>
#include <iostream>
#include <new>

namespace {

using zhitu::cli::Status;

Status fail(Status status, std::string_view line) {
    zhitu::cli::tell_error(line);
    return status;
}

Status guarded_run(int argc, const char* const* argv) {
    try {
        return zhitu::cli::run(argc, argv);
    } catch (const zhitu::Error& error) {
        return fail(zhitu::cli::status_of(error.code()), error.what());
    } catch (const std::bad_alloc&) {
        return fail(Status::limit, "the memory is used up; split the input");
    } catch (const std::exception& error) {
        return fail(Status::bad_input, fmt::format("{}; please report this as a mistake of zhitu", error.what()));
    }
}

} // namespace

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    Status status = guarded_run(argc, argv);
    if (!std::cout.flush() && status != Status::output)
        status = fail(Status::output, fmt::format("standard output cannot be written ({}); check the free space",
                                                  std::strerror(errno)));
    return static_cast<int>(status);
}
