#include "counts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zhitu::cli {

std::string at_least_one(const std::string& text) {
    const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
    const bool above_zero = text.find_first_of("123456789") != std::string::npos;
    return digits && above_zero ? "" : fmt::format("'{}' is no whole number from 1 on", text);
}

} // namespace zhitu::cli
