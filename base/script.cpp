#include <zhitu/base/script.hpp>

#include <zhitu/base/simplified.hpp>

namespace zhitu {
namespace {

constexpr bool between(char32_t c, char32_t low, char32_t high) {
    return c >= low && c <= high;
}

} // namespace

bool is_han(char32_t c) {
    return between(c, 0x4E00, 0x9FFF) || between(c, 0x3400, 0x4DBF) || c == 0x3007 || between(c, 0xF900, 0xFAFF) ||
           between(c, 0x20000, 0x323AF);
}

bool is_wide_script(char32_t c) {
    return is_han(c) || between(c, 0x3000, 0x30FF) || between(c, 0xFF00, 0xFFEF) || between(c, 0x2018, 0x201D) ||
           c == 0x2014 || c == 0x2026;
}

bool is_latin_letter(char32_t c) {
    return between(c, 'a', 'z') || between(c, 'A', 'Z') || (between(c, 0xC0, 0x24F) && c != 0xD7 && c != 0xF7);
}

bool is_digit(char32_t c) {
    return between(c, '0', '9');
}

bool is_blank(char32_t c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == 0x3000 || between(c, 0x2000, 0x200B) ||
           c == 0x202F || c == 0xFEFF;
}

bool is_control(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || between(c, 0x7F, 0x9F);
}

char32_t superscript_digit(char32_t c) {
    if (c == 0xB9) return U'1';
    if (c == 0xB2) return U'2';
    if (c == 0xB3) return U'3';
    if (c == 0x2070 || between(c, 0x2074, 0x2079)) return U'0' + (c - 0x2070);
    return 0;
}

bool is_quote(char32_t c) {
    return c == U'"' || c == U'\'' || between(c, 0x2018, 0x201F) || between(c, 0x300C, 0x300F);
}

bool is_title_mark(char32_t c) {
    return between(c, 0x3008, 0x300B);
}

char32_t fold(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
    switch (c) {
    case 0x3000:
    case 0xA0:
        return U' ';
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2010:
    case 0x2011:
    case 0x2212:
    case 0x301C:
    case 0x7E:
        return U'-';
    case 0x300C:
    case 0x300E:
        return 0x201C;
    case 0x300D:
    case 0x300F:
        return 0x201D;
    default:
        return is_han(c) ? simplified(c) : c;
    }
}

} // namespace zhitu
