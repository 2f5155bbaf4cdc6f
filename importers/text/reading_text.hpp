// From spans of the file to a block's reading text.
#pragma once

#include <zhitu/importers/text/document.hpp>
#include <zhitu/importers/text/vocabulary.hpp>

namespace zhitu::text {

/// What of the file's own marks is taken out of the reading text.
struct ReadingOptions {
    bool citations = true;     // ^[1], ^{1,2}, [1]
    bool superscripts = false; // ¹ ², as authors have them
    bool emphasis = false;     // ** and * of Markdown
    bool blanks = false;       // blanks between wide characters are kept: they part names
};

/// Appends one character that stands at `offset`.
void append_character(Block& block, char32_t c, std::uint32_t offset);

/// Appends a span of the file to `block`: blanks that are layout are dropped, citation marks are recorded.
void append_reading_text(Block& block, const SourceText& source, Range span, const ReadingOptions& options);

/// Sets `block.sentences` from its text.
void split_sentences(Block& block, const Vocabulary& words);

} // namespace zhitu::text
