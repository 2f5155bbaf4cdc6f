#include <zhitu/importers/text/front_lines.hpp>

#include <zhitu/base/script.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

bool has_digit(std::u32string_view text) {
    return std::any_of(text.begin(), text.end(), is_digit);
}

bool names_institution(std::u32string_view text, const Vocabulary& words) {
    return words.contains(text, words.group("Institution.head")) ||
           words.contains(text, words.group("Institution.ambiguous-head"));
}

bool begins_with_number(std::u32string_view text) {
    const auto end = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
    return end > 0 && end <= 2 && end < text.size() && (text[end] == U'.' || text[end] == U' ' || is_han(text[end]));
}

bool parts_names(char32_t c, const Vocabulary& words) {
    return c == U',' || words.is(c, Role::list_comma) || c == U' ' || c == U';';
}

bool marks_name(char32_t c) {
    return superscript_digit(c) != 0 || is_digit(c) || c == U'^' || c == U'{' || c == U'}' || c == U'*';
}

} // namespace

std::u32string_view without_front_marks(const Line& line, const Vocabulary& words) {
    std::u32string_view text = line.folded;
    const auto mark = [&](char32_t c) {
        return c != U'(' && (words.is(c, Role::bracket_open) || c == U'>' || c == U'*' || c == U' ');
    };
    while (!text.empty() && mark(text.front())) text.remove_prefix(1);
    return text;
}

bool is_date(std::u32string_view text, const Vocabulary& words) {
    return (has_digit(text) || words.numeral(text.substr(0, 2))) && words.contains(text, words.group("layout.date"));
}

bool is_front_issue(const Line& line, const Vocabulary& words) {
    const std::u32string_view text = line.folded;
    if (text.size() > 80 || ends_sentence(text, words)) return false;
    if (is_date(text, words) && words.contains(text, words.group("layout.month"))) return true;
    return text.size() < 24 && has_digit(text) && words.ends_with(text, words.group("layout.document-number"));
}

bool can_be_title(const Line& line, const Vocabulary& words) {
    const std::u32string_view text = line.folded;
    if (text.size() <= 60 && !ends_sentence(text, words)) return true;
    return text.size() <= 36 && !text.ends_with(U':') &&
           std::none_of(text.begin(), text.end() - 1, [&](char32_t c) { return words.is(c, Role::stop); });
}

bool continues_title(const Line& line, const Vocabulary& words) {
    const char32_t first = line.folded.front();
    return first == U'(' || first == U'-' ||
           words.starts_with(line.folded, words.group("layout.title-continues")).has_value();
}

bool is_affiliation(const Line& line, const Vocabulary& words) {
    std::u32string_view text = line.folded;
    if (text.starts_with(U'(')) text.remove_prefix(1);
    const bool numbered = begins_with_number(text);
    const bool bracketed = line.folded.front() == U'(' && line.folded.back() == U')';
    if (line.folded.size() >= 80 || !(numbered || bracketed)) return false;
    return (numbered && bracketed) || names_institution(text, words);
}

bool is_author_line(const Line& line, const Vocabulary& words) {
    constexpr std::size_t longest_name = 6;
    if (line.folded.size() > 80 || ends_sentence(line.folded, words)) return false;
    std::size_t length = 0, names = 0;
    bool marked = false;
    for (const char32_t c : line.folded) {
        if (is_han(c)) {
            if (++length == 1) ++names;
            if (length > longest_name) return false;
        } else if (parts_names(c, words)) {
            length = 0;
        } else if (marks_name(c)) {
            marked = true;
        } else {
            return false;
        }
    }
    return names >= 2 || (names == 1 && marked);
}

} // namespace zhitu::text
