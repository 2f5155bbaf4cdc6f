// The lines above the text of a paper: what a line can be before the first heading, each on its own.
#pragma once

#include <zhitu/importers/text/lines.hpp>

#include <string_view>

namespace zhitu::text {

/// The line without brackets and Markdown's marks in front; round brackets stay.
[[nodiscard]] std::u32string_view without_front_marks(const Line& line, const Vocabulary& words);

[[nodiscard]] bool is_date(std::u32string_view text, const Vocabulary& words);
/// A month of issue or the number of a document, as they stand above a title.
[[nodiscard]] bool is_front_issue(const Line& line, const Vocabulary& words);
/// One line that can be a title: short, or without a full stop inside.
[[nodiscard]] bool can_be_title(const Line& line, const Vocabulary& words);
/// The second line of a title: a subtitle in brackets or behind a dash, or a word that goes on.
[[nodiscard]] bool continues_title(const Line& line, const Vocabulary& words);
/// "(1. An institute, Beijing 100038;" or "2. …": a number in front and a place behind.
[[nodiscard]] bool is_affiliation(const Line& line, const Vocabulary& words);
/// Names with commas and numbers: short pieces.
[[nodiscard]] bool is_author_line(const Line& line, const Vocabulary& words);

} // namespace zhitu::text
