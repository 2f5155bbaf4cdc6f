#include <zhitu/importers/text/reading_text.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/importers/text/numbers.hpp>
#include <zhitu/importers/text/repairs.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

constexpr std::size_t longest_mark = 40;

struct ParsedMark {
    std::uint32_t end = 0;
    std::vector<std::uint32_t> numbers;
};

bool is_dash(char32_t c) {
    return fold(c) == U'-' || fold(c) == U'~';
}

// Digits, commas and dashes from `at` to one of `closers`; the numbers with ranges filled in.
ParsedMark parse_numbers(std::u32string_view text, std::uint32_t at, std::uint32_t end, std::u32string_view closers) {
    ParsedMark mark;
    std::uint32_t value = 0, range_from = 0;
    bool digits = false, range = false;
    const auto finish_number = [&] {
        if (!digits) return;
        const std::uint32_t first = range && value > range_from && value - range_from < 50 ? range_from + 1 : value;
        for (std::uint32_t n = first; n <= value; ++n) mark.numbers.push_back(n);
        range_from = value;
        value = 0;
        digits = range = false;
    };
    for (const std::uint32_t start = at; at < end && at - start < longest_mark; ++at) {
        const char32_t c = fold(text[at]);
        if (closers.find(c) != std::u32string_view::npos) {
            finish_number();
            if (!mark.numbers.empty()) mark.end = at + 1;
            return mark;
        }
        if (is_digit(c)) {
            value = std::min<std::uint32_t>(value * 10 + (c - U'0'), 1'000'000);
            digits = true;
        } else if (c == U',' || c == U';' || (is_wide_script(c) && !is_han(c))) {
            finish_number();
        } else if (is_dash(c)) {
            finish_number();
            range = true;
        } else if (!is_blank(c)) {
            return {};
        }
    }
    return {};
}

// A mark at `at`: ^[1], ^{[1]}, ^{1,2}, ^1, [^1] or [1].
ParsedMark parse_mark(std::u32string_view text, std::uint32_t at, std::uint32_t end) {
    const auto is_at = [&](std::uint32_t i, char32_t c) { return i < end && fold(text[i]) == c; };
    if (is_at(at, U'[')) return parse_numbers(text, at + (is_at(at + 1, U'^') ? 2 : 1), end, U"]");
    if (!is_at(at, U'^')) return {};
    if (is_at(at + 1, U'[')) return parse_numbers(text, at + 2, end, U"]");
    if (is_at(at + 1, U'{') && is_at(at + 2, U'[')) {
        ParsedMark mark = parse_numbers(text, at + 3, end, U"]");
        if (mark.end != 0 && is_at(mark.end, U'}')) ++mark.end;
        return mark;
    }
    if (is_at(at + 1, U'{')) return parse_numbers(text, at + 2, end, U"}");
    const WholeNumber number = whole_number_at(text.substr(at + 1, end - at - 1), 4);
    return number.value == 0 ? ParsedMark{} : ParsedMark{at + 1 + number.length, {number.value}};
}

ParsedMark parse_superscripts(std::u32string_view text, std::uint32_t at, std::uint32_t end) {
    ParsedMark mark;
    while (at < end && superscript_digit(text[at]) != 0) {
        mark.numbers.push_back(superscript_digit(text[at]) - U'0');
        mark.end = ++at;
        if (at + 1 < end && fold(text[at]) == U',' && superscript_digit(text[at + 1]) != 0) ++at;
    }
    return mark;
}

// A citation mark or a superscript at the begin of a span. Square brackets are a mark only right behind a word.
ParsedMark mark_at(std::u32string_view text, Range span, bool in_text, const ReadingOptions& options) {
    ParsedMark mark;
    const char32_t c = text[span.begin];
    if (options.citations && (c == U'^' || (c == U'[' && in_text))) mark = parse_mark(text, span.begin, span.end);
    if (options.superscripts && mark.end == 0) mark = parse_superscripts(text, span.begin, span.end);
    return mark;
}

// Opens a span of emphasis, or closes the open one.
void toggle_emphasis(Block& block) {
    const auto here = static_cast<std::uint32_t>(block.text.size());
    constexpr std::uint32_t open = 0;
    if (!block.emphasized.empty() && block.emphasized.back().end == open)
        block.emphasized.back().end = here;
    else
        block.emphasized.push_back({here, open});
}

// A blank is layout beside a wide character.
bool keeps_blank(const Block& block, char32_t next, const ReadingOptions& options) {
    if (block.text.empty()) return false;
    return options.blanks || (!is_wide_script(block.text.back()) && !is_wide_script(next));
}

bool latin_stop(const Block& block, std::uint32_t at) {
    if (block.text[at] != U'.') return false;
    if (at + 1 < block.text.size()) {
        const char32_t next = block.text[at + 1];
        if (at > 0 && is_han(block.text[at - 1])) return !is_digit(next) && !is_latin_letter(next);
        return next == U' ' && at > 1 && is_latin_letter(block.text[at - 1]) && is_latin_letter(block.text[at - 2]);
    }
    return true;
}

// The line before ends inside of a number, or with a hyphen inside of a word.
bool goes_on_in_word(const Block& block, std::u32string_view text, std::uint32_t begin) {
    if (!block.text.empty() && is_digit(block.text.back()) && begin < text.size() &&
        (is_digit(text[begin]) || fold(text[begin]) == U'%'))
        return true;
    while (begin > 0 && is_blank(text[begin - 1])) --begin;
    return begin > 0 && text[begin - 1] == left_out && begin > 1 && is_latin_letter(text[begin - 2]);
}

} // namespace

void append_character(Block& block, char32_t c, std::uint32_t offset) {
    block.text.push_back(c);
    block.folded.push_back(fold(c));
    block.offsets.push_back(offset);
}

void append_reading_text(Block& block, const SourceText& source, Range span, const ReadingOptions& options) {
    const auto text = source.reading();
    bool blank = !block.text.empty() && !goes_on_in_word(block, text, span.begin);
    for (std::uint32_t at = span.begin; at < span.end;) {
        const char32_t c = text[at];
        if (c == left_out) {
            ++at;
            continue;
        }
        if (is_blank(c) || is_control(c)) {
            blank = true;
            ++at;
            continue;
        }
        if (options.emphasis && (c == U'*' || c == U'`')) {
            const bool strong = text.substr(at, span.end - at).starts_with(U"**");
            if (strong) toggle_emphasis(block);
            at += strong ? 2 : 1;
            continue;
        }
        const bool in_text = !block.text.empty() && !blank;
        if (ParsedMark mark = mark_at(text, {at, span.end}, in_text, options); mark.end != 0) {
            const auto position = static_cast<std::uint32_t>(block.text.size());
            block.marks.push_back({position, std::move(mark.numbers), {at, mark.end}});
            at = mark.end;
            continue;
        }
        if (blank && keeps_blank(block, c, options)) append_character(block, U' ', at - 1);
        blank = false;
        append_character(block, c, at);
        ++at;
    }
}

void split_sentences(Block& block, const Vocabulary& words) {
    block.sentences.clear();
    std::uint32_t begin = 0;
    int titles = 0, brackets = 0;
    const auto size = static_cast<std::uint32_t>(block.text.size());
    for (std::uint32_t at = 0; at < size; ++at) {
        const char32_t c = block.folded[at];
        if (words.is(c, Role::title_open)) ++titles;
        if (words.is(c, Role::title_close)) titles = std::max(0, titles - 1);
        if (c == U'(') ++brackets;
        if (c == U')') brackets = std::max(0, brackets - 1);
        const bool stop = words.is(block.text[at], Role::stop) || latin_stop(block, at);
        constexpr std::uint32_t longest = 600;
        if ((!stop || titles > 0 || brackets > 0) && at - begin < longest) continue;
        if (!stop) continue;
        std::uint32_t end = at + 1;
        while (end < size && (words.is(block.text[end], Role::quote_close) || words.is(block.text[end], Role::stop)))
            ++end;
        block.sentences.push_back({begin, end});
        begin = end;
        at = end - 1;
        titles = brackets = 0;
    }
    if (begin < size) block.sentences.push_back({begin, size});
}

} // namespace zhitu::text
