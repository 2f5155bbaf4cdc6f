#include <zhitu/importers/text/layout.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/aligned_table.hpp>
#include <zhitu/importers/text/columns.hpp>
#include <zhitu/importers/text/front_lines.hpp>
#include <zhitu/importers/text/lines.hpp>
#include <zhitu/importers/text/page_lines.hpp>
#include <zhitu/importers/text/reading_text.hpp>
#include <zhitu/importers/text/repairs.hpp>
#include <zhitu/importers/text/sections.hpp>
#include <zhitu/importers/text/turns.hpp>
#include <zhitu/importers/text/wrapped_lines.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

constexpr std::size_t longest_heading = 45;
constexpr std::size_t longest_bare_heading = 28;

bool has_comma(std::u32string_view text, const Vocabulary& words) {
    return std::any_of(text.begin(), text.end(), [&](char32_t c) { return words.is(c, Role::comma); });
}

SourceText read_source(std::string_view utf8, std::string_view file, const Vocabulary& words) {
    SourceText source(utf8, file);
    source.read_as(repaired(source.text(), words));
    return source;
}

std::vector<Line> ordered_lines(Document& document) {
    OrderedLines ordered = in_reading_order(split_lines(document.source), document.source);
    document.in_columns = ordered.in_columns;
    return std::move(ordered.lines);
}

/// Walks over the lines once; each becomes a block or a part of the one before.
class LayoutReader {
    enum class Zone { front, body, references, after, foreign };

  public:
    LayoutReader(std::string_view utf8, std::string_view file, const Vocabulary& words, FrontMatter front)
        : words_(words)
        , document_{read_source(utf8, file, words), {}, -1, false}
        , lines_(ordered_lines(document_))
        , of_page_(page_lines(lines_, words))
        , goes_on_(wrapped_lines(lines_, words))
        , turns_(lines_, words)
        , sections_(words)
        , zone_(front == FrontMatter::expected ? Zone::front : Zone::body) {
        markdown_ = std::any_of(lines_.begin(), lines_.end(), [](const Line& line) {
            return line.folded.starts_with(U"# ") || line.folded.starts_with(U"## ");
        });
    }

    Document run() {
        for (at_ = 0; at_ < lines_.size(); ++at_) read(lines_[at_]);
        for (Block& block : document_.blocks) split_sentences(block, words_);
        return std::move(document_);
    }

  private:
    void read(const Line& line) {
        const std::u32string_view text = line.folded;
        if (words_.contains(text.substr(0, 12), words_.group("layout.foreign")) && zone_ != Zone::front)
            zone_ = Zone::foreign;
        if (zone_ == Zone::foreign) return put(BlockKind::foreign, line);
        if (of_page_[at_] != 0 || is_page_number(line) || is_rule(line)) return put(BlockKind::foreign, line);
        if (goes_on_[at_] != 0 && holds_line_before()) return append(document_.blocks.back(), line.span);
        if (is_references_heading(line, words_)) return begin_references(line);
        if (is_note(line)) return add_note(line);
        if (zone_ == Zone::references && read_reference(line)) return;
        if (is_caption(line, words_)) return put(BlockKind::caption, line);
        if (starts(text, "layout.footnote") || starts(text, "layout.closing")) return put(BlockKind::footnote, line);
        if (zone_ == Zone::front && read_front(line)) return;
        if (zone_ == Zone::after) return read_after(line);
        read_body(line);
    }

    // The last block is running text and ends with the line before.
    [[nodiscard]] bool holds_line_before() const {
        if (at_ == 0 || document_.blocks.empty() || document_.blocks.back().offsets.empty()) return false;
        const Block& last = document_.blocks.back();
        const Range before = lines_[at_ - 1].span;
        static constexpr BlockKind running[] = {BlockKind::abstract, BlockKind::keywords,  BlockKind::paragraph,
                                                BlockKind::record,   BlockKind::list_item, BlockKind::footnote};
        return std::find(std::begin(running), std::end(running), last.kind) != std::end(running) &&
               before.begin <= last.offsets.back() && last.offsets.back() < before.end;
    }

    [[nodiscard]] bool starts(std::u32string_view text, GroupName group) const {
        return words_.starts_with(text, words_.group(group)).has_value();
    }

    void begin_references(const Line& line) {
        Block& block = add(BlockKind::heading, line);
        sections_.enter_references(block, last_block());
        zone_ = Zone::references;
    }

    void add_note(const Line& line) {
        const auto entry = entry_number(line);
        Block& block = add(BlockKind::reference, line, entry->length + 1);
        block.section = "refs";
        block.number = last_reference_ = entry->number;
        open_ = -1;
    }

    // An entry begins with the number after the last one; all else goes on with it until the matter behind the list.
    bool read_reference(const Line& line) {
        const auto entry = entry_number(line);
        if (entry && entry->number > last_reference_ && entry->number <= last_reference_ + 3) {
            Block& block = add(BlockKind::reference, line, entry->length);
            block.number = last_reference_ = entry->number;
            return true;
        }
        Block& last = document_.blocks.back();
        if (last.kind != BlockKind::reference) return false;
        if (ends_references(last, line, words_)) {
            zone_ = Zone::after;
            return false;
        }
        std::uint32_t skip = 0;
        while (skip < line.folded.size() && (line.folded[skip] == U'-' || line.folded[skip] == U' ')) ++skip;
        append(last, {line.offsets[std::min<std::size_t>(skip, line.offsets.size() - 1)], line.span.end});
        return true;
    }

    // Behind the references: the paper's own title, authors, abstract and keywords in another language, then foreign
    // matter.
    void read_after(const Line& line) {
        const bool own = is_latin(line) && !after_keywords_ && !starts(line.folded, "layout.closing");
        Block& block = add(own ? after_kind(line) : BlockKind::foreign, line);
        block.section = "0";
        if (block.kind == BlockKind::authors) reread_with_superscripts(block, line);
        if (block.kind == BlockKind::keywords) after_keywords_ = true;
    }

    [[nodiscard]] BlockKind after_kind(const Line& line) const {
        if (starts(line.folded, "layout.abstract")) return BlockKind::abstract;
        if (starts(line.folded, "layout.keywords")) return BlockKind::keywords;
        if (document_.blocks.back().kind == BlockKind::abstract) return BlockKind::abstract;
        if (line.folded.front() == U'(' || is_digit(line.folded.front())) return BlockKind::affiliation;
        const bool first = std::none_of(document_.blocks.begin(), document_.blocks.end(), [](const Block& block) {
            return block.kind == BlockKind::title && block.latin;
        });
        return first ? BlockKind::title : BlockKind::authors;
    }

    // ---- Front matter

    bool read_front(const Line& line) {
        const std::u32string_view text = without_front_marks(line, words_);
        if (starts(text, "layout.abstract")) return add_front(BlockKind::abstract, line);
        if (starts(text, "layout.keywords")) return add_front(BlockKind::keywords, line);
        if (starts(text, "layout.meta") || is_addressee(line)) return add_front(BlockKind::meta, line);
        const bool read = document_.title < 0 ? read_above_title(line, text) : read_below_title(line, text);
        if (!read) zone_ = Zone::body;
        return read;
    }

    bool read_above_title(const Line& line, std::u32string_view text) {
        if (is_masthead(line, words_) || is_front_issue(line, words_) || line.folded.size() == 1)
            return add_front(BlockKind::foreign, line);
        if (line.folded.front() == U'>') return add_front(kind_of_quoted(text), line);
        return can_be_title(line, words_) && add_title(line);
    }

    bool read_below_title(const Line& line, std::u32string_view text) {
        if (turns_.turn_of(line)) return false;
        if (read_guest(line)) return true;
        if (is_affiliation(line, words_)) return add_front(BlockKind::affiliation, line);
        const Numbering numbering = numbering_of(line, words_);
        if (numbering.style != Numbering::Style::none && numbering.style != Numbering::Style::part &&
            is_heading(line, numbering))
            return false;
        if (starts(text, "layout.author") && text.size() < 80) return add_front(BlockKind::authors, line);
        if (line.folded.size() == 1) return add_front(BlockKind::foreign, line);
        if (line.folded.front() == U'>') return add_front(kind_of_quoted(text), line);
        if (line.folded.size() < 20 && is_date(text, words_)) return add_front(BlockKind::meta, line);
        if (is_author_line(line, words_)) return add_front(BlockKind::authors, line);
        return document_.blocks.back().kind == BlockKind::title && line.folded.size() <= 60 &&
               !ends_sentence(line.folded, words_) && read_second_title_line(line);
    }

    // "NAME, director of A" above an interview.
    bool read_guest(const Line& line) {
        const std::u32string name = turns_.introduced(line);
        if (name.empty() || ends_sentence(line.folded, words_)) return false;
        add(BlockKind::meta, line, static_cast<std::uint32_t>(name.size())).speaker = name;
        return true;
    }

    [[nodiscard]] BlockKind kind_of_quoted(std::u32string_view text) const {
        return is_date(text, words_) ? BlockKind::meta : BlockKind::authors;
    }

    bool add_front(BlockKind kind, const Line& line) {
        Block& block = add(kind, line);
        if (kind == BlockKind::authors && line.folded.front() != U'>') reread_with_superscripts(block, line);
        return true;
    }

    void reread_with_superscripts(Block& block, const Line& line) {
        block.text.clear();
        block.folded.clear();
        block.offsets.clear();
        block.marks.clear();
        append_reading_text(block, document_.source, line.span, {true, true, markdown_, true});
    }

    bool add_title(const Line& line) {
        const Numbering numbering = numbering_of(line, words_);
        add(BlockKind::title, line, numbering.style == Numbering::Style::markdown ? numbering.length : 0);
        document_.title = last_block();
        return true;
    }

    // The title goes on, or stands behind a house; else an institute or other matter follows it.
    bool read_second_title_line(const Line& line) {
        Block& title = document_.blocks.back();
        if (continues_title(line, words_)) {
            append(title, line.span);
            return true;
        }
        if (words_.ends_with(title.folded, words_.group("layout.house"))) {
            title.kind = BlockKind::foreign;
            return add_title(line);
        }
        const bool institute = words_.ends_with(line.folded, words_.group("Institution.head")) ||
                               words_.ends_with(line.folded, words_.group("Institution.ambiguous-head"));
        return add_front(institute ? BlockKind::affiliation : BlockKind::meta, line);
    }

    // ---- Body

    void read_body(const Line& line) {
        const std::u32string_view text = line.folded;
        if (const auto turn = turns_.turn_of(line)) return add_turn(line, *turn);
        if (text.starts_with(U"|")) return read_table_row(line);
        if (is_below_caption() && read_aligned_table()) return;
        if (is_masthead(line, words_)) return put(BlockKind::foreign, line);
        if (is_addressee(line)) return put(BlockKind::meta, line);
        if (const std::uint32_t label = speaker_label(line); label > 0) return add_turn(line, label);
        const Numbering numbering = numbering_of(line, words_);
        const bool open = paragraph_is_open() && !begins_paragraph(line);
        if (numbering.style == Numbering::Style::markdown ||
            (numbering.style != Numbering::Style::none && is_heading(line, numbering)))
            return add_heading(line, numbering);
        if (is_running_header(line, open)) return put(BlockKind::foreign, line);
        if (!open && is_bare_heading(line)) return add_heading(line, {Numbering::Style::bare, 1, {}, 0});
        if (const std::uint32_t label = record_label(line, words_); label > 0) return add_record(line, label);
        if (is_ornament(line, words_)) return add_item(line, 1);
        if (is_bullet(line, document_.source)) return add_item(line, text.size() > 1 && text[1] == U' ' ? 2 : 1);
        if (text.starts_with(U"--")) return add_item(line, 2);
        if (text.starts_with(U"> ")) return put(BlockKind::paragraph, line, 2);
        if (numbering.style == Numbering::Style::digit_dot) return add_item(line, numbering.length);
        if (numbering.style == Numbering::Style::numeral || numbering.style == Numbering::Style::bracket_numeral)
            return add_run_in(line, numbering);
        if (open) return append(open_block(), line.span);
        put(BlockKind::paragraph, line);
        open_ = last_block();
    }

    // Set in by more than the line before.
    [[nodiscard]] bool begins_paragraph(const Line& line) const {
        constexpr std::uint32_t least = 2;
        return at_ > 0 && line.indent >= lines_[at_ - 1].indent + least;
    }

    [[nodiscard]] bool is_addressee(const Line& line) const {
        return line.folded.ends_with(U':') && starts(line.folded, "layout.addressee");
    }

    // The length of "Question:" and the like, and of the name of who speaks.
    [[nodiscard]] std::uint32_t speaker_label(const Line& line) const {
        const auto speaker = words_.starts_with(line.folded, words_.group("layout.speaker"));
        const bool speaks = speaker && speaker->length + 1 < line.folded.size() && line.folded[speaker->length] == U':';
        return speaks ? speaker->length + 1 : 0;
    }

    // Each turn of an interview is a paragraph of its own, without the speaker's label.
    void add_turn(const Line& line, std::uint32_t label) {
        put(BlockKind::paragraph, line, label);
        open_ = last_block();
    }

    [[nodiscard]] bool paragraph_is_open() const {
        if (open_ < 0) return false;
        const Block& block = document_.blocks[static_cast<std::size_t>(open_)];
        return block.text.size() >= 20 && !ends_sentence(block.folded, words_) && !block.text.empty() &&
               !words_.is(block.text.back(), Role::bracket_close);
    }

    [[nodiscard]] bool is_heading(const Line& line, const Numbering& numbering) const {
        if (numbering.style == Numbering::Style::part) return line.folded.size() <= longest_heading;
        const std::size_t rest = line.folded.size() - numbering.length;
        if (rest < 2 || rest > longest_heading || ends_sentence(line.folded, words_)) return false;
        if (numbering.style == Numbering::Style::digits || numbering.style == Numbering::Style::digit_dot)
            return !is_digit(line.folded[numbering.length]) && sections_.follows(numbering);
        return true;
    }

    // The line of a journal's name, an author and a title that a page repeats: its title is the document's own. In an
    // open paragraph a part of the title may be text.
    [[nodiscard]] bool is_running_header(const Line& line, bool open) const {
        if (document_.title < 0 || line.folded.size() > 50 || ends_sentence(line.folded, words_)) return false;
        const Block& title = document_.blocks[static_cast<std::size_t>(document_.title)];
        if (open && !line.blank_before) return line.folded == title.folded;
        return line.folded.size() >= 6 && title.folded.find(line.folded) != std::u32string::npos;
    }

    [[nodiscard]] bool is_bare_heading(const Line& line) const {
        const std::u32string_view text = line.folded;
        const bool question = text.ends_with(U'?') || text.ends_with(U'!');
        if (text.size() < 2 || text.size() > longest_bare_heading || (ends_sentence(text, words_) && !question))
            return false;
        if (starts(text, "layout.plain-heading")) return true;
        if (starts(text, "layout.table-end") && text.find(U':') != std::u32string_view::npos) return false;
        if (text.size() < 3 || (words_.is(text.front(), Role::bracket_open) && !is_box(text))) return false;
        if (!std::any_of(text.begin(), text.end(), is_han)) return false;
        if (sections_.numbered() || (sections_.count() > 0 && has_comma(text, words_))) return false;
        if (words_.is(text.back(), Role::comma) || words_.is(text.back(), Role::list_comma)) return false;
        return record_label(line, words_) == 0 && text_follows();
    }

    // "[Background] A title" in an interview.
    [[nodiscard]] bool is_box(std::u32string_view text) const {
        return turns_.any() && text.front() != U'(' &&
               std::any_of(text.begin() + 1, text.end() - 1, [&](char32_t c) { return words_.is(c, Role::close); });
    }

    // The next line is long, or has a number or a label.
    [[nodiscard]] bool text_follows() const {
        if (at_ + 1 >= lines_.size()) return false;
        const Line& next = lines_[at_ + 1];
        return next.folded.size() > longest_bare_heading ||
               numbering_of(next, words_).style != Numbering::Style::none || record_label(next, words_) > 0 ||
               turns_.turn_of(next);
    }

    // A question sets the topic of its answer and is no text itself.
    void add_turn(const Line& line, const Turn& turn) {
        speaker_.clear();
        if (turn.asks)
            asked_ = Topic::none;
        else
            speaker_ = turn.speaker;
        const Block& block = add(turn.asks ? BlockKind::question : BlockKind::paragraph, line, turn.label);
        if (turn.asks) asked_ = topic_of_question(block.folded, words_);
        open_ = last_block();
    }

    void add_heading(const Line& line, const Numbering& numbering) {
        speaker_.clear();
        asked_ = Topic::none;
        add(BlockKind::heading, line, numbering.length);
        sections_.enter(document_.blocks, numbering);
        open_ = -1;
    }

    // "(1) A lead. Text …": the lead is a heading that runs into its paragraph.
    void add_run_in(const Line& line, const Numbering& numbering) {
        if (paragraph_is_open()) return append(open_block(), line.span);
        Block& block = add(BlockKind::paragraph, line, numbering.length);
        sections_.enter(document_.blocks, numbering);
        block.lead = length_of_lead(block);
        open_ = last_block();
    }

    // The first sentence, where it is short enough for a heading; else nothing.
    [[nodiscard]] std::uint32_t length_of_lead(const Block& block) const {
        std::uint32_t stop = 0;
        while (stop < block.text.size() && !words_.is(block.text[stop], Role::stop)) ++stop;
        return stop < block.text.size() && stop <= longest_heading ? stop + 1 : 0;
    }

    void read_table_row(const Line& line) {
        const bool ruler = std::all_of(line.folded.begin(), line.folded.end(),
                                       [](char32_t c) { return c == U'|' || c == U'-' || c == U':' || c == U' '; });
        add(ruler ? BlockKind::foreign : BlockKind::table_row, line);
        open_ = -1;
    }

    [[nodiscard]] bool is_below_caption() const {
        return !document_.blocks.empty() && document_.blocks.back().kind == BlockKind::caption;
    }

    // Rows become blocks like those of Markdown, with bars between the cells.
    bool read_aligned_table() {
        const AlignedTable table = aligned_table_at(lines_, at_, document_.source, words_);
        for (const AlignedRow& row : table.rows) add_aligned_row(row);
        if (table.lines > 0) at_ += table.lines - 1;
        return table.lines > 0;
    }

    void add_aligned_row(const AlignedRow& row) {
        Block& block = document_.blocks.emplace_back();
        block.kind = BlockKind::table_row;
        place_in_section(block);
        block.aligned = true;
        for (const auto& cell : row.cells) {
            const std::uint32_t bar = cell.empty() ? end_of_text(block) : cell.front().begin;
            append_character(block, U'|', bar);
            for (const Range& span : cell) append(block, span);
        }
        append_character(block, U'|', end_of_text(block));
        open_ = -1;
    }

    [[nodiscard]] static std::uint32_t end_of_text(const Block& block) {
        return block.offsets.empty() ? 0 : block.offsets.back();
    }

    void add_record(const Line& line, std::uint32_t label) {
        add(BlockKind::record, line).lead = label;
        open_ = last_block();
    }

    void add_item(const Line& line, std::uint32_t skip) {
        Block& block = add(BlockKind::list_item, line, skip);
        const auto marks = std::u32string_view(line.folded).substr(0, skip);
        block.text_marks = to_utf8(marks);
        const auto from = line.offsets[std::min<std::size_t>(skip, line.offsets.size() - 1)];
        if (document_.source.text().substr(from, 2) == U"**")
            block.lead = length_of_bold(block, from, line.span.end);
        else if (marks.starts_with(U"--") || is_ornament(line, words_))
            block.lead = length_of_lead(block);
        open_ = last_block();
    }

    // How much of the block's text stands between ** and **, where the line closes them.
    [[nodiscard]] std::uint32_t length_of_bold(const Block& block, std::uint32_t from, std::uint32_t line_end) const {
        const auto close = document_.source.text().find(U"**", from + 2);
        if (close >= line_end) return 0;
        const auto behind = std::lower_bound(block.offsets.begin(), block.offsets.end(), close);
        return static_cast<std::uint32_t>(behind - block.offsets.begin());
    }

    // ---- Blocks

    [[nodiscard]] int last_block() const { return static_cast<int>(document_.blocks.size()) - 1; }
    [[nodiscard]] Block& open_block() { return document_.blocks[static_cast<std::size_t>(open_)]; }

    void put(BlockKind kind, const Line& line, std::uint32_t skip = 0) { static_cast<void>(add(kind, line, skip)); }

    void place_in_section(Block& block) const {
        block.section = sections_.number();
        block.heading = sections_.heading();
        if (const Block* heading = document_.heading_of(block)) block.topic = heading->topic;
        if (asked_ != Topic::none) block.topic = asked_;
        block.speaker = speaker_;
    }

    Block& add(BlockKind kind, const Line& line, std::uint32_t skip = 0) {
        Block& block = document_.blocks.emplace_back();
        block.kind = kind;
        place_in_section(block);
        block.latin = is_latin(line);
        while (skip < line.folded.size() && (line.folded[skip] == U'>' || line.folded[skip] == U' ')) ++skip;
        const std::uint32_t begin = skip < line.offsets.size() ? line.offsets[skip] : line.span.end;
        append(block, {begin, line.span.end});
        return block;
    }

    void append(Block& block, Range span) {
        const bool marks = block.kind != BlockKind::reference;
        append_reading_text(block, document_.source, span, {marks, false, markdown_});
    }

    const Vocabulary& words_;
    Document document_;
    std::vector<Line> lines_;
    std::vector<char> of_page_; // lines that are no part of the text
    std::vector<char> goes_on_; // lines that go on with the one before
    Turns turns_;
    Sections sections_;
    std::size_t at_ = 0;
    Zone zone_;
    bool markdown_ = false;
    bool after_keywords_ = false; // behind the references: its own front matter is complete
    std::uint32_t last_reference_ = 0;
    int open_ = -1;             // the paragraph that may go on
    std::u32string speaker_;    // of the present answer
    Topic asked_ = Topic::none; // what it answers
};

} // namespace

Document read_layout(std::string_view utf8, std::string_view file, const Vocabulary& words, FrontMatter front) {
    return LayoutReader(utf8, file, words, front).run();
}

} // namespace zhitu::text
