// The ranges of scripts: the only place in the sources that names code points of one script.
#pragma once

#pragma GCC visibility push(default)
namespace zhitu {
namespace detail {
constexpr bool between(char32_t c, char32_t low, char32_t high) {
    return c >= low && c <= high;
}
} // namespace detail

/// Han ideographs of all blocks, and the numeral zero that is written among them.
[[nodiscard]] constexpr bool is_han(char32_t c) {
    return detail::between(c, 0x4E00, 0x9FFF) || detail::between(c, 0x3400, 0x4DBF) || c == 0x3007 ||
           detail::between(c, 0xF900, 0xFAFF) || detail::between(c, 0x20000, 0x323AF);
}

/// Characters between which a line break or a blank is layout and not meaning: Han, kana, hangul-free CJK
/// punctuation and full-width forms.
[[nodiscard]] constexpr bool is_wide_script(char32_t c) {
    return is_han(c) || detail::between(c, 0x3000, 0x30FF) || detail::between(c, 0xFF00, 0xFFEF) ||
           detail::between(c, 0x2018, 0x201D) || c == 0x2014 || c == 0x2026;
}

[[nodiscard]] constexpr bool is_latin_letter(char32_t c) {
    return detail::between(c, 'a', 'z') || detail::between(c, 'A', 'Z') ||
           (detail::between(c, 0xC0, 0x24F) && c != 0xD7 && c != 0xF7);
}
[[nodiscard]] constexpr bool is_digit(char32_t c) {
    return detail::between(c, '0', '9');
}
[[nodiscard]] constexpr bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == 0x3000 ||
           detail::between(c, 0x2000, 0x200B) || c == 0x202F || c == 0xFEFF;
}
[[nodiscard]] constexpr bool is_control(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || detail::between(c, 0x7F, 0x9F);
}
/// Superscript digits, to the digit that they show; 0 where `character` is none.
[[nodiscard]] char32_t superscript_digit(char32_t character);

/// Quotation marks, single and double, of any script.
[[nodiscard]] constexpr bool is_quote(char32_t c) {
    return c == U'"' || c == U'\'' || detail::between(c, 0x2018, 0x201F) || detail::between(c, 0x300C, 0x300F);
}

/// Angle brackets around titles, single and double.
[[nodiscard]] constexpr bool is_title_mark(char32_t c) {
    return detail::between(c, 0x3008, 0x300B);
}

/// One that NFKC neither changes nor joins with another: ASCII, the common ideographs, and the marks of Chinese
/// sentences.
[[nodiscard]] constexpr bool is_plain(char32_t c) {
    return c < 0x80 || detail::between(c, 0x4E00, 0x9FFF) || detail::between(c, 0x2018, 0x201D) ||
           detail::between(c, 0x3001, 0x3003) || detail::between(c, 0x3008, 0x3011);
}

/// The one character that stands for `character` in comparisons: full-width forms become half-width, dashes and
/// blanks of one kind become one, corner quotes become curly ones, Latin letters become small, traditional characters
/// simplified ones. One to one, so that offsets hold.
[[nodiscard]] char32_t fold(char32_t character);

} // namespace zhitu
#pragma GCC visibility pop
