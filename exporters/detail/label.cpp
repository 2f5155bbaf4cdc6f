#include <zhitu/exporters/detail/label.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>

#include <algorithm>

namespace zhitu::detail {
namespace {

std::string on_one_line(std::string_view text) {
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return out;
}

std::size_t width(char32_t character) {
    std::string one;
    append_utf8(one, character);
    return display_width(one);
}

// How many characters of `text` go on a line of `columns`; at least one.
std::size_t line_length(std::u32string_view text, std::size_t columns) {
    std::size_t used = 0;
    std::size_t last_break = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        used += width(text[i]);
        if (used > columns) return std::max<std::size_t>(last_break != 0 ? last_break : i, 1);
        const bool may_break =
            i + 1 < text.size() && (is_blank(text[i]) || is_wide_script(text[i]) || is_wide_script(text[i + 1]));
        if (may_break) last_break = i + 1;
    }
    return text.size();
}

std::u32string_view trimmed(std::u32string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

} // namespace

std::string short_label(std::string_view text, std::size_t columns) {
    return shorten(on_one_line(text), columns);
}

std::string wrapped_label(std::string_view text, std::size_t columns, std::size_t lines) {
    const std::u32string characters = to_utf32(short_label(text, columns * lines));
    std::u32string_view rest = trimmed(characters);
    std::string out;
    for (std::size_t line = 1; !rest.empty(); ++line) {
        const bool last = line == lines;
        const std::size_t length = last ? rest.size() : line_length(rest, columns);
        const std::string piece = to_utf8(trimmed(rest.substr(0, length)));
        out += last ? shorten(piece, columns) : piece + '\n';
        rest = trimmed(rest.substr(length));
    }
    if (out.ends_with('\n')) out.pop_back();
    return out;
}

std::string joined_quotes(std::span<const EvidenceView> evidence) {
    std::string out;
    for (const EvidenceView& entry : evidence) {
        if (!out.empty() && !entry.quote.empty()) out += " … ";
        out += entry.quote;
    }
    return out;
}

} // namespace zhitu::detail
