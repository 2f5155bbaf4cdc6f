#include <zhitu/importers/text/measures.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/numbers.hpp>

#include <algorithm>
#include <charconv>

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
    if (const auto numeral = words.numeral(text)) return {numeral->length, static_cast<double>(numeral->value), true};
    return {};
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
    std::string take(std::string_view group) {
        const auto word = words_.starts_with(text_.substr(at_), words_.group(group));
        if (!word) return {};
        at_ += word->length;
        return to_utf8(text_.substr(at_ - word->length, word->length));
    }
    [[nodiscard]] std::uint32_t at() const { return at_; }

  private:
    const Vocabulary& words_;
    std::u32string_view text_;
    std::uint32_t at_;
};

// A number with its scale and unit; a number in numerals needs either, one in digits a unit, a scale or a point.
std::optional<Figure> number_with_unit_at(const Vocabulary& words, std::u32string_view text, std::uint32_t at) {
    const Number number = number_at(text, words);
    if (number.length == 0) return std::nullopt;
    const std::uint32_t behind = number.length + (text.substr(number.length).starts_with(U' ') ? 1 : 0);
    WordTaker taker(words, text, behind);
    if (number.numeral && !taker.take("figure.tenths").empty())
        return Figure{{at, at + taker.at()}, number.value * 10, "%"};
    taker.take("figure.more");
    const std::string scale = taker.take("figure.scale");
    if (!scale.empty()) taker.take("figure.more");
    const std::string unit = taker.take("unit");
    const bool ratio = text.substr(0, number.length).find(U'.') != std::u32string_view::npos; // a bare coefficient
    if (unit.empty() && (number.numeral || (scale.empty() && !ratio))) return std::nullopt;
    return Figure{{at, at + taker.at()}, number.value, scale + unit};
}

std::optional<Figure> figure_at(const Reading& reading, std::u32string_view text, std::uint32_t at) {
    const Vocabulary& words = reading.words();
    if (const auto fraction = fraction_at(words, text, at)) return fraction;
    if (const auto word = figure_word_at(words, text, at)) return word;
    return number_with_unit_at(words, text, at);
}

bool is_measure_stop(const Vocabulary& words, char32_t c) {
    return words.is(c, Role::comma) || words.is(c, Role::semicolon) || words.is(c, Role::stop) ||
           words.is(c, Role::colon);
}

// Where the metric begins: behind connectives and words that only lead to it.
std::uint32_t metric_begin(const Reading& reading, std::uint32_t block, Range clause) {
    const auto& edge = reading.all_mentions().words[block].edge;
    std::uint32_t begin = clause.begin;
    while (begin < clause.end) {
        const auto lead = reading.words().starts_with(reading.folded(block, {begin, clause.end}),
                                                      reading.words().group("outcome.lead"));
        if (!lead || !edge[begin + lead->length]) break;
        begin += lead->length;
    }
    return begin;
}

/// The measures of a clause: each word of change with the figure that it reaches.
class MeasureReader {
  public:
    MeasureReader(const Reading& reading, std::uint32_t block, Range clause)
        : reading_(reading)
        , words_(reading.words())
        , block_(block)
        , clause_(clause) {
        while (clause_.end > clause_.begin && is_measure_stop(words_, reading.block(block).text[clause_.end - 1]))
            --clause_.end;
    }

    std::vector<Measure> run() {
        figures_ = figures_in(reading_, block_, clause_);
        if (figures_.empty() || reading_.has_cue(block_, clause_, "outcome.not")) return {};
        std::vector<Measure> out;
        from_ = metric_begin(reading_, block_, clause_);
        const auto changes = reading_.cues(block_, clause_, "change");
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const std::uint32_t limit = i + 1 < changes.size() ? changes[i + 1].range.begin : clause_.end;
            const Figure* reached = figure_of(changes[i], limit);
            if (reached == nullptr || is_time_alone(changes[i], *reached)) continue;
            const Measure measure = make(changes[i], *reached);
            if (measure.range.size() >= 4) out.push_back(measure);
            from_ = measure.range.end;
        }
        return out;
    }

  private:
    // "In use for two years" reaches nothing.
    [[nodiscard]] bool is_time_alone(const Reading::Cue& change, const Figure& reached) const {
        return change.value == "reach" && words_.find(to_utf32(reached.unit), words_.group("unit.time"));
    }

    // Doubled, halved: the verb is the figure.
    [[nodiscard]] static bool is_figure(const Reading::Cue& change) { return change.value.starts_with("figure"); }

    // The last figure inside a verb that is one, else the first one behind the change.
    [[nodiscard]] const Figure* figure_of(const Reading::Cue& change, std::uint32_t limit) const {
        if (is_figure(change)) {
            const auto inside = std::find_if(figures_.rbegin(), figures_.rend(), [&](const Figure& figure) {
                return figure.range.begin >= change.range.begin && figure.range.begin < change.range.end;
            });
            if (inside != figures_.rend()) return &*inside;
        }
        const auto behind = std::find_if(figures_.begin(), figures_.end(), [&](const Figure& figure) {
            return figure.range.begin + 1 >= change.range.end && figure.range.begin <= change.range.end + 8 &&
                   figure.range.begin < limit;
        });
        return behind == figures_.end() ? nullptr : &*behind;
    }

    [[nodiscard]] Measure make(const Reading::Cue& change, const Figure& reached) const {
        Measure measure;
        measure.value = reached.value;
        measure.unit = reached.unit;
        for (const Figure& figure : figures_)
            if (figure.range.end <= change.range.begin && figure.range.begin >= from_) measure.from = figure.value;
        measure.direction = direction_of(change, measure);
        // What is reached ("covers 191 lines") is measured by the verb and its object.
        const bool reach = change.value == "reach";
        measure.range = {reach ? change.range.begin : from_, std::max(reached.range.end, change.range.end)};
        measure.metric = reach ? Range{change.range.begin, reached.range.begin} : Range{from_, change.range.begin};
        set_bound(measure, {change.range.end, reached.range.begin});
        return measure;
    }

    [[nodiscard]] static std::string_view direction_of(const Reading::Cue& change, const Measure& measure) {
        if (change.value == "reach") return "level";
        if (change.value == "shift") return !measure.from ? "level" : *measure.from < measure.value ? "up" : "down";
        if (is_figure(change)) return change.value == "figure-down" ? "down" : "up";
        return change.value;
    }

    // "… or more" behind the figure, which the measure takes in, else "at least" between change and figure.
    void set_bound(Measure& measure, Range between) const {
        const std::uint32_t end = measure.range.end;
        const auto more = words_.starts_with(reading_.folded(block_, {end, clause_.end}), words_.group("bound.after"));
        if (more) {
            measure.range.end += more->length;
            measure.bound = to_utf8(reading_.block(block_).slice({end, measure.range.end}));
        } else if (between.begin < between.end) {
            for (const auto& cue : reading_.cues(block_, between, "bound.before"))
                measure.bound = to_utf8(reading_.block(block_).slice(cue.range));
        }
    }

    const Reading& reading_;
    const Vocabulary& words_;
    std::uint32_t block_;
    Range clause_;
    std::vector<Figure> figures_;
    std::uint32_t from_ = 0; // where the next metric may begin
};

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

bool names_metric(const std::vector<Measure>& measures, const Range& mention) {
    return std::any_of(measures.begin(), measures.end(), [&](const Measure& measure) {
        return mention.begin == measure.metric.begin && mention.end <= measure.metric.end;
    });
}

std::vector<Measure> measures_in(const Reading& reading, std::uint32_t block, Range clause) {
    return MeasureReader(reading, block, clause).run();
}

} // namespace zhitu::text
