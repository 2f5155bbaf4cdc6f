// Runs another program: bytes in, bytes out, without a shell.
#pragma once

#include <zhitu/base/limits.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// The file of a program that PATH finds.
[[nodiscard]] std::optional<std::filesystem::path> find_program(std::string_view name);

struct ProgramOutput {
    int status = 0;       // exit status; 128 and the signal where one ended it
    std::string output;   // what it wrote to standard output
    std::string messages; // and to standard error
};

/// Runs `program` with `input` on its standard input and waits for its end. Throws Error (limit) where it takes longer
/// than `limits.seconds` or writes more than `limits.file_bytes`, and is ended then; (output) where it cannot be run.
[[nodiscard]] ProgramOutput run_program(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                                        std::string_view input, const Limits& limits = {});

} // namespace zhitu
#pragma GCC visibility pop
