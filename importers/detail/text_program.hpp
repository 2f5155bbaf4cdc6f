// Formats that another program turns into text.
#pragma once

#include <zhitu/base/limits.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace zhitu::detail {

struct TextProgram {
    std::string_view format;  // "PDF"
    std::string_view program; // "pdftotext"
    std::string_view package; // that brings it
    std::vector<std::string> arguments;
};

/// What the program writes for `bytes`. Throws Error (bad_input) where it is not installed, fails, or finds no text;
/// (limit) as `run_program`.
[[nodiscard]] std::string run_text_program(const TextProgram& how, std::string_view bytes, std::string_view file,
                                           const Limits& limits);

/// A format that pandoc knows, as Markdown: headings, lists and tables stay, backslashes before marks go.
[[nodiscard]] std::string run_pandoc(std::string_view format, std::string_view reader, std::string_view bytes,
                                     std::string_view file, const Limits& limits);

} // namespace zhitu::detail
