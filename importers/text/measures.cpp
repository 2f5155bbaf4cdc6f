#include <zhitu/importers/text/measures.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace zhitu::text {
namespace {

struct Number {
    std::uint32_t length = 0;
    double value = 0;
    bool numeral = false; // written in numerals of the pack's script
};

// Digits with blanks or commas between groups of three, and a decimal part; else numerals.
Number number_at(std::u32string_view text, const Vocabulary& words) {
    Number out;
    std::string digits;
    std::uint32_t at = 0;
    while (at < text.size()) {
        const char32_t c = text[at];
        const bool group = (c == U' ' || c == U',') && at + 3 < text.size() && !digits.empty() &&
                           digits.find('.') == std::string::npos &&
                           std::all_of(text.begin() + at + 1, text.begin() + at + 4, is_digit) &&
                           (at + 4 >= text.size() || !is_digit(text[at + 4]));
        const bool point = c == U'.' && !digits.empty() && at + 1 < text.size() && is_digit(text[at + 1]) &&
                           digits.find('.') == std::string::npos;
        if (is_digit(c))
            digits.push_back(static_cast<char>(c));
        else if (point)
            digits.push_back('.');
        else if (!group)
            break;
        ++at;
    }
    if (!digits.empty()) {
        std::from_chars(digits.data(), digits.data() + digits.size(), out.value);
        out.length = at;
        return out;
    }
    if (const auto numeral = words.numeral(text)) return {numeral->length, static_cast<double>(numeral->value), true};
    return out;
}

// "three tenths" as the pack's script writes it: denominator, class `figure.of`, numerator.
std::optional<Figure> fraction_at(const Reading& reading, std::u32string_view text, std::uint32_t at) {
    const Vocabulary& words = reading.words();
    const auto whole = words.numeral(text);
    std::uint32_t length = 0;
    double below = 0;
    if (whole) {
        length = whole->length;
        below = whole->value;
    } else if (const auto power = words.starts_with(text, words.group("figure.power"))) {
        length = power->length;
        std::from_chars(power->value.data(), power->value.data() + power->value.size(), below);
    }
    if (length == 0) return std::nullopt;
    const auto of = words.starts_with(text.substr(length), words.group("figure.of"));
    if (!of) return std::nullopt;
    const Number above = number_at(text.substr(length + of->length), words);
    if (above.length == 0 || below == 0) return std::nullopt;
    return Figure{{at, at + length + of->length + above.length}, 100.0 * above.value / below, "%"};
}

std::optional<Figure> figure_at(const Reading& reading, std::u32string_view text, std::uint32_t at) {
    const Vocabulary& words = reading.words();
    if (const auto fraction = fraction_at(reading, text, at)) return fraction;
    if (const auto word = words.starts_with(text, words.group("figure.word"))) { // half, doubled: a share in per cent
        double value = 0;
        std::from_chars(word->value.data(), word->value.data() + word->value.size(), value);
        return Figure{{at, at + word->length}, value, "%"};
    }
    const Number number = number_at(text, words);
    if (number.length == 0) return std::nullopt;
    std::uint32_t end = number.length;
    if (end < text.size() && text[end] == U' ') ++end;
    if (const auto tenths = words.starts_with(text.substr(end), words.group("figure.tenths")); tenths && number.numeral)
        return Figure{{at, at + end + tenths->length}, number.value * 10, "%"};
    std::string unit;
    const auto take = [&](std::string_view group) {
        const auto word = words.starts_with(text.substr(end), words.group(group));
        if (!word) return false;
        unit += to_utf8(text.substr(end, word->length));
        end += word->length;
        return true;
    };
    const std::uint32_t before = end;
    if (words.starts_with(text.substr(end), words.group("figure.more")))
        end += words.starts_with(text.substr(end), words.group("figure.more"))->length;
    if (take("figure.scale"))
        if (const auto more = words.starts_with(text.substr(end), words.group("figure.more"))) end += more->length;
    if (!take("unit")) {
        const bool ratio = text.substr(0, number.length).find(U'.') != std::u32string_view::npos; // a bare coefficient
        if (number.numeral || (unit.empty() && !ratio)) return std::nullopt;
    }
    if (number.numeral && before == end) return std::nullopt;
    return Figure{{at, at + end}, number.value, unit};
}

bool is_measure_stop(const Vocabulary& words, char32_t c) {
    return words.is(c, Role::comma) || words.is(c, Role::semicolon) || words.is(c, Role::stop) ||
           words.is(c, Role::colon);
}

// Where the metric begins: behind connectives and words that only lead to it.
std::uint32_t metric_begin(const Reading& reading, std::uint32_t block, Range clause) {
    std::uint32_t begin = clause.begin;
    while (begin < clause.end) {
        const auto lead = reading.words().starts_with(reading.folded(block, {begin, clause.end}),
                                                      reading.words().group("outcome.lead"));
        if (!lead) break;
        begin += lead->length;
    }
    return begin;
}

} // namespace

std::vector<Figure> figures_in(const Reading& reading, std::uint32_t block, Range range) {
    std::vector<Figure> out;
    const Block& text = reading.block(block);
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
        if (at > 0 && (is_digit(text.text[at - 1]) || is_latin_letter(text.text[at - 1])) && is_digit(text.text[at]))
            continue;
        const auto figure = figure_at(reading, reading.folded(block, {at, range.end}), at);
        if (!figure) continue;
        out.push_back(*figure);
        at = figure->range.end - 1;
    }
    return out;
}

std::vector<Measure> measures_in(const Reading& reading, std::uint32_t block, Range clause) {
    const Vocabulary& words = reading.words();
    while (clause.end > clause.begin && is_measure_stop(words, reading.block(block).text[clause.end - 1])) --clause.end;
    const auto figures = figures_in(reading, block, clause);
    if (figures.empty() || reading.has_cue(block, clause, "outcome.not")) return {};
    const auto changes = reading.cues(block, clause, "change");
    std::vector<Measure> out;
    std::uint32_t from = metric_begin(reading, block, clause);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto& change = changes[i];
        const std::uint32_t limit = i + 1 < changes.size() ? changes[i + 1].range.begin : clause.end;
        const Figure* reached = nullptr;
        for (const Figure& figure : figures)
            if (figure.range.begin >= change.range.end - 1 && figure.range.begin <= change.range.end + 8 &&
                figure.range.begin < limit) {
                reached = &figure;
                break;
            }
        const bool itself = change.value.starts_with("figure"); // doubled, halved: the verb is the figure
        if (reached == nullptr && !itself) continue;
        Measure measure;
        measure.direction = change.value;
        if (itself) {
            measure.direction = change.value == "figure-down" ? "down" : "up";
            for (const Figure& figure : figures)
                if (figure.range.begin >= change.range.begin && figure.range.begin < change.range.end)
                    reached = &figure;
            if (reached == nullptr) continue;
        }
        measure.value = reached->value;
        measure.unit = reached->unit;
        for (const Figure& figure : figures)
            if (figure.range.end <= change.range.begin && figure.range.begin >= from) measure.from = figure.value;
        const std::uint32_t end = std::max(reached->range.end, change.range.end);
        std::uint32_t tail = end;
        if (const auto more = words.starts_with(reading.folded(block, {end, clause.end}), words.group("bound.after"))) {
            tail = end + more->length;
            measure.bound = to_utf8(reading.block(block).slice({end, tail}));
        } else if (change.range.end < reached->range.begin) {
            const Range between{change.range.end, reached->range.begin};
            for (const auto& cue : reading.cues(block, between, "bound.before"))
                measure.bound = to_utf8(reading.block(block).slice(cue.range));
        }
        // What is reached ("covers 191 lines") is measured by the verb and its object.
        const bool reach = change.value == "reach";
        if (reach) measure.direction = "level";
        measure.range = {reach ? change.range.begin : from, tail};
        measure.metric = reach ? Range{change.range.begin, reached->range.begin} : Range{from, change.range.begin};
        if (measure.range.size() >= 4) out.push_back(measure);
        from = tail;
    }
    return out;
}

} // namespace zhitu::text
