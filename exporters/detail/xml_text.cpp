#include <zhitu/exporters/detail/xml_text.hpp>

#include <zhitu/base/unicode.hpp>

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <iterator>

namespace zhitu::detail {
namespace {

enum class Where { content, attribute };

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

bool is_noncharacter(std::string_view text) {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

// What stands for the character at the begin of `text`; empty where it stands for itself.
std::string_view substitute(std::string_view text, Where where) {
    const auto byte = static_cast<unsigned char>(text.front());
    const bool attribute = where == Where::attribute;
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return attribute ? "&quot;" : "";
    case '\r':
        return "&#13;";
    case '\n':
        return attribute ? "&#10;" : "";
    case '\t':
        return attribute ? "&#9;" : "";
    case 0xEF:
        return is_noncharacter(text) ? replacement : "";
    default:
        return byte < 0x20 ? replacement : "";
    }
}

// Bytes that may not stand for themselves.
constexpr std::array<bool, 256> special = [] {
    std::array<bool, 256> out{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) out[byte] = true;
    for (const char byte : {'&', '<', '>', '"', '\xEF'}) out[static_cast<unsigned char>(byte)] = true;
    return out;
}();

void append(std::string& out, std::string_view text, Where where) {
    if (invalid_utf8(text)) return append(out, to_utf8(to_utf32(text)), where);
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!special[static_cast<unsigned char>(text[i])]) continue;
        const std::string_view instead = substitute(text.substr(i), where);
        if (instead.empty()) continue;
        out += text.substr(copied, i - copied);
        out += instead;
        copied = i + (static_cast<unsigned char>(text[i]) == 0xEF ? 3 : 1);
    }
    out += text.substr(copied);
}

// Readers such as RapidXML take blanks alone for layout.
bool is_only_blanks(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

void append_xml_text(std::string& out, std::string_view text) {
    if (is_only_blanks(text))
        for (const char blank : text) fmt::format_to(std::back_inserter(out), "&#{};", static_cast<int>(blank));
    else
        append(out, text, Where::content);
}
void append_xml_attribute(std::string& out, std::string_view text) {
    append(out, text, Where::attribute);
}

} // namespace zhitu::detail
