// Texts whose lines are broken at one width, as a page or a terminal breaks them.
#pragma once

#include <zhitu/importers/text/lines.hpp>

#include <vector>

namespace zhitu::text {

/// For each line whether it goes on with the one before, which is as long as a line of this text can be. Nothing goes
/// on in a text whose lines are its paragraphs. O(length).
[[nodiscard]] std::vector<char> wrapped_lines(const std::vector<Line>& lines, const Vocabulary& words);

} // namespace zhitu::text
