// A check for options that count something.
#pragma once

#include <string>

namespace zhitu::cli {

/// For CLI::Option::check: empty where `text` is a whole number from 1 on, else what is wrong.
[[nodiscard]] std::string at_least_one(const std::string& text);

} // namespace zhitu::cli
