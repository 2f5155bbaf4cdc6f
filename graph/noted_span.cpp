#include <zhitu/graph/noted_span.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

namespace zhitu {
namespace {

/// Takes the text up to `end` from the front of `rest`, and `end` with it.
std::string_view take(std::string_view& rest, char end) {
    const std::size_t at = rest.find(end);
    const std::string_view word = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return word;
}

template <class Number>
bool parse(std::string_view word, Number& number) {
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc{} && end == word.data() + word.size();
}

} // namespace

std::string to_text(const NotedSpan& span) {
    return fmt::format("{} {}-{} {} {} {}", fmt::join(span.numbers, ","), span.place.start, span.place.end,
                       span.place.line, span.place.section, span.place.quote);
}

std::optional<NotedSpan> noted_span(std::string_view text, std::string_view document) {
    NotedSpan span;
    std::string_view numbers = take(text, ' ');
    while (!numbers.empty())
        if (!parse(take(numbers, ','), span.numbers.emplace_back())) return std::nullopt;
    Evidence& place = span.place;
    const bool placed =
        parse(take(text, '-'), place.start) && parse(take(text, ' '), place.end) && parse(take(text, ' '), place.line);
    if (!placed || span.numbers.empty()) return std::nullopt;
    place.document = document;
    place.section = take(text, ' ');
    place.quote = text;
    return span;
}

} // namespace zhitu
