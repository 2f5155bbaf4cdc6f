// The table of commands.
#pragma once

#include "command.hpp"

#include <span>

namespace zhitu::cli {

/// All commands, in the order of the help. A new one is a file of its own and a line in commands.cpp.
[[nodiscard]] std::span<const Command> commands();

} // namespace zhitu::cli
