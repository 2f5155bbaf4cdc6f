#include <zhitu/importers/text/turns.hpp>

#include <zhitu/base/script.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace zhitu::text {
namespace {

constexpr std::size_t longest_name = 4;
constexpr std::size_t longest_label = 10;

bool is_name(std::u32string_view text) {
    return text.size() >= 2 && text.size() <= longest_name && std::all_of(text.begin(), text.end(), is_han);
}

} // namespace

Turns::Turns(const std::vector<Line>& lines, const Vocabulary& words)
    : words_(words) {
    std::map<std::u32string, int> answers;
    int questions = 0;
    for (const Line& line : lines) {
        const auto turn = labelled(line);
        if (!turn) continue;
        if (turn->asks)
            ++questions;
        else
            ++answers[turn->speaker];
    }
    if (questions < 2) return;
    for (const auto& [speaker, count] : answers)
        if (count > 1 || is_name(speaker)) speakers_.insert(speaker);
}

std::optional<Turn> Turns::turn_of(const Line& line) const {
    auto turn = labelled(line);
    if (speakers_.empty() || !turn || !(turn->asks || speakers_.contains(turn->speaker))) return std::nullopt;
    return turn;
}

std::u32string Turns::introduced(const Line& line) const {
    const auto found = std::ranges::find_if(speakers_, [&](const std::u32string& speaker) {
        return is_name(speaker) && line.folded.size() > speaker.size() && line.folded.starts_with(speaker);
    });
    return found == speakers_.end() ? std::u32string() : *found;
}

// "NAME: …", "[NAME] …", "**NAME:** …".
std::optional<Turn> Turns::labelled(const Line& line) const {
    const std::u32string_view text = line.folded;
    std::uint32_t begin = 0;
    while (begin < text.size() && text[begin] == U'*') ++begin;
    const bool bracket = begin < text.size() && text[begin] != U'(' && words_.is(text[begin], Role::bracket_open);
    if (bracket) ++begin;
    std::uint32_t end = begin;
    while (end < text.size() && end - begin <= longest_label &&
           (is_han(text[end]) || is_latin_letter(text[end]) || is_digit(text[end])))
        ++end;
    if (end == begin || end - begin > longest_label || end >= text.size()) return std::nullopt;
    if (!(bracket ? words_.is(text[end], Role::bracket_close) : words_.is(text[end], Role::colon))) return std::nullopt;
    Turn turn{false, end + 1, std::u32string(text.substr(begin, end - begin))};
    const auto is_mark = [&](char32_t c) { return c == U'*' || c == U' ' || words_.is(c, Role::colon); };
    while (turn.label < text.size() && is_mark(text[turn.label])) ++turn.label;
    if (turn.label >= text.size()) return std::nullopt;
    turn.asks = asks(turn.speaker);
    if (turn.asks ? is_credit(text.substr(turn.label)) : is_other_label(turn.speaker)) return std::nullopt;
    return turn;
}

// A word of asking, with a number behind it at most.
bool Turns::asks(std::u32string_view speaker) const {
    while (!speaker.empty() && is_digit(speaker.back())) speaker.remove_suffix(1);
    return words_.find(speaker, words_.group("turn.asker")).has_value();
}

// "Reporter: NAME" asks nothing.
bool Turns::is_credit(std::u32string_view text) const {
    constexpr std::size_t longest_credit = 8;
    return text.size() <= longest_credit &&
           std::none_of(text.begin(), text.end(), [&](char32_t c) { return words_.is(c, Role::stop); });
}

// Labels of front matter, of records and of boxes.
bool Turns::is_other_label(std::u32string_view text) const {
    static constexpr std::array<std::string_view, 6> classes{"layout.abstract", "layout.keywords", "layout.meta",
                                                             "layout.author",   "layout.record",   "turn.none"};
    return std::any_of(classes.begin(), classes.end(),
                       [&](std::string_view name) { return words_.find(text, words_.group(name)).has_value(); });
}

} // namespace zhitu::text
