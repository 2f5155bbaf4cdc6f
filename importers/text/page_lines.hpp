// Lines that belong to the page and not to the text: page numbers in words, running headers, tables of contents.
#pragma once

#include <zhitu/importers/text/lines.hpp>

#include <vector>

namespace zhitu::text {

/// For each line whether it is such. A running header stands several times, as a rule inside of a paragraph or beside a
/// page's number or end. O(length · log lines).
[[nodiscard]] std::vector<char> page_lines(const std::vector<Line>& lines, const Vocabulary& words);

} // namespace zhitu::text
