#include <zhitu/importers/html.hpp>

#include <zhitu/base/encoding.hpp>
#include <zhitu/importers/detail/text_program.hpp>
#include <zhitu/importers/text/paper.hpp>

#include <algorithm>

namespace zhitu {
namespace {

bool is_html(std::string_view bytes) {
    constexpr std::size_t head = 256;
    std::string begin(bytes.substr(0, head));
    std::transform(begin.begin(), begin.end(), begin.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto first = begin.find('<');
    return first != std::string::npos && begin.find_first_not_of("\xEF\xBB\xBF \t\r\n") == first &&
           (begin.compare(first, 14, "<!doctype html") == 0 || begin.compare(first, 5, "<html") == 0);
}

std::string to_text(std::string_view bytes, std::string_view file, const Limits& limits) {
    return detail::run_pandoc("HTML", "html-native_divs-native_spans", decode_text(bytes, file).utf8, file, limits);
}

} // namespace

Importer html_importer() {
    return {"html", "a paper as HTML, through pandoc", {".html", ".htm"}, &is_html, &text::read_paper, &to_text};
}

} // namespace zhitu
