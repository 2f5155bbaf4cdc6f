#include <zhitu/queries/detail/title_fit.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

namespace zhitu::detail {
namespace {

constexpr std::size_t shortest_title = 5;     // letters
constexpr std::size_t shortest_loose = 6;     // letters of what fits loosely
constexpr std::size_t letters_of_an_edit = 8; // a title may differ by one in so many, and by two at most
constexpr std::size_t most_edits = 2;

// Levenshtein, row by row.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = corner + (a[i] == b[j] ? 0 : 1);
            corner = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
        }
    }
    return row.back();
}

// The least difference in letters between a title and a part of the entry that begins and ends with the same
// characters; `most_edits + 1` where there is none so near.
std::size_t inner_difference(const ComparedTitle& title, const ComparedTitle& entry) {
    std::size_t best = most_edits + 1;
    const std::size_t length = title.text.size();
    const std::u32string_view text = entry.text;
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        if (text[begin] != title.text.front()) continue;
        const std::size_t shortest = length > most_edits ? length - most_edits : 1;
        for (std::size_t size = shortest; size <= length + most_edits && begin + size <= text.size(); ++size)
            if (text[begin + size - 1] == title.text.back())
                best = std::min(best, distance(title.letters, letters_of(text.substr(begin, size))));
    }
    return best;
}

// Without a bracket that ends it; the whole where there is none.
std::u32string_view without_bracket(std::u32string_view text) {
    const std::size_t open = text.rfind(U'(');
    return text.ends_with(U')') && open != std::u32string_view::npos ? text.substr(0, open) : text;
}

bool contains(std::u32string_view whole, std::u32string_view part, std::size_t shortest) {
    return part.size() >= shortest && whole.find(part) != std::u32string_view::npos;
}

} // namespace

ComparedTitle::ComparedTitle(std::string_view title)
    : text(to_utf32(comparison_key(title)))
    , letters(letters_of(text)) {}

bool holds(const ComparedTitle& entry, const ComparedTitle& title) {
    return contains(entry.letters, title.letters, shortest_title);
}

Fit fit(const ComparedTitle& title, const ComparedTitle& entry) {
    if (title.letters.size() < shortest_title) return Fit::none;
    const bool held = holds(entry, title);
    if (held && !title.text.ends_with(U')')) return Fit::exact;
    const std::size_t edits = inner_difference(title, entry);
    const std::size_t allowed = std::min(most_edits, title.letters.size() / letters_of_an_edit);
    if (edits > 0 && edits <= allowed) return Fit::inexact;
    if (held || edits == 0) return Fit::exact;
    const std::u32string plain = letters_of(without_bracket(title.text));
    const bool loose =
        contains(entry.letters, plain, shortest_loose) || contains(title.letters, entry.letters, shortest_loose);
    return loose ? Fit::loose : Fit::none;
}

} // namespace zhitu::detail
