#include <zhitu/importers/text/source_text.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>

#include <algorithm>

namespace zhitu::text {

SourceText::SourceText(std::string_view utf8, std::string_view file)
    : text_(to_utf32(utf8))
    , reading_(text_)
    , file_(file) {
    line_starts_.push_back(0);
    for (std::uint32_t i = 0; i < text_.size(); ++i)
        if (text_[i] == U'\n') line_starts_.push_back(i + 1);
}

std::uint32_t SourceText::line_of(std::uint32_t offset) const {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    return static_cast<std::uint32_t>(after - line_starts_.begin());
}

std::string SourceText::quote(std::uint32_t begin, std::uint32_t end) const {
    std::string out;
    char32_t before = 0;
    bool blank = false;
    for (std::uint32_t i = begin; i < end; ++i) {
        const char32_t c = text_[i];
        if (is_blank(c)) {
            blank = true;
            continue;
        }
        if (blank && before != 0 && !is_wide_script(before) && !is_wide_script(c)) out.push_back(' ');
        append_utf8(out, c);
        before = c;
        blank = false;
    }
    return out;
}

} // namespace zhitu::text
