#include <zhitu/exporters/detail/csv_text.hpp>

#include <zhitu/base/unicode.hpp>

namespace zhitu::detail {
namespace {

bool needs_guard(std::string_view text, Formulas formulas) {
    constexpr std::string_view begins_formula = "=+-@\t\r";
    if (formulas == Formulas::none) return false;
    const std::size_t first = text.find_first_not_of('\'');
    if (first == std::string_view::npos || begins_formula.find(text[first]) == std::string_view::npos) return false;
    return first > 0 || formulas == Formulas::guarded;
}

bool needs_quotes(std::string_view text) {
    if (text.empty() || text.front() == ' ' || text.back() == ' ') return true;
    return text.find_first_of(",\"\r\n") != std::string_view::npos;
}

} // namespace

void append_csv_cell(std::string& out, std::string_view text, Formulas formulas) {
    if (invalid_utf8(text)) return append_csv_cell(out, to_utf8(to_utf32(text)), formulas);
    const bool quoted = needs_quotes(text);
    if (quoted) out += '"';
    if (needs_guard(text, formulas)) out += '\'';
    for (auto quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
        out += text.substr(0, quote + 1);
        out += '"';
        text.remove_prefix(quote + 1);
    }
    out += text;
    if (quoted) out += '"';
}

} // namespace zhitu::detail
