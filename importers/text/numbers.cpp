#include <zhitu/importers/text/numbers.hpp>

#include <zhitu/base/script.hpp>

namespace zhitu::text {

WholeNumber whole_number_at(std::u32string_view text, std::size_t longest) {
    WholeNumber out;
    for (const char32_t c : text.substr(0, longest)) {
        if (!is_digit(c)) break;
        out.value = out.value * 10 + (c - U'0');
        ++out.length;
    }
    return out;
}

std::optional<std::int64_t> four_digits_at(std::u32string_view text) {
    const WholeNumber number = whole_number_at(text, 4);
    return number.length == 4 ? std::optional<std::int64_t>(number.value) : std::nullopt;
}

} // namespace zhitu::text
