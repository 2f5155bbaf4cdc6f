#include <zhitu/importers/text/reading_text.hpp>

#include <zhitu/base/script.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

constexpr std::size_t longest_mark = 40;

struct ParsedMark {
    std::uint32_t end = 0;
    std::vector<std::uint32_t> numbers;
};

bool is_dash(char32_t c) {
    return fold(c) == U'-';
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
        } else if (c == U',' || c == U';') {
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

// A mark at `at`: ^[1], ^{[1]}, ^{1,2}, ^1 or [1].
ParsedMark parse_mark(std::u32string_view text, std::uint32_t at, std::uint32_t end) {
    const auto is_at = [&](std::uint32_t i, char32_t c) { return i < end && fold(text[i]) == c; };
    if (is_at(at, U'[')) return parse_numbers(text, at + 1, end, U"]");
    if (!is_at(at, U'^')) return {};
    if (is_at(at + 1, U'[')) return parse_numbers(text, at + 2, end, U"]");
    if (is_at(at + 1, U'{') && is_at(at + 2, U'[')) {
        ParsedMark mark = parse_numbers(text, at + 3, end, U"]");
        if (mark.end != 0 && is_at(mark.end, U'}')) ++mark.end;
        return mark;
    }
    if (is_at(at + 1, U'{')) return parse_numbers(text, at + 2, end, U"}");
    ParsedMark mark;
    std::uint32_t i = at + 1, value = 0;
    for (; i < end && is_digit(text[i]) && i - at < 5; ++i) value = value * 10 + (text[i] - U'0');
    if (value != 0) mark = {i, {value}};
    return mark;
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

void put(Block& block, char32_t c, std::uint32_t offset) {
    block.text.push_back(c);
    block.folded.push_back(fold(c));
    block.offsets.push_back(offset);
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

} // namespace

void append_reading_text(Block& block, const SourceText& source, Range span, const ReadingOptions& options) {
    const auto text = source.text();
    bool blank = !block.text.empty();
    for (std::uint32_t at = span.begin; at < span.end;) {
        const char32_t c = text[at];
        if (is_blank(c) || is_control(c)) {
            blank = true;
            ++at;
            continue;
        }
        if (options.emphasis && (c == U'*' || c == U'`')) {
            ++at;
            continue;
        }
        ParsedMark mark;
        const bool bare = c == U'[' && (block.text.empty() || blank);
        if (options.citations && (c == U'^' || c == U'[') && !bare) mark = parse_mark(text, at, span.end);
        if (options.superscripts && mark.end == 0) mark = parse_superscripts(text, at, span.end);
        if (mark.end != 0) {
            block.marks.push_back(
                {static_cast<std::uint32_t>(block.text.size()), std::move(mark.numbers), {at, mark.end}});
            at = mark.end;
            continue;
        }
        const bool narrow = !block.text.empty() && !is_wide_script(block.text.back()) && !is_wide_script(c);
        if (blank && !block.text.empty() && (narrow || options.blanks)) put(block, U' ', at - 1);
        blank = false;
        put(block, c, at);
        ++at;
    }
}

std::vector<Range> cells_of(const Block& row) {
    std::vector<Range> cells;
    std::uint32_t begin = 1;
    for (std::uint32_t at = 1; at < row.text.size(); ++at) {
        if (row.text[at] != U'|') continue;
        Range cell{begin, at};
        while (cell.begin < cell.end && row.text[cell.begin] == U' ') ++cell.begin;
        while (cell.end > cell.begin && row.text[cell.end - 1] == U' ') --cell.end;
        cells.push_back(cell);
        begin = at + 1;
    }
    return cells;
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
