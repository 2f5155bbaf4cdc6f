// UTF-8 and UTF-32, normal forms, and the width of text on a terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace zhitu {

/// The offset of the first byte that is not well-formed UTF-8, if any (Unicode 15, table 3-7). O(n).
[[nodiscard]] std::optional<std::size_t> invalid_utf8(std::string_view bytes);

/// Well-formed UTF-8 to code points; ill-formed bytes become U+FFFD. O(n).
[[nodiscard]] std::u32string to_utf32(std::string_view utf8);

/// Code points to UTF-8. O(n).
[[nodiscard]] std::string to_utf8(std::u32string_view text);
void append_utf8(std::string& out, char32_t character);

/// Normalization Form KC (Unicode Standard Annex 15). O(n).
[[nodiscard]] std::string nfkc(std::string_view utf8);

/// A name as it stands in ids: NFKC, without blanks, in simplified characters.
[[nodiscard]] std::string without_blanks(std::string_view utf8);
/// Full case folding (Unicode, section 3.13), for comparisons that capitals do not matter to. O(n).
[[nodiscard]] std::string fold_case(std::string_view utf8);

/// `fold` of <zhitu/base/script.hpp> for each character.
[[nodiscard]] std::u32string fold(std::u32string_view text);

/// Is `folded` the text folded? O(n).
[[nodiscard]] bool folds_to(std::string_view utf8, std::u32string_view folded);

/// The letters and digits of a text alone: titles are set with unlike marks, dashes and blanks. O(n).
[[nodiscard]] std::u32string letters_of(std::u32string_view text);

/// A name as it is compared: NFKC, no blanks, quotes or title marks, dashes alike, letters small.
[[nodiscard]] std::string comparison_key(std::string_view name);

/// Columns that `utf8` takes in a terminal: wide characters (Unicode Standard Annex 11) count two, marks none.
[[nodiscard]] std::size_t display_width(std::string_view utf8);

/// `utf8` cut to at most `columns`, with an ellipsis where something was cut.
[[nodiscard]] std::string shorten(std::string_view utf8, std::size_t columns);

} // namespace zhitu
#pragma GCC visibility pop
