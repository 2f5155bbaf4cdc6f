// From the command line to a run.
#pragma once

#include "status.hpp"

namespace zhitu::cli {

/// Parses the arguments and runs the command that they name; --help and --version are answered here. Throws Error,
/// with the code `usage` for everything that the parser refuses.
[[nodiscard]] Status run(int argc, const char* const* argv);

} // namespace zhitu::cli
