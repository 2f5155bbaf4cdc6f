#include "status.hpp"

#include <fmt/format.h>

#include <iostream>

namespace zhitu::cli {

Status status_of(ErrorCode code) {
    switch (code) {
    case ErrorCode::usage:
        return Status::usage;
    case ErrorCode::bad_input:
        return Status::bad_input;
    case ErrorCode::limit:
        return Status::limit;
    case ErrorCode::output:
        return Status::output;
    }
    return Status::bad_input;
}

void tell_error(std::string_view line) {
    std::cerr << fmt::format("zhitu: error: {}\n", line);
}
void tell_warning(std::string_view line) {
    std::cerr << fmt::format("zhitu: warning: {}\n", line);
}

} // namespace zhitu::cli
