#include <zhitu/importers/text/lines.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/numbers.hpp>
#include <zhitu/importers/text/repairs.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

std::size_t digits_at(std::u32string_view text, std::size_t at) {
    return whole_number_at(text.substr(std::min(at, text.size()))).length;
}

// "2", "2.1", "2.1.3" in front, followed by a blank or by a character of another script.
Numbering digit_numbering(std::u32string_view text) {
    Numbering out;
    std::size_t at = 0;
    std::uint32_t level = 0;
    while (true) {
        const std::size_t n = digits_at(text, at);
        if (n == 0 || n > 2) break;
        at += n;
        ++level;
        if (at < text.size() && text[at] == U'.' && digits_at(text, at + 1) > 0)
            ++at;
        else
            break;
    }
    if (level == 0 || at >= text.size()) return out;
    const std::string number = to_utf8(text.substr(0, at));
    if (level == 1 && text[at] == U'.') {
        if (at + 1 < text.size() && text[at + 1] == U' ') ++at;
        return {Numbering::Style::digit_dot, 3, number, static_cast<std::uint32_t>(at + 1)};
    }
    const bool blank = text[at] == U' ';
    if (!blank && (level == 1 || !is_han(text[at]))) return out;
    return {Numbering::Style::digits, level, number, static_cast<std::uint32_t>(at + (blank ? 1 : 0))};
}

Numbering numeral_numbering(std::u32string_view text, const Vocabulary& words) {
    const bool bracket = !text.empty() && text[0] == U'(';
    const std::size_t begin = bracket ? 1 : 0;
    const auto numeral = words.numeral(text.substr(begin));
    if (!numeral) return {};
    const std::size_t after = begin + numeral->length;
    if (after >= text.size()) return {};
    const bool closed = bracket ? text[after] == U')' : words.is(text[after], Role::list_comma);
    if (!closed) return {};
    return {bracket ? Numbering::Style::bracket_numeral : Numbering::Style::numeral,
            bracket ? 2U : 1U,
            {},
            static_cast<std::uint32_t>(after + 1)};
}

// A word such as "case" or "annex" with a number behind it.
Numbering part_numbering(std::u32string_view text, const Vocabulary& words) {
    const auto word = words.starts_with(text, words.group("layout.part"));
    if (!word) return {};
    const auto rest = text.substr(word->length);
    std::size_t length = digits_at(rest, 0);
    if (length == 0)
        if (const auto numeral = words.numeral(rest)) length = numeral->length;
    if (length == 0) return {};
    std::size_t after = word->length + length;
    if (after < text.size() && (text[after] == U':' || text[after] == U' ' || words.is(text[after], Role::list_comma)))
        ++after;
    return {Numbering::Style::part, 1, {}, static_cast<std::uint32_t>(after)};
}

// Citation marks, quotes, brackets and emphasis may stand behind a full stop.
std::u32string_view without_closing_marks(std::u32string_view text, const Vocabulary& words) {
    while (!text.empty()) {
        const char32_t last = text.back();
        if (last == U']' || last == U'^' || is_digit(last)) {
            const std::size_t mark = text.rfind(U'^');
            if (mark == std::u32string_view::npos) break;
            text = text.substr(0, mark);
        } else if (words.is(last, Role::quote_close) || last == U'"' || last == U')' || last == U'*') {
            text.remove_suffix(1);
        } else {
            break;
        }
    }
    return text;
}

std::uint32_t bracketed_label(std::u32string_view text, const Vocabulary& words) {
    constexpr std::size_t longest = 12;
    for (std::uint32_t at = 1; at < std::min(text.size(), longest); ++at) {
        if (!words.is(text[at], Role::bracket_close)) continue;
        return words.starts_with(text.substr(1, at - 1), words.group("layout.record")) ? at + 1 : 0;
    }
    return 0;
}

} // namespace

Line make_line(const SourceText& source, Range span, bool blank_before) {
    Line line{span, blank_before, false, 0, {}, {}};
    const auto text = source.reading();
    bool blank = false;
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
        const char32_t c = text[at];
        if (c == left_out) continue;
        if (is_blank(c)) {
            blank = true;
            continue;
        }
        // A blank behind a number is kept: it tells a heading's number from a quantity.
        if (blank && !line.folded.empty() &&
            (!is_wide_script(c) || is_digit(line.folded.back()) || line.folded.back() == U'#') &&
            (!is_wide_script(line.folded.back()))) {
            line.folded.push_back(U' ');
            line.offsets.push_back(at - 1);
        }
        blank = false;
        line.folded.push_back(fold(c));
        line.offsets.push_back(at);
    }
    return line;
}

std::vector<Line> split_lines(const SourceText& source) {
    std::vector<Line> lines;
    const auto text = source.text();
    constexpr char32_t form_feed = 0x0C;
    bool blank_before = true, page_before = false;
    for (std::uint32_t begin = 0; begin < text.size();) {
        auto end = static_cast<std::uint32_t>(std::min(text.find(U'\n', begin), text.size()));
        const std::uint32_t next = end + 1;
        std::uint32_t indent = 0;
        if (begin < end && text[begin] == form_feed) {
            page_before = true;
            ++begin;
        }
        for (; begin < end && is_blank(text[begin]); ++begin) indent += is_wide_script(text[begin]) ? 2 : 1;
        while (end > begin && is_blank(text[end - 1])) --end;
        if (begin == end) {
            blank_before = true;
        } else {
            lines.push_back(make_line(source, {begin, end}, blank_before));
            lines.back().indent = indent;
            lines.back().page_before = page_before;
            blank_before = page_before = false;
        }
        begin = next;
    }
    return lines;
}

Numbering numbering_of(const Line& line, const Vocabulary& words) {
    std::u32string_view text = line.folded;
    std::uint32_t hashes = 0;
    while (hashes < text.size() && text[hashes] == U'#') ++hashes;
    if (hashes > 0 && hashes <= 6) {
        std::uint32_t skip = hashes;
        if (skip < text.size() && text[skip] == U' ') ++skip;
        Numbering out{Numbering::Style::markdown, hashes, {}, skip};
        Numbering inner = digit_numbering(text.substr(skip));
        if (inner.style == Numbering::Style::none) inner = numeral_numbering(text.substr(skip), words);
        if (inner.style != Numbering::Style::none) {
            out.number = inner.number;
            out.length += inner.length;
        }
        return out;
    }
    if (const Numbering digits = digit_numbering(text); digits.style != Numbering::Style::none) return digits;
    if (const Numbering numeral = numeral_numbering(text, words); numeral.style != Numbering::Style::none)
        return numeral;
    return part_numbering(text, words);
}

bool is_page_number(const Line& line) {
    const std::size_t digits =
        static_cast<std::size_t>(std::count_if(line.folded.begin(), line.folded.end(), is_digit));
    return digits > 0 && line.folded.size() <= 8 && std::all_of(line.folded.begin(), line.folded.end(), [](char32_t c) {
               return is_digit(c) || c == U'-' || c == U' ' || c == U'/' || c == 0xB7;
           });
}

bool is_masthead(const Line& line, const Vocabulary& words) {
    constexpr std::size_t longest = 80;
    if (line.folded.size() > longest || ends_sentence(line.folded, words)) return false;
    const GroupId unit = words.group("layout.issue");
    const std::u32string_view text = line.folded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (words.starts_with(text.substr(at), words.group("layout.masthead"))) return true;
        std::size_t length = digits_at(text, at);
        if (length == 0) continue;
        std::size_t after = at + length;
        if (after < text.size() && text[after] == U' ') ++after;
        if (words.starts_with(text.substr(after), unit)) return true;
        at += length;
    }
    return false;
}

bool is_caption(const Line& line, const Vocabulary& words) {
    constexpr std::size_t longest = 60;
    const std::u32string_view text = line.folded;
    const auto word = words.starts_with(text, words.group("layout.caption"));
    if (!word || text.size() > longest || ends_sentence(text, words)) return false;
    std::size_t at = word->length;
    if (at < text.size() && text[at] == U' ') ++at;
    return digits_at(text, at) > 0 || words.numeral(text.substr(at)).has_value();
}

bool is_rule(const Line& line) {
    return line.folded.size() >= 3 && std::all_of(line.folded.begin(), line.folded.end(), [](char32_t c) {
               return c == U'-' || c == U'*' || c == U'_' || c == U'=';
           });
}

bool is_bullet(const Line& line, const SourceText& source) {
    const char32_t c = line.folded.front();
    const std::uint32_t next = line.span.begin + 1;
    return (c == U'-' || c == U'*' || c == U'+') && next < line.span.end && is_blank(source.text()[next]);
}

bool is_ornament(const Line& line, const Vocabulary& words) {
    return words.starts_with(std::u32string_view(line.folded).substr(0, 1), words.group("layout.bullet")).has_value();
}

bool is_latin(const Line& line) {
    const auto han = std::count_if(line.folded.begin(), line.folded.end(), is_han);
    const auto letters = std::count_if(line.folded.begin(), line.folded.end(), is_latin_letter);
    return letters >= 3 && han * 8 < letters;
}

bool is_references_heading(const Line& line, const Vocabulary& words) {
    std::u32string_view text = line.folded;
    while (!text.empty() && (text.front() == U'#' || text.front() == U' ' || text.front() == U'['))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == U':' || text.back() == U']' || text.back() == U' ')) text.remove_suffix(1);
    return words.find(text, words.group("layout.references")).has_value();
}

bool ends_sentence(std::u32string_view text, const Vocabulary& words) {
    text = without_closing_marks(text, words);
    return !text.empty() && (words.is(text.back(), Role::stop) || words.is(text.back(), Role::semicolon) ||
                             text.back() == U':' || text.back() == U'.');
}

bool is_note(const Line& line) {
    const auto entry = line.folded.starts_with(U"[^") ? entry_number(line) : std::nullopt;
    return entry && entry->length < line.folded.size() && line.folded[entry->length] == U':';
}

std::uint32_t record_label(const Line& line, const Vocabulary& words) {
    const std::u32string_view text = line.folded;
    if (text.empty()) return 0;
    if (words.is(text[0], Role::bracket_open) && text[0] != U'(' && text[0] != U'[')
        return bracketed_label(text, words);
    const auto label = words.starts_with(text, words.group("layout.record"));
    return label && label->length < text.size() && text[label->length] == U':' ? label->length + 1 : 0;
}

std::optional<EntryNumber> entry_number(const Line& line) {
    const std::u32string_view text = line.folded;
    std::size_t at = 0;
    while (at < text.size() && (text[at] == U'-' || text[at] == U' ' || text[at] == U'*')) ++at;
    if (at >= text.size() || text[at] != U'[') return std::nullopt;
    ++at;
    if (at < text.size() && text[at] == U'^') ++at;
    const WholeNumber number = whole_number_at(text.substr(at));
    const std::size_t close = at + number.length;
    if (number.length == 0 || number.length > 4 || close >= text.size() || text[close] != U']') return std::nullopt;
    return EntryNumber{number.value, static_cast<std::uint32_t>(close + 1)};
}

bool ends_references(const Block& last_entry, const Line& line, const Vocabulary& words) {
    if (words.starts_with(line.folded, words.group("layout.closing")) || is_rule(line)) return true;
    const std::u32string_view entry = last_entry.text;
    const bool complete = entry.ends_with(U'.') || entry.ends_with(U'/') || words.is(entry.back(), Role::stop);
    if (!complete || !line.blank_before) return false;
    const bool latin_text = is_latin(line) && is_latin_letter(line.folded.front()) && !line.folded.starts_with(U"http");
    return latin_text || is_han(line.folded.front()) || is_masthead(line, words);
}

} // namespace zhitu::text
