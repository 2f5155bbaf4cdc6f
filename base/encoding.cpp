#include <zhitu/base/encoding.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

namespace zhitu {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16le_mark = "\xFF\xFE";
constexpr std::string_view utf16be_mark = "\xFE\xFF";
constexpr std::string_view gb18030_mark = "\x84\x31\x95\x33";

std::optional<std::string> convert(std::string_view bytes, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status), &ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::u16string utf16(bytes.size() + 1, u'\0');
    const auto length = ucnv_toUChars(converter.get(), utf16.data(), static_cast<std::int32_t>(utf16.size()),
                                      bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status)) return std::nullopt;
    std::string out;
    out.reserve(static_cast<std::size_t>(length) * 3);
    for (std::int32_t i = 0; i < length; ++i) {
        char32_t c = utf16[static_cast<std::size_t>(i)];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < length)
            c = 0x10000 + ((c - 0xD800) << 10) + (utf16[static_cast<std::size_t>(++i)] - 0xDC00U);
        append_utf8(out, c);
    }
    return out;
}

char32_t unit_at(std::string_view bytes, std::size_t at, Encoding order) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return order == Encoding::utf16le ? first | char32_t{second} << 8 : second | char32_t{first} << 8;
}

// The share of units that a text would hold, read in this order of bytes.
double plausible_utf16(std::string_view bytes, Encoding order) {
    std::size_t good = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const char32_t c = unit_at(bytes, at, order);
        const bool ascii = c < 0x80 && c != 0;
        good += ascii || is_han(c) || is_wide_script(c);
    }
    return bytes.size() < 2 ? 0 : static_cast<double>(good) / static_cast<double>(bytes.size() / 2);
}

// A text in UTF-16 has zero bytes: in half of all units for Latin text, which is well-formed UTF-8 too; in some, for
// blanks, line ends and signs, where the bytes are no UTF-8.
std::optional<Encoding> utf16_without_mark(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1});
    const auto zeros = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
    const std::size_t least = invalid_utf8(head) ? head.size() / 500 : head.size() / 5;
    if (head.size() < 4 || zeros <= least) return std::nullopt;
    constexpr double enough = 0.9;
    const double little = plausible_utf16(head, Encoding::utf16le), big = plausible_utf16(head, Encoding::utf16be);
    if (std::max(little, big) < enough) return std::nullopt;
    return little >= big ? Encoding::utf16le : Encoding::utf16be;
}

// In a file of another encoding about every second byte is ill-formed UTF-8; a few bad bytes mean a damaged file.
bool mostly_utf8(std::string_view bytes) {
    const auto share = static_cast<double>(std::count(bytes.begin(), bytes.end(), '\0'));
    const std::u32string text = to_utf32(bytes);
    const auto bad = static_cast<double>(std::count(text.begin(), text.end(), char32_t{0xFFFD}));
    const auto wide = static_cast<double>(std::count_if(text.begin(), text.end(), [](char32_t c) { return c > 0x7F; }));
    return share == 0 && bad * 4 < wide;
}

// Whether a text that begins so may be read as UTF-8 and without a look at the rest. A character may be cut at the end.
bool begins_as_utf8(std::string_view head) {
    if (head.starts_with(utf16le_mark) || head.starts_with(utf16be_mark) || head.starts_with(gb18030_mark))
        return false;
    constexpr std::size_t longest = 4;
    const auto bad = invalid_utf8(head);
    return (!bad || *bad + longest > head.size()) && !utf16_without_mark(head);
}

// How the text begins, without a mark; all of it where it is short or in another encoding.
std::string begin_of_text(ByteSource& bytes, std::string_view file) {
    constexpr std::size_t head_size = std::size_t{64} << 10;
    std::string head;
    head.reserve(head_size);
    if (append_bytes(head, bytes, head_size) == Ended::yes || !begins_as_utf8(head))
        return decode_text(head + read_all(bytes), file).utf8;
    if (head.starts_with(utf8_mark)) head.erase(0, utf8_mark.size());
    return head;
}

} // namespace

TextSource::TextSource(ByteSource& bytes, std::string_view file)
    : file_(file)
    , text_(begin_of_text(bytes, file), bytes) {}

std::string TextSource::rest() {
    return decode_text(read_all(text_, text_.head().size()), file_).utf8;
}

DecodedText decode_text(std::string_view bytes, std::string_view file) {
    const auto from = [&](const char* name, Encoding encoding, std::size_t skip) -> DecodedText {
        if (auto text = convert(bytes.substr(skip), name)) return {std::move(*text), encoding};
        throw Error(ErrorCode::bad_input, fmt::format("is not valid {}", name), "save the file as UTF-8",
                    {std::string(file)});
    };
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    if (bytes.starts_with(gb18030_mark)) return from("GB18030", Encoding::gb18030, gb18030_mark.size());
    if (bytes.starts_with(utf16le_mark)) return from("UTF-16LE", Encoding::utf16le, 2);
    if (bytes.starts_with(utf16be_mark)) return from("UTF-16BE", Encoding::utf16be, 2);
    if (const auto encoding = utf16_without_mark(bytes))
        return from(*encoding == Encoding::utf16le ? "UTF-16LE" : "UTF-16BE", *encoding, 0);
    const auto bad = invalid_utf8(bytes);
    if (!bad) return {std::string(bytes), Encoding::utf8};
    if (!mostly_utf8(bytes))
        if (auto text = convert(bytes, "GB18030")) return {std::move(*text), Encoding::gb18030};
    throw Error(ErrorCode::bad_input, fmt::format("byte {} is not valid UTF-8", *bad),
                "save the file as UTF-8, UTF-16 or GB18030", place_of(bytes, *bad, std::string(file)));
}

} // namespace zhitu
