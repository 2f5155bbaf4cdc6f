// The lines of a file and what their form says, each on its own.
#pragma once

#include <zhitu/importers/text/document.hpp>
#include <zhitu/importers/text/vocabulary.hpp>

#include <optional>
#include <string>
#include <vector>

namespace zhitu::text {

struct Line {
    Range span; // without outer blanks
    bool blank_before = false;
    bool page_before = false;           // the first of a page that a form feed begins
    std::uint32_t indent = 0;           // blanks in front, a wide one counts two
    std::u32string folded;              // without layout blanks
    std::vector<std::uint32_t> offsets; // of `folded` in the file
    [[nodiscard]] bool empty() const { return folded.empty(); }
};

/// A piece of the file as a line; it neither begins nor ends with a blank.
[[nodiscard]] Line make_line(const SourceText& source, Range span, bool blank_before);
/// All lines that are not blank.
[[nodiscard]] std::vector<Line> split_lines(const SourceText& source);

/// The numbering in front of a heading or a list item.
struct Numbering {
    enum class Style { none, markdown, digits, numeral, bracket_numeral, digit_dot, part, bare } style = Style::none;
    std::uint32_t level = 0;
    std::string number;       // "2.1" where it is written
    std::uint32_t length = 0; // characters of the line's folded text that it takes
};

[[nodiscard]] Numbering numbering_of(const Line& line, const Vocabulary& words);

/// Forms that need no context.
[[nodiscard]] bool is_page_number(const Line& line);
[[nodiscard]] bool is_masthead(const Line& line, const Vocabulary& words);
[[nodiscard]] bool is_caption(const Line& line, const Vocabulary& words);
[[nodiscard]] bool is_rule(const Line& line);                              // --- or ***
[[nodiscard]] bool is_bullet(const Line& line, const SourceText& source);  // -, * or + with a blank behind it
[[nodiscard]] bool is_ornament(const Line& line, const Vocabulary& words); // ●, ➢ …: class `layout.bullet`
[[nodiscard]] bool is_latin(const Line& line);
[[nodiscard]] bool is_references_heading(const Line& line, const Vocabulary& words);
[[nodiscard]] bool ends_sentence(std::u32string_view folded, const Vocabulary& words);
/// The length of a record's label with its brackets or colon (class `layout.record`); 0 for none.
[[nodiscard]] std::uint32_t record_label(const Line& line, const Vocabulary& words);
/// The number in front of an entry of a list of references, and its length.
struct EntryNumber {
    std::uint32_t number = 0;
    std::uint32_t length = 0;
};
[[nodiscard]] std::optional<EntryNumber> entry_number(const Line& line);
/// A note of Markdown: "[^1]: …".
[[nodiscard]] bool is_note(const Line& line);
/// Is `line` behind the list of references? Other text or a masthead behind a complete entry and a blank line is, and a
/// closing line.
[[nodiscard]] bool ends_references(const Block& last_entry, const Line& line, const Vocabulary& words);

} // namespace zhitu::text
