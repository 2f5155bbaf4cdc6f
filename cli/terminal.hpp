// What the program knows of the terminal that it writes to.
#pragma once

#include <cstddef>

namespace zhitu::cli {

/// A width that nothing reaches.
inline constexpr std::size_t unlimited = static_cast<std::size_t>(-1);

/// Columns of the terminal on standard output; `unlimited` where it is none, so that files and pipes get everything.
[[nodiscard]] std::size_t output_columns();

/// Whether a person watches standard error.
[[nodiscard]] bool errors_are_watched();

} // namespace zhitu::cli
