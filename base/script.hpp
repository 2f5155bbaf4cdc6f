// The ranges of scripts: the only place in the sources that names code points of one script.
#pragma once

#pragma GCC visibility push(default)
namespace zhitu {

/// Han ideographs of all blocks, and the numeral zero that is written among them.
[[nodiscard]] bool is_han(char32_t character);

/// Characters between which a line break or a blank is layout and not meaning: Han, kana, hangul-free CJK
/// punctuation and full-width forms.
[[nodiscard]] bool is_wide_script(char32_t character);

[[nodiscard]] bool is_latin_letter(char32_t character);
[[nodiscard]] bool is_digit(char32_t character);
[[nodiscard]] bool is_blank(char32_t character);
[[nodiscard]] bool is_control(char32_t character);
/// Superscript digits, to the digit that they show; 0 where `character` is none.
[[nodiscard]] char32_t superscript_digit(char32_t character);

/// Quotation marks, single and double, of any script.
[[nodiscard]] bool is_quote(char32_t character);

/// Angle brackets around titles, single and double.
[[nodiscard]] bool is_title_mark(char32_t character);

/// The one character that stands for `character` in comparisons: full-width forms become half-width, dashes and
/// blanks of one kind become one, corner quotes become curly ones, Latin letters become small, traditional characters
/// simplified ones. One to one, so that offsets hold.
[[nodiscard]] char32_t fold(char32_t character);

} // namespace zhitu
#pragma GCC visibility pop
