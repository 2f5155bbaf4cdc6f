// Stage 1, layout: bytes of a paper to blocks of reading text.
//
// Lines are told apart by their form (numbered, Chinese and Markdown headings, captions, footnotes, page furniture,
// table rows, records, references), paragraphs that a page break, a caption or a footnote cuts are joined, citation
// marks and emphasis are taken out of the reading text, and a neighbouring article is set aside. O(length).
#pragma once

#include <zhitu/importers/text/document.hpp>
#include <zhitu/importers/text/vocabulary.hpp>

#include <string_view>

namespace zhitu::text {

/// Whether a title and what goes with it may stand in front: a piece of a text has none.
enum class FrontMatter { expected, none };

[[nodiscard]] Document read_layout(std::string_view utf8, std::string_view file, const Vocabulary& words,
                                   FrontMatter front = FrontMatter::expected);

} // namespace zhitu::text
