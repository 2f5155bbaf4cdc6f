#include <zhitu/importers/text/then_now.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <charconv>

namespace zhitu::text {
namespace {

double value_of(std::string_view digits) {
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// The last pair that measures the same thing at different levels.
std::optional<Then> pair_of(const std::vector<Figure>& was, const std::vector<Figure>& now, const Vocabulary& words) {
    for (auto later = now.rbegin(); later != now.rend(); ++later)
        for (auto earlier = was.rbegin(); earlier != was.rend(); ++earlier)
            if (are_alike(*earlier, *later, words) && amount_of(*earlier, words) != amount_of(*later, words))
                return Then{{}, {}, *earlier, *later};
    return std::nullopt;
}

/// A block's clauses in a row.
std::vector<Range> clauses_around(const Reading& reading, std::uint32_t block, Range clause, std::size_t& at) {
    std::vector<Range> out;
    for (const Sentence& sentence : reading.sentences(block))
        for (const Clause& each : sentence.clauses) {
            if (each.range.begin <= clause.begin && clause.end <= each.range.end) at = out.size();
            out.push_back(each.range);
        }
    return out;
}

// Where it stands: in front of the first figure of the clause, or, where the clause begins with "before", the clause
// in front of it.
Range metric_of(const Reading& reading, std::uint32_t block, const std::vector<Range>& clauses, std::size_t then,
                const Figure& was) {
    const auto cues = reading.cues(block, clauses[then], "time.then");
    const Range own{clauses[then].begin,
                    std::max(clauses[then].begin, std::min(was.range.begin, cues.front().range.begin))};
    constexpr std::uint32_t longest_subject = 20;
    if (own.size() >= 2) return own;
    if (then > 0 && clauses[then - 1].end == clauses[then].begin && clauses[then - 1].size() <= longest_subject &&
        !reading.has_cue(block, clauses[then - 1], "deed") && figures_in(reading, block, clauses[then - 1]).empty())
        return {clauses[then - 1].begin, clauses[then - 1].end - 1};
    return {std::min(cues.front().range.end, was.range.begin), was.range.begin};
}

} // namespace

bool are_alike(const Figure& one, const Figure& other, const Vocabulary& words) {
    const auto is_people = [&](const Figure& figure) {
        return words.find(to_utf32(figure.unit), words.group("unit.people")).has_value();
    };
    return one.unit == other.unit || (is_time(one, words) && is_time(other, words)) ||
           (is_people(one) && is_people(other));
}

double amount_of(const Figure& figure, const Vocabulary& words) {
    const std::u32string unit = to_utf32(figure.unit);
    if (const auto seconds = words.find(unit, words.group("unit.time"))) return figure.value * value_of(*seconds);
    if (const auto scale = words.starts_with(unit, words.group("figure.scale")))
        return figure.value * value_of(scale->value);
    return figure.value;
}

bool tells_then(const Reading& reading, std::uint32_t block, Range clause) {
    const Vocabulary& words = reading.words();
    const auto cues = reading.cues(block, clause, "time.then");
    if (cues.empty() || reading.has_cue(block, clause, "time.now")) return false;
    const auto front = reading.folded(block, {clause.begin, cues.front().range.begin});
    const auto behind = reading.folded(block, {cues.front().range.end, clause.end});
    return !words.contains(front, words.group("compare.before")) &&
           !words.starts_with(behind, words.group("compare.after"));
}

std::optional<Then> then_of(const Reading& reading, std::uint32_t block, Range clause,
                            const std::vector<Figure>& figures) {
    std::size_t at = 0;
    const std::vector<Range> clauses = clauses_around(reading, block, clause, at);
    const auto look = [&](std::size_t then) -> std::optional<Then> {
        if (then >= clauses.size() || !tells_then(reading, block, clauses[then])) return std::nullopt;
        auto pair = pair_of(figures_in(reading, block, clauses[then]), figures, reading.words());
        if (!pair) return std::nullopt;
        pair->clause = clauses[then];
        pair->metric = metric_of(reading, block, clauses, then, pair->was);
        return pair;
    };
    if (at > 0)
        if (auto before = look(at - 1)) return before;
    return look(at + 1);
}

} // namespace zhitu::text
