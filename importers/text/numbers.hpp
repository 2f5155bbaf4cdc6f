// Numbers in digits.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace zhitu::text {

/// The digits at the start of a text: how many, and their value. Both 0 where there are none.
struct WholeNumber {
    std::uint32_t length = 0;
    std::uint32_t value = 0;
};
[[nodiscard]] WholeNumber whole_number_at(std::u32string_view text, std::size_t longest = std::u32string_view::npos);

/// The number of the four digits at the start of a text, whatever follows.
[[nodiscard]] std::optional<std::int64_t> four_digits_at(std::u32string_view text);

} // namespace zhitu::text
