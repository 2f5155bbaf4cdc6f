#include <zhitu/importers/text/figures.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/numbers.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace zhitu::text {
namespace {

struct Number {
    std::uint32_t length = 0;
    double value = 0;
    bool numeral = false; // written in numerals of the pack's script
};

double number_in(std::string_view digits) {
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// A blank or a comma between groups of three.
bool is_group_mark(std::u32string_view text, std::size_t at) {
    return (text[at] == U' ' || text[at] == U',') && at + 3 < text.size() &&
           whole_number_at(text.substr(at + 1), 4).length == 3;
}

bool is_decimal_point(std::u32string_view text, std::size_t at) {
    return text[at] == U'.' && at + 1 < text.size() && is_digit(text[at + 1]);
}

// "two-three" is three at most; "two hundred fifty" is the sum of its parts.
Number numerals_at(std::u32string_view text, const Vocabulary& words) {
    Number out;
    while (const auto part = words.numeral(text.substr(out.length))) {
        const bool between = part->length == 2 && part->value >= 12 && part->value % 11 == 1; // 12, 23, … 89
        const auto power = words.starts_with(text.substr(out.length + part->length), words.group("figure.hundreds"));
        out.value += (between ? part->value % 10 : part->value) * (power ? number_in(power->value) : 1.0);
        out.length += part->length + (power ? power->length : 0);
        out.numeral = true;
        if (!power) break;
    }
    return out;
}

// Digits with blanks or commas between groups of three, and a decimal part; else numerals.
Number number_at(std::u32string_view text, const Vocabulary& words) {
    std::string digits;
    std::uint32_t at = 0;
    bool whole = true;
    for (; at < text.size(); ++at) {
        const char32_t c = text[at];
        if (is_digit(c)) {
            digits.push_back(static_cast<char>(c));
        } else if (whole && !digits.empty() && is_decimal_point(text, at)) {
            digits.push_back('.');
            whole = false;
        } else if (!(whole && !digits.empty() && is_group_mark(text, at))) {
            break;
        }
    }
    if (!digits.empty()) return {at, number_in(digits), false};
    return numerals_at(text, words);
}

// "three tenths" as the pack's script writes it: denominator, class `figure.of`, numerator.
std::optional<Figure> fraction_at(const Vocabulary& words, std::u32string_view text, std::uint32_t at) {
    Number below;
    if (const auto numeral = words.numeral(text))
        below = {numeral->length, static_cast<double>(numeral->value), true};
    else if (const auto power = words.starts_with(text, words.group("figure.power")))
        below = {power->length, number_in(power->value), true};
    if (below.length == 0) return std::nullopt;
    const auto of = words.starts_with(text.substr(below.length), words.group("figure.of"));
    if (!of) return std::nullopt;
    const std::uint32_t front = below.length + of->length;
    const Number above = number_at(text.substr(front), words);
    if (above.length == 0 || below.value == 0) return std::nullopt;
    return Figure{{at, at + front + above.length}, 100.0 * above.value / below.value, "%"};
}

// "1/3".
std::optional<Figure> slash_fraction_at(std::u32string_view text, std::uint32_t at) {
    const auto above = whole_number_at(text);
    if (above.length == 0 || above.length >= text.size() || text[above.length] != U'/') return std::nullopt;
    const auto below = whole_number_at(text.substr(above.length + 1));
    if (below.length == 0 || above.value == 0 || above.value >= below.value) return std::nullopt;
    return Figure{{at, at + above.length + 1 + below.length}, 100.0 * above.value / below.value, "%"};
}

// Half, doubled: a share in per cent.
std::optional<Figure> figure_word_at(const Vocabulary& words, std::u32string_view text, std::uint32_t at) {
    const auto word = words.starts_with(text, words.group("figure.word"));
    if (!word) return std::nullopt;
    return Figure{{at, at + word->length}, number_in(word->value), "%"};
}

/// Takes words of classes from the front of a text.
class WordTaker {
  public:
    WordTaker(const Vocabulary& words, std::u32string_view text, std::uint32_t at)
        : words_(words)
        , text_(text)
        , at_(at) {}

    /// The word of a class that stands here, in UTF-8; empty for none.
    std::string take(GroupName group) {
        const auto word = words_.starts_with(text_.substr(at_), words_.group(group));
        if (!word) return {};
        at_ += word->length;
        return to_utf8(text_.substr(at_ - word->length, word->length));
    }
    /// Ten thousand and its like, where no unit begins with it.
    std::string take_scale() {
        WordTaker with_scale = *this;
        WordTaker unit_alone = *this;
        const std::string scale = with_scale.take("figure.scale");
        with_scale.take("unit");
        if (!unit_alone.take("unit").empty() && unit_alone.at_ >= with_scale.at_) return {};
        return scale.empty() ? scale : take("figure.scale");
    }
    /// "/ton" behind a unit.
    std::string take_per() {
        if (at_ >= text_.size() || text_[at_] != U'/') return {};
        ++at_;
        const std::string unit = take("unit");
        if (!unit.empty()) return "/" + unit;
        --at_;
        return {};
    }
    /// A unit; "two and a half hours", with the half inside or behind the unit, adds to the value.
    std::string take_with_half(double& value) {
        const std::string inside = take("figure.and-half"); // measure word and half
        std::string unit = take("unit");
        if (!inside.empty()) unit = to_utf8(to_utf32(inside).substr(0, 1)) + unit;
        const bool divides = words_.find(to_utf32(unit), words_.group("unit.time")) ||
                             words_.find(to_utf32(unit), words_.group("unit.ratio"));
        if (!inside.empty() || (divides && !take("figure.half").empty())) value += 0.5;
        return unit;
    }
    [[nodiscard]] std::u32string_view rest() const { return text_.substr(at_); }
    [[nodiscard]] std::uint32_t at() const { return at_; }

  private:
    const Vocabulary& words_;
    std::u32string_view text_;
    std::uint32_t at_;
};

// "Eight tenths five" is 85 %.
Figure tenths(const Vocabulary& words, const Number& number, const WordTaker& taker, std::uint32_t at) {
    Figure figure{{at, at + taker.at()}, number.value * 10, "%"};
    const auto part = words.numeral(taker.rest());
    if (!part || part->length != 1 || part->value == 0 || part->value > 9) return figure;
    figure.range.end += 1;
    figure.value += part->value;
    return figure;
}

// "Half an hour".
std::optional<Figure> half_at(const Vocabulary& words, std::u32string_view text, std::uint32_t at) {
    WordTaker taker(words, text, 0);
    if (taker.take("figure.half").empty()) return std::nullopt;
    const std::string unit = taker.take("unit.time");
    if (unit.empty()) return std::nullopt;
    return Figure{{at, at + taker.at()}, 0.5, unit};
}

std::optional<Figure> number_with_unit_at(const Vocabulary& words, std::u32string_view text, std::uint32_t at);

// "3 to 5 days", the unit behind the second number only.
std::optional<Figure> bare_span(const Vocabulary& words, std::u32string_view text, std::uint32_t at,
                                const Number& low) {
    const auto to = words.starts_with(text.substr(low.length), words.group("figure.to"));
    if (!to) return std::nullopt;
    const std::uint32_t begin = low.length + to->length;
    auto high = number_with_unit_at(words, text.substr(begin), at + begin);
    if (!high || high->value <= low.value) return std::nullopt;
    high->range.begin = at;
    return high;
}

// A number with its scale and unit; a number in numerals needs either, one in digits a unit, a scale or a point.
std::optional<Figure> number_with_unit_at(const Vocabulary& words, std::u32string_view text, std::uint32_t at) {
    Number number = number_at(text, words);
    if (number.length == 0) return std::nullopt;
    const std::uint32_t behind = number.length + (text.substr(number.length).starts_with(U' ') ? 1 : 0);
    WordTaker taker(words, text, behind);
    if (number.numeral && !taker.take("figure.tenths").empty()) return tenths(words, number, taker, at);
    taker.take("figure.more");
    const std::string scale = taker.take_scale();
    if (!scale.empty()) taker.take("figure.more");
    std::string unit = taker.take_with_half(number.value);
    if (!unit.empty()) unit += taker.take_per();
    const bool ratio = text.substr(0, number.length).find(U'.') != std::u32string_view::npos; // a bare coefficient
    if (unit.empty() && (number.numeral || (scale.empty() && !ratio))) return bare_span(words, text, at, number);
    return Figure{{at, at + taker.at()}, number.value, scale + unit};
}

// A date is no figure, nor is half of a year that has a side: "the first half of the year".
bool is_date(const Reading& reading, std::uint32_t block, const Figure& figure) {
    const Vocabulary& words = reading.words();
    const auto kind = words.find(to_utf32(figure.unit), words.group("unit.date"));
    constexpr double least_year = 1000;
    if (kind && (*kind != "year" || figure.value >= least_year)) return true;
    return words.starts_with(reading.folded(block, figure.range), words.group("figure.half")) &&
           words.ends_with(reading.folded(block, {0, figure.range.begin}), words.group("figure.side"));
}

std::optional<Figure> figure_at(const Vocabulary& words, std::u32string_view text, std::uint32_t at) {
    if (const auto fraction = fraction_at(words, text, at)) return fraction;
    if (const auto fraction = slash_fraction_at(text, at)) return fraction;
    if (const auto word = figure_word_at(words, text, at)) return word;
    if (const auto half = half_at(words, text, at)) return half;
    return number_with_unit_at(words, text, at);
}

// "10% to 15%", but not "from 15% to 20%".
bool is_span(const Reading& reading, std::uint32_t block, const Figure& low, const Figure& high) {
    const Vocabulary& words = reading.words();
    if (low.unit != high.unit || low.value >= high.value || low.range.end >= high.range.begin) return false;
    if (!words.find(reading.folded(block, {low.range.end, high.range.begin}), words.group("figure.to"))) return false;
    return !words.ends_with(reading.folded(block, {0, low.range.begin}), words.group("figure.from"));
}

} // namespace

std::vector<Figure> figures_in(const Reading& reading, std::uint32_t block, Range range) {
    std::vector<Figure> out;
    const Block& text = reading.block(block);
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
        if (at > 0 && (is_digit(text.text[at - 1]) || is_latin_letter(text.text[at - 1])) && is_digit(text.text[at]))
            continue;
        auto figure = figure_at(reading.words(), reading.folded(block, {at, range.end}), at);
        if (!figure) continue;
        at = figure->range.end - 1;
        if (is_date(reading, block, *figure)) continue;
        if (!out.empty() && is_span(reading, block, out.back(), *figure)) {
            figure->range.begin = out.back().range.begin;
            out.pop_back();
        }
        out.push_back(*figure);
    }
    return out;
}

bool is_ratio(const Figure& figure, const Vocabulary& words) {
    return words.find(to_utf32(figure.unit), words.group("unit.ratio")).has_value();
}

bool is_time(const Figure& figure, const Vocabulary& words) {
    return words.find(to_utf32(figure.unit), words.group("unit.time")).has_value();
}

} // namespace zhitu::text
