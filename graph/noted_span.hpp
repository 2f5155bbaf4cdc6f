// A span of a document that is noted for its numbers, as one line of text: so a Document node keeps its citation marks
// and announced counts in lists of strings, which every format carries.
#pragma once

#include <zhitu/graph/evidence.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// Properties of a Document that are lists of noted spans: the numbers of a citation mark, with the clause that it
/// ends; the number that a list is announced with and the number of its members, with the clause that announces it.
inline constexpr std::string_view marks_property = "marks";
inline constexpr std::string_view announced_property = "announced";

struct NotedSpan {
    std::vector<std::int64_t> numbers;
    Evidence place; // without `mention`
};

/// `NUMBER,NUMBER START-END LINE SECTION QUOTE`; the document is left out.
[[nodiscard]] std::string to_text(const NotedSpan& span);

/// Reads what `to_text` writes; none where `text` has another form.
[[nodiscard]] std::optional<NotedSpan> noted_span(std::string_view text, std::string_view document);

} // namespace zhitu
#pragma GCC visibility pop
