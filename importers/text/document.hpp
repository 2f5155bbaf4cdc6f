// The result of the first stage: a paper as blocks of reading text whose every character knows its place in the file.
#pragma once

#include <zhitu/importers/text/source_text.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::text {

enum class BlockKind {
    title,
    authors,
    affiliation,
    abstract,
    keywords,
    meta, // classification, DOI, dates of front matter
    heading,
    paragraph,
    list_item,
    table_row,
    record, // a field of a record: label, colon, text
    caption,
    footnote,
    reference,
    question, // of an interview
    foreign,  // of another article, or of the page
};

[[nodiscard]] std::string_view name_of(BlockKind kind);

/// [begin, end) in the characters of a block's text.
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] std::uint32_t size() const { return end - begin; }
    friend bool operator==(const Range&, const Range&) = default;
};

/// A citation mark that was taken out of the reading text.
struct CitationMark {
    std::uint32_t position = 0; // in the reading text: the mark stands before this character
    std::vector<std::uint32_t> numbers;
    Range file; // in the file
};

/// What a heading's words say of the text below it.
enum class Topic { none, policy, practice, characteristic, challenge, recommendation, task, goal, plan };

struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::uint32_t level = 0;  // of a heading, from 1
    std::uint32_t number = 0; // of a reference
    std::string section;      // "0", "2.1", "refs"
    int heading = -1;         // the block of the nearest heading above, -1 for none
    Topic topic = Topic::none;
    bool latin = false;                 // written in another script than the pack's
    bool aligned = false;               // a row of columns: its text does not follow the file's order
    std::uint32_t lead = 0;             // length of a lead in front (a bold run-in, a field's label), 0 for none
    std::string text_marks;             // how the block began: "- ", "1." …
    std::u32string text;                // reading text
    std::u32string folded;              // the same, folded
    std::vector<std::uint32_t> offsets; // of each character in the file
    std::vector<CitationMark> marks;
    std::vector<Range> emphasized; // between ** and **, in the text
    std::vector<Range> sentences;
    std::u32string speaker; // who says it in an interview, folded

    [[nodiscard]] std::u32string_view slice(Range range) const {
        return std::u32string_view(text).substr(range.begin, range.size());
    }
    [[nodiscard]] std::u32string_view folded_slice(Range range) const {
        return std::u32string_view(folded).substr(range.begin, range.size());
    }
};

/// The cells of a table row, without the bars and outer blanks.
[[nodiscard]] std::vector<Range> cells_of(const Block& row);

struct Document {
    SourceText source;
    std::vector<Block> blocks;
    int title = -1;          // the block of the title, -1 for none
    bool in_columns = false; // the text jumps to and fro in the file

    [[nodiscard]] const Block* heading_of(const Block& block) const {
        return block.heading < 0 ? nullptr : &blocks[static_cast<std::size_t>(block.heading)];
    }
};

/// Does more of the file than a mark or a line break stand between this character of a block and the next: a page
/// break, a note?
[[nodiscard]] bool is_cut(const Document& document, const Block& block, std::uint32_t at);

} // namespace zhitu::text
