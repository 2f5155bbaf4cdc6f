#include <zhitu/base/script.hpp>

#include <zhitu/base/simplified.hpp>

namespace zhitu {

char32_t superscript_digit(char32_t c) {
    if (c == 0xB9) return U'1';
    if (c == 0xB2) return U'2';
    if (c == 0xB3) return U'3';
    if (c == 0x2070 || detail::between(c, 0x2074, 0x2079)) return U'0' + (c - 0x2070);
    return 0;
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
