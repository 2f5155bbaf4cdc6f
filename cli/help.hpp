// The texts of --help, made from the table of commands and the options that they bind.
#pragma once

#include "command.hpp"

#include <span>
#include <string>

namespace zhitu::cli {

/// The help of one command: summary, usage, description, arguments, options, examples, exit status.
[[nodiscard]] std::string command_help(const Command& command, const CLI::App& app);

/// The help of the program: usage, all commands, what holds for each, exit status.
[[nodiscard]] std::string program_help(std::span<const Command> commands, const CLI::App& app);

} // namespace zhitu::cli
