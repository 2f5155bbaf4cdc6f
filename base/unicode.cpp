#include <zhitu/base/unicode.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/simplified.hpp>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace zhitu {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t character;
    std::size_t length; // 0 where the bytes are ill-formed
};

Decoded decode(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(at);
    if (first < 0x80) return {first, 1};
    if (first >= 0xC2 && first <= 0xDF && follows(at + 1)) return {((first & 0x1FU) << 6) | (byte(at + 1) & 0x3FU), 2};
    if (first >= 0xE0 && first <= 0xEF && follows(at + 1) && follows(at + 2)) {
        const char32_t c = ((first & 0xFU) << 12) | ((byte(at + 1) & 0x3FU) << 6) | (byte(at + 2) & 0x3FU);
        if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3};
    }
    if (first >= 0xF0 && first <= 0xF4 && follows(at + 1) && follows(at + 2) && follows(at + 3)) {
        const char32_t c = ((first & 7U) << 18) | ((byte(at + 1) & 0x3FU) << 12) | ((byte(at + 2) & 0x3FU) << 6) |
                           (byte(at + 3) & 0x3FU);
        if (c >= 0x10000 && c <= 0x10FFFF) return {c, 4};
    }
    return {replacement, 0};
}

constexpr std::size_t ascii_block = 8;

bool starts_with_ascii_block(std::string_view bytes) {
    std::uint64_t block = 0;
    if (bytes.size() < ascii_block) return false;
    std::memcpy(&block, bytes.data(), ascii_block);
    return (block & 0x8080808080808080U) == 0;
}

} // namespace

std::optional<std::size_t> invalid_utf8(std::string_view bytes) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    for (std::size_t at = 0; at < bytes.size();) {
        // Most characters: ASCII, eight at a time, and those of three bytes whose first byte leaves no ill-formed
        // sequence.
        if (byte(at) < 0x80) {
            at += starts_with_ascii_block(bytes.substr(at)) ? ascii_block : 1;
            continue;
        }
        if (at + 2 < bytes.size() && byte(at) >= 0xE1 && byte(at) <= 0xEC && (byte(at + 1) & 0xC0U) == 0x80U &&
            (byte(at + 2) & 0xC0U) == 0x80U) {
            at += 3;
            continue;
        }
        const Decoded next = decode(bytes, at);
        if (next.length == 0) return at;
        at += next.length;
    }
    return std::nullopt;
}

std::u32string to_utf32(std::string_view utf8) {
    std::u32string out;
    const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    out.reserve(static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), begins)));
    for (std::size_t at = 0; at < utf8.size();) {
        const Decoded next = decode(utf8, at);
        out.push_back(next.character);
        at += std::max<std::size_t>(next.length, 1);
    }
    return out;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

namespace {

// Nearly all names are.
bool is_nfkc(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const Decoded next = decode(utf8, at);
        if (next.length == 0 || !is_plain(next.character)) return false;
        at += next.length;
    }
    return true;
}

/// Calls `visit` for each character of the normalised text.
template <class Visit>
void for_normalized(std::string_view utf8, Visit visit) {
    const std::string changed = is_nfkc(utf8) ? std::string() : nfkc(utf8);
    const std::string_view text = changed.empty() ? utf8 : changed;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode(text, at);
        visit(next.character);
        at += std::max<std::size_t>(next.length, 1);
    }
}

} // namespace

std::string nfkc(std::string_view utf8) {
    if (is_nfkc(utf8)) return std::string(utf8);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) return std::string(utf8);
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    normalizer->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())), sink, nullptr,
                              status);
    return out;
}

std::string without_blanks(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for_normalized(utf8, [&](char32_t c) {
        if (!is_blank(c)) append_utf8(out, simplified(c));
    });
    return out;
}

std::string fold_case(std::string_view utf8) {
    std::string out;
    icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())}).foldCase().toUTF8String(out);
    return out;
}

std::u32string fold(std::u32string_view text) {
    std::u32string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char32_t c) { return fold(c); });
    return out;
}

bool folds_to(std::string_view utf8, std::u32string_view folded) {
    std::size_t at = 0;
    for (const char32_t c : folded) {
        if (at >= utf8.size()) return false;
        const Decoded next = decode(utf8, at);
        if (fold(next.character) != c) return false;
        at += std::max<std::size_t>(next.length, 1);
    }
    return at == utf8.size();
}

std::u32string letters_of(std::u32string_view text) {
    std::u32string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out),
                 [](char32_t c) { return is_han(c) || is_digit(c) || is_latin_letter(c); });
    return out;
}

std::string comparison_key(std::string_view name) {
    std::string out;
    out.reserve(name.size());
    for_normalized(name, [&](char32_t raw) {
        const char32_t c = fold(raw);
        if (!is_blank(c) && !is_quote(c) && !is_title_mark(c)) append_utf8(out, c);
    });
    return out;
}

std::size_t display_width(std::string_view utf8) {
    std::size_t width = 0;
    for (const char32_t c : to_utf32(utf8)) {
        if (u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK || is_control(c)) continue;
        const int east = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
        width += east == U_EA_WIDE || east == U_EA_FULLWIDTH ? 2 : 1;
    }
    return width;
}

std::string shorten(std::string_view utf8, std::size_t columns) {
    if (display_width(utf8) <= columns) return std::string(utf8);
    std::string out;
    std::size_t width = 1;
    for (const char32_t c : to_utf32(utf8)) {
        std::string one;
        append_utf8(one, c);
        width += display_width(one);
        if (width > columns) break;
        out += one;
    }
    append_utf8(out, 0x2026);
    return out;
}

} // namespace zhitu
