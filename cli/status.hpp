// How a run ends, and the one form in which errors and warnings are told.
#pragma once

#include <zhitu/base/error.hpp>

#include <string_view>

namespace zhitu::cli {

/// The exit status of the program; scripts rely on the numbers.
enum class Status {
    done = 0,      // including "there is no such path"
    negative = 1,  // the answer of a check is no
    usage = 2,     // unknown command, option, format or name
    bad_input = 3, // a file that cannot be used
    limit = 4,     // a limit was reached
    output = 5     // the result could not be written
};

[[nodiscard]] Status status_of(ErrorCode code);

/// One line on standard error: `zhitu: error: FILE:LINE:COLUMN: what; what to do`.
void tell_error(std::string_view line);
/// The same with `warning`.
void tell_warning(std::string_view line);

} // namespace zhitu::cli
