// What recognition of print and careless typing did to a text is undone for reading, one character for one.
#pragma once

#include <zhitu/importers/text/vocabulary.hpp>

#include <string>
#include <string_view>

namespace zhitu::text {

/// Stands where a character of the file is no part of the reading text: an address, a hyphen at the end of a line.
inline constexpr char32_t left_out = 0xAD; // the soft hyphen

/// The text as it is read, of the same length: wide forms of narrow marks (class `layout.wide`), digits for letters
/// inside of numbers, addresses left out. O(length).
[[nodiscard]] std::u32string repaired(std::u32string_view file, const Vocabulary& words);

} // namespace zhitu::text
