#include <zhitu/importers/text/policy_years.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/importers/text/numbers.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

constexpr std::uint32_t year_digits = 4;

// Four numerals of the pack's script at the start of a text.
std::optional<std::int64_t> four_numerals_at(std::u32string_view text, const Vocabulary& words) {
    if (text.size() < year_digits) return std::nullopt;
    std::int64_t value = 0;
    for (std::size_t i = 0; i < year_digits; ++i) {
        const auto digit = words.numeral(text.substr(i, 1));
        if (!digit || digit->value > 9) return std::nullopt;
        value = value * 10 + digit->value;
    }
    return value;
}

// Four numerals before the word for a year.
std::optional<std::int64_t> written_year(const Block& block, const Vocabulary& words) {
    const std::u32string_view text = block.folded;
    for (std::size_t at = 0; at + year_digits < text.size(); ++at) {
        const auto value = four_numerals_at(text.substr(at), words);
        if (value && is_policy_year(*value) &&
            words.starts_with(text.substr(at + year_digits), words.group("time.year")))
            return value;
    }
    return std::nullopt;
}

bool is_dated(const Block& block, std::uint32_t index) {
    constexpr std::uint32_t masthead = 6; // blocks
    return block.kind == BlockKind::meta || block.kind == BlockKind::footnote || block.kind == BlockKind::authors ||
           (block.kind == BlockKind::foreign && index < masthead);
}

std::optional<std::int64_t> document_year(const Reading& reading) {
    for (std::uint32_t i = 0; i < reading.document().blocks.size(); ++i) {
        const Block& block = reading.block(i);
        if (!is_dated(block, i)) continue;
        const auto years = years_in(reading, i, reading.whole(i));
        if (!years.empty()) return years.front().value;
        if (const auto written = written_year(block, reading.words())) return written;
    }
    return std::nullopt;
}

bool is_inside(const Range& range, const std::vector<const Mention*>& mentions) {
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention* mention) {
        return mention->range.begin <= range.begin && range.end <= mention->range.end;
    });
}

} // namespace

bool is_policy_year(std::int64_t value) {
    return value >= 1949 && value <= 2099;
}

std::vector<Year> years_in(const Reading& reading, std::uint32_t index, Range range) {
    std::vector<Year> out;
    const Block& block = reading.block(index);
    const GroupId unit = reading.words().group("time.year");
    for (std::uint32_t at = range.begin; at + year_digits < range.end; ++at) {
        if (at > 0 && is_digit(block.text[at - 1])) continue;
        const auto text = reading.folded(index, {at, range.end});
        const auto value = four_digits_at(text);
        if (value && is_policy_year(*value) && reading.words().starts_with(text.substr(year_digits), unit))
            out.push_back({{at, at + year_digits + 1}, *value});
    }
    return out;
}

PolicyYears::PolicyYears(const Reading& reading)
    : reading_(reading)
    , document_(document_year(reading)) {}

std::optional<std::int64_t> PolicyYears::next(const TitlePlace& place) {
    std::optional<std::int64_t> value;
    if (const auto year = by_another(place, before(place))) value = year->value;
    if (!value) value = of_number(place);
    if (!value) value = behind(place);
    if (value) last_ = value;
    return value;
}

// Years of goals and years inside titles are none of the policy's.
std::optional<Year> PolicyYears::before(const TitlePlace& place) const {
    const Sentence& sentence = place.sentence;
    auto years = years_in(reading_, sentence.block, {sentence.range.begin, place.title.range.begin});
    const auto titles = reading_.mentions_in(sentence.block, sentence.range, {type::policy});
    std::erase_if(years, [&](const Year& year) {
        const Range word_before{year.range.begin > 2 ? year.range.begin - 2 : 0, year.range.begin};
        return is_inside(year.range, titles) || reading_.words().ends_with(reading_.folded(sentence.block, word_before),
                                                                           reading_.words().group("time.goal-before"));
    });
    return years.empty() ? std::nullopt : std::optional(years.back());
}

// A year that says itself by another: "the same year", "the next" of the title before; "this year" of the paper (d).
std::optional<Year> PolicyYears::by_another(const TitlePlace& place, std::optional<Year> year) const {
    for (const auto& cue : reading_.cues(place.sentence.block, place.before, "time.relative")) {
        if (year && year->range.begin > cue.range.begin) continue;
        const bool of_paper = cue.value.starts_with('d');
        const auto base = of_paper ? document_ : last_;
        if (!base) continue;
        const std::string_view shift = of_paper ? cue.value.substr(1) : cue.value;
        year = Year{cue.range, *base + (shift == "1" ? 1 : shift == "-1" ? -1 : 0)};
    }
    return year;
}

// The year of the document's number in brackets behind the title.
std::optional<std::int64_t> PolicyYears::of_number(const TitlePlace& place) const {
    constexpr std::uint32_t longest = 24;
    const Block& block = reading_.block(place.sentence.block);
    const auto size = static_cast<std::uint32_t>(block.text.size());
    std::uint32_t at = place.title.range.end;
    if (at >= size || block.folded[at] != U'(') return std::nullopt;
    for (const std::uint32_t end = std::min(at + longest, size); at + year_digits + 1 < end; ++at) {
        if (!reading_.words().is(block.text[at], Role::bracket_open)) continue;
        const auto value = four_digits_at(std::u32string_view(block.folded).substr(at + 1));
        if (value && is_policy_year(*value)) return value;
    }
    return std::nullopt;
}

// "“X”, issued in 2023 by …": up to the next title.
std::optional<std::int64_t> PolicyYears::behind(const TitlePlace& place) const {
    const Sentence& sentence = place.sentence;
    Range range = place.behind();
    const auto next = reading_.mentions_in(sentence.block, {range.begin, sentence.range.end}, {type::policy});
    if (!next.empty()) range.end = std::min(range.end, next.front()->range.begin);
    if (!reading_.has_cue(sentence.block, range, "issue")) return std::nullopt;
    const auto years = years_in(reading_, sentence.block, range);
    return years.empty() ? std::nullopt : std::optional(years.front().value);
}

} // namespace zhitu::text
