#include <zhitu/importers/text/layout.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/lines.hpp>
#include <zhitu/importers/text/reading_text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace zhitu::text {
namespace {

constexpr std::size_t longest_heading = 45;
constexpr std::size_t longest_bare_heading = 28;
const std::string references_section = "refs";

/// Walks over the lines once; each becomes a block or a part of the one before.
class LayoutReader {
  public:
    LayoutReader(std::string_view utf8, std::string_view file, const Vocabulary& words)
        : words_(words)
        , document_{SourceText(utf8, file), {}, -1}
        , lines_(split_lines(document_.source)) {
        markdown_ = std::any_of(lines_.begin(), lines_.end(), [](const Line& line) {
            return line.folded.starts_with(U"# ") || line.folded.starts_with(U"## ");
        });
    }

    Document run() {
        for (at_ = 0; at_ < lines_.size(); ++at_) read(lines_[at_]);
        finish();
        return std::move(document_);
    }

  private:
    enum class Zone { front, body, references, after, foreign };

    void read(const Line& line) {
        const std::u32string_view text = line.folded;
        if (words_.contains(text.substr(0, 12), words_.group("layout.foreign")) && zone_ != Zone::front)
            zone_ = Zone::foreign;
        if (zone_ == Zone::foreign) return put(BlockKind::foreign, line);
        if (is_page_number(line) || is_rule(line)) return put(BlockKind::foreign, line);
        if (is_references_heading(text)) return begin_references(line);
        if (zone_ == Zone::references && read_reference(line)) return;
        if (is_caption(line, words_)) return put(BlockKind::caption, line);
        if (starts(text, "layout.footnote") || starts(text, "layout.closing")) return put(BlockKind::footnote, line);
        if (zone_ == Zone::front && read_front(line)) return;
        if (zone_ == Zone::after) return read_after(line);
        read_body(line);
    }

    [[nodiscard]] bool starts(std::u32string_view text, std::string_view group) const {
        return words_.starts_with(text, words_.group(group)).has_value();
    }

    [[nodiscard]] bool is_references_heading(std::u32string_view text) const {
        while (!text.empty() && (text.front() == U'#' || text.front() == U' ' || text.front() == U'['))
            text.remove_prefix(1);
        while (!text.empty() && (text.back() == U':' || text.back() == U']' || text.back() == U' '))
            text.remove_suffix(1);
        return words_.find(text, words_.group("layout.references")).has_value();
    }

    void begin_references(const Line& line) {
        Block& block = add(BlockKind::heading, line);
        block.section = references_section;
        block.level = 1;
        section_ = references_section;
        block.topic = Topic::none;
        zone_ = Zone::references;
        heading_ = static_cast<int>(document_.blocks.size()) - 1;
    }

    // An entry begins with the number after the last one; all else goes on with it until the matter behind the list.
    bool read_reference(const Line& line) {
        const auto entry = entry_number(line);
        if (entry && entry->number > last_reference_ && entry->number <= last_reference_ + 3) {
            Block& block = add(BlockKind::reference, line, entry->length);
            block.number = last_reference_ = entry->number;
            return true;
        }
        if (document_.blocks.back().kind != BlockKind::reference) return false;
        Block& last = document_.blocks.back();
        const bool complete =
            last.text.ends_with(U'.') || last.text.ends_with(U"/") || words_.is(last.text.back(), Role::stop);
        const bool latin_matter =
            is_latin(line) && is_latin_letter(line.folded.front()) && !line.folded.starts_with(U"http");
        const bool matter = complete && line.blank_before && (latin_matter || is_han(line.folded.front()));
        const bool furniture = is_masthead(line, words_) && line.blank_before && complete;
        if (matter || furniture || starts(line.folded, "layout.closing") || is_rule(line)) {
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
        if (line.folded.front() == U'(' || is_digit(line.folded.front())) return BlockKind::affiliation;
        const bool first = std::none_of(document_.blocks.begin(), document_.blocks.end(), [](const Block& block) {
            return block.kind == BlockKind::title && block.latin;
        });
        return first ? BlockKind::title : BlockKind::authors;
    }

    // ---- Front matter

    bool read_front(const Line& line) {
        std::u32string_view text = line.folded;
        while (!text.empty() &&
               (words_.is(text.front(), Role::bracket_open) || text.front() == U'>' || text.front() == U'*' ||
                text.front() == U' ') &&
               text.front() != U'(')
            text.remove_prefix(1);
        if (starts(text, "layout.abstract")) return add_front(BlockKind::abstract, line);
        if (starts(text, "layout.keywords")) return add_front(BlockKind::keywords, line);
        if (starts(text, "layout.meta")) return add_front(BlockKind::meta, line);
        const bool has_title = document_.title >= 0;
        if (has_title && is_affiliation(line)) return add_front(BlockKind::affiliation, line);
        const Numbering numbering = numbering_of(line, words_);
        if (has_title && numbering.style != Numbering::Style::none && is_heading(line, numbering) &&
            numbering.style != Numbering::Style::part) {
            zone_ = Zone::body;
            return false;
        }
        if (!has_title && (is_masthead(line, words_) || is_front_issue(line)))
            return add_front(BlockKind::foreign, line);
        if (has_title && words_.starts_with(text, words_.group("layout.author")) && text.size() < 80)
            return add_front(BlockKind::authors, line);
        if (line.folded.size() == 1) return add_front(BlockKind::foreign, line);
        if (line.folded.front() == U'>') return add_front(is_date(text) ? BlockKind::meta : BlockKind::authors, line);
        if (has_title && line.folded.size() < 20 && is_date(text)) return add_front(BlockKind::meta, line);
        const bool headline = line.folded.size() <= 36 && !line.folded.ends_with(U':') &&
                              std::none_of(line.folded.begin(), line.folded.end() - 1,
                                           [&](char32_t c) { return words_.is(c, Role::stop); });
        if (!has_title && ((line.folded.size() <= 60 && !ends_sentence(line.folded, words_)) || headline))
            return add_title(line);
        if (has_title && is_author_line(line)) return add_front(BlockKind::authors, line);
        if (has_title && line.folded.size() <= 60 && !ends_sentence(line.folded, words_) &&
            document_.blocks.back().kind == BlockKind::title)
            return continue_title(line);
        zone_ = Zone::body;
        return false;
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

    // The last part of a masthead without a number (a house, a series) stands before the title: the title is the line
    // that a date, authors, an abstract or text follows; a house is followed by the title.
    bool add_title(const Line& line) {
        const Numbering numbering = numbering_of(line, words_);
        Block& block =
            add(BlockKind::title, line, numbering.style == Numbering::Style::markdown ? numbering.length : 0);
        block.section = "0";
        document_.title = static_cast<int>(document_.blocks.size()) - 1;
        return true;
    }

    // A second line of a title: a subtitle in brackets or behind a dash, or the title itself behind a house.
    bool continue_title(const Line& line) {
        Block& title = document_.blocks.back();
        const char32_t first = line.folded.front();
        if (first == U'(' || first == U'-' || starts(line.folded, "layout.title-continues")) {
            append(title, line.span);
            return true;
        }
        if (starts_with_house(title)) {
            title.kind = BlockKind::foreign;
            return add_title(line);
        }
        const bool institute = words_.ends_with(line.folded, words_.group("Institution.head")) ||
                               words_.ends_with(line.folded, words_.group("Institution.ambiguous-head"));
        return add_front(institute ? BlockKind::affiliation : BlockKind::meta, line);
    }

    [[nodiscard]] bool starts_with_house(const Block& title) const {
        return words_.ends_with(title.folded, words_.group("layout.house")).has_value();
    }

    [[nodiscard]] bool is_date(std::u32string_view text) const {
        const bool digit = std::any_of(text.begin(), text.end(), is_digit);
        return digit ? words_.contains(text, words_.group("layout.date"))
                     : words_.numeral(text.substr(0, 2)).has_value() &&
                           words_.contains(text, words_.group("layout.date"));
    }

    // A month of issue or the number of a document above the title.
    [[nodiscard]] bool is_front_issue(const Line& line) const {
        if (line.folded.size() > 80 || ends_sentence(line.folded, words_)) return false;
        const bool month = is_date(line.folded) && words_.contains(line.folded, words_.group("layout.month"));
        return month || (line.folded.size() < 24 && std::any_of(line.folded.begin(), line.folded.end(), is_digit) &&
                         words_.ends_with(line.folded, words_.group("layout.document-number")));
    }

    // "(1. An institute, Beijing 100038;" or "2. …": a number in front and a place behind.
    [[nodiscard]] bool is_affiliation(const Line& line) const {
        std::u32string_view text = line.folded;
        if (!text.empty() && text.front() == U'(') text.remove_prefix(1);
        std::size_t n = 0;
        while (n < text.size() && is_digit(text[n])) ++n;
        const bool numbered =
            n > 0 && n <= 2 && n < text.size() && (text[n] == U'.' || text[n] == U' ' || is_han(text[n]));
        const bool bracketed = line.folded.front() == U'(' && line.folded.back() == U')';
        if (line.folded.size() >= 80 || !(numbered || bracketed)) return false;
        return (numbered && bracketed) || words_.contains(text, words_.group("Institution.head")) ||
               words_.contains(text, words_.group("Institution.ambiguous-head"));
    }

    // Names with commas and numbers: short pieces.
    [[nodiscard]] bool is_author_line(const Line& line) const {
        constexpr std::size_t longest_name = 6;
        if (line.folded.size() > 80 || ends_sentence(line.folded, words_)) return false;
        std::size_t piece = 0, pieces = 0;
        bool mark = false;
        for (const char32_t c : line.folded) {
            if (is_han(c)) {
                if (++piece == 1) ++pieces;
                if (piece > longest_name) return false;
            } else if (c == U',' || words_.is(c, Role::list_comma) || c == U' ' || c == U';') {
                piece = 0;
            } else if (superscript_digit(c) == 0 && !is_digit(c) && c != U'^' && c != U'{' && c != U'}' && c != U'*') {
                return false;
            } else {
                mark = true;
            }
        }
        return pieces >= 1 && (mark || pieces >= 2);
    }

    // ---- Body

    void read_body(const Line& line) {
        const std::u32string_view text = line.folded;
        if (text.starts_with(U"|")) return read_table_row(line);
        if (is_masthead(line, words_)) return put(BlockKind::foreign, line);
        const Numbering numbering = numbering_of(line, words_);
        const bool open = paragraph_is_open();
        if (numbering.style == Numbering::Style::markdown ||
            (numbering.style != Numbering::Style::none && is_heading(line, numbering)))
            return add_heading(line, numbering);
        if (!open && is_running_header(line)) return put(BlockKind::foreign, line);
        if (!open && is_bare_heading(line)) return add_heading(line, {Numbering::Style::bare, 1, {}, 0});
        if (const std::uint32_t label = record_label(line, words_); label > 0) return add_record(line, label);
        if (is_bullet(line)) return add_item(line, text.size() > 1 && text[1] == U' ' ? 2 : 1);
        if (text.starts_with(U"--")) return add_item(line, 2);
        if (text.starts_with(U"> ")) return put(BlockKind::paragraph, line, 2);
        if (numbering.style == Numbering::Style::digit_dot) return add_item(line, numbering.length);
        if (numbering.style == Numbering::Style::numeral || numbering.style == Numbering::Style::bracket_numeral)
            return add_run_in(line, numbering);
        if (open) return append(document_.blocks[static_cast<std::size_t>(open_)], line.span);
        add(BlockKind::paragraph, line);
        open_ = static_cast<int>(document_.blocks.size()) - 1;
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
            return !is_digit(line.folded[numbering.length]) && follows(numbering);
        return true;
    }

    // A number in front of a line is a heading's only where it goes on counting.
    [[nodiscard]] bool follows(const Numbering& numbering) const {
        if (numbering.style != Numbering::Style::digits) return true;
        const auto first = static_cast<std::uint32_t>(std::stoul(numbering.number));
        if (numbering.level == 1)
            return first <= 1 || (counters_[0] > 0 && first > counters_[0] && first <= counters_[0] + 2);
        return first == counters_[0] || counters_[0] == 0;
    }

    // The line of a journal's name, an author and a title that a page repeats: its title is the document's own.
    [[nodiscard]] bool is_running_header(const Line& line) const {
        if (line.folded.size() > 50 || ends_sentence(line.folded, words_)) return false;
        if (document_.title < 0) return false;
        const Block& title = document_.blocks[static_cast<std::size_t>(document_.title)];
        return line.folded.size() >= 6 && title.folded.find(line.folded) != std::u32string::npos;
    }

    [[nodiscard]] bool is_bare_heading(const Line& line) const {
        const std::u32string_view text = line.folded;
        const bool question = text.ends_with(U'?') || text.ends_with(U'!');
        if (text.size() < 2 || text.size() > longest_bare_heading || (ends_sentence(text, words_) && !question))
            return false;
        if (starts(text, "layout.plain-heading")) return true;
        if (text.size() < 3 || words_.is(text.front(), Role::bracket_open)) return false;
        if (!std::any_of(text.begin(), text.end(), is_han)) return false;
        if (numbered_ || (has_comma(text) && counters_[0] > 0)) return false;
        if (words_.is(text.back(), Role::comma) || words_.is(text.back(), Role::list_comma)) return false;
        if (record_label(line, words_) > 0) return false;
        if (at_ + 1 >= lines_.size()) return false;
        const Line& next = lines_[at_ + 1];
        return next.folded.size() > longest_bare_heading ||
               numbering_of(next, words_).style != Numbering::Style::none || record_label(next, words_) > 0;
    }

    [[nodiscard]] bool has_comma(std::u32string_view text) const {
        return std::any_of(text.begin(), text.end(), [&](char32_t c) { return words_.is(c, Role::comma); });
    }

    void add_heading(const Line& line, const Numbering& numbering) {
        numbered_ =
            numbered_ || numbering.style == Numbering::Style::digits || numbering.style == Numbering::Style::markdown;
        const std::uint32_t level = heading_level(numbering);
        Block& block = add(BlockKind::heading, line, numbering.length);
        block.level = level;
        enter_section(level, numbering.number);
        block.section = section_;
        set_topic(block, level);
        open_ = -1;
    }

    // Markdown's levels count from the first that is not the title's; other styles have theirs.
    std::uint32_t heading_level(const Numbering& numbering) {
        if (numbering.style == Numbering::Style::markdown) {
            if (top_markdown_ == 0 || numbering.level < top_markdown_) top_markdown_ = numbering.level;
            return numbering.level - top_markdown_ + 1;
        }
        if (numbering.style == Numbering::Style::digit_dot) return counters_[1] > 0 ? 3 : (counters_[0] > 0 ? 2 : 1);
        if (numbering.style == Numbering::Style::bare) return bare_level_ > 0 ? bare_level_ : 1;
        return std::min(numbering.level, static_cast<std::uint32_t>(counters_.size()));
    }

    void enter_section(std::uint32_t level, const std::string& written) {
        ++counters_[level - 1];
        for (std::size_t deeper = level; deeper < counters_.size(); ++deeper) counters_[deeper] = 0;
        if (!written.empty() && written.find('.') == std::string::npos && level == 1)
            counters_[0] = static_cast<std::uint32_t>(std::stoul(written));
        section_.clear();
        for (std::size_t i = 0; i < level; ++i)
            if (counters_[i] > 0) section_ += fmt::format("{}{}", section_.empty() ? "" : ".", counters_[i]);
        if (written.find('.') != std::string::npos) section_ = written;
    }

    void set_topic(Block& block, std::uint32_t level) {
        headings_.resize(level - 1, -1);
        int parent = -1;
        for (const int above : headings_)
            if (above >= 0) parent = above;
        headings_.push_back(static_cast<int>(document_.blocks.size()) - 1);
        heading_ = headings_.back();
        block.heading = parent;
        const Topic inherited = parent < 0 ? Topic::none : document_.blocks[static_cast<std::size_t>(parent)].topic;
        const Topic own = topic_of(block.folded);
        const bool turns =
            (inherited == Topic::practice || inherited == Topic::policy) &&
            (own == Topic::challenge || own == Topic::recommendation || own == Topic::goal || own == Topic::plan);
        const bool narrows = inherited == Topic::task && (own == Topic::goal || own == Topic::plan);
        block.topic = inherited == Topic::none || turns || narrows ? own : inherited;
    }

    [[nodiscard]] Topic topic_of(std::u32string_view folded) const {
        static constexpr std::array<std::pair<std::string_view, Topic>, 8> classes{{
            {"heading.plan", Topic::plan},
            {"heading.goal", Topic::goal},
            {"heading.recommendation-first", Topic::recommendation},
            {"heading.challenge", Topic::challenge},
            {"heading.recommendation", Topic::recommendation},
            {"heading.characteristic", Topic::characteristic},
            {"heading.case", Topic::practice},
            {"heading.policy", Topic::policy},
        }};
        if (words_.contains(folded, words_.group("heading.task")) &&
            !words_.contains(folded, words_.group("heading.goal")))
            return Topic::task;
        for (const auto& [name, topic] : classes)
            if (words_.contains(folded, words_.group(name))) return topic;
        return Topic::none;
    }

    // "(1) A lead. Text …": the lead is a heading that runs into its paragraph.
    void add_run_in(const Line& line, const Numbering& numbering) {
        if (paragraph_is_open()) return append(document_.blocks[static_cast<std::size_t>(open_)], line.span);
        const std::uint32_t level = heading_level(numbering);
        enter_section(level, numbering.number);
        Block& block = add(BlockKind::paragraph, line, numbering.length);
        set_topic(block, level);
        block.level = level;
        heading_ = headings_.back();
        block.section = section_;
        std::uint32_t stop = 0;
        while (stop < block.text.size() && !words_.is(block.text[stop], Role::stop)) ++stop;
        if (stop < block.text.size() && stop <= longest_heading) block.lead = stop + 1;
        open_ = static_cast<int>(document_.blocks.size()) - 1;
    }

    void read_table_row(const Line& line) {
        const bool ruler = std::all_of(line.folded.begin(), line.folded.end(),
                                       [](char32_t c) { return c == U'|' || c == U'-' || c == U':' || c == U' '; });
        add(ruler ? BlockKind::foreign : BlockKind::table_row, line);
        open_ = -1;
    }

    void add_record(const Line& line, std::uint32_t label) {
        Block& block = add(BlockKind::record, line);
        block.lead = label;
        open_ = static_cast<int>(document_.blocks.size()) - 1;
    }

    // -, * or + with a blank behind it.
    [[nodiscard]] bool is_bullet(const Line& line) const {
        const char32_t c = line.folded.front();
        const std::uint32_t next = line.span.begin + 1;
        return (c == U'-' || c == U'*' || c == U'+') && next < line.span.end && is_blank(document_.source.text()[next]);
    }

    void add_item(const Line& line, std::uint32_t skip) {
        Block& block = add(BlockKind::list_item, line, skip);
        block.text_marks = to_utf8(std::u32string_view(line.folded).substr(0, skip));
        const auto from = line.offsets[std::min<std::size_t>(skip, line.offsets.size() - 1)];
        const auto text = document_.source.text();
        if (text.substr(from, 2) == U"**") {
            const auto close = text.find(U"**", from + 2);
            std::uint32_t lead = 0;
            while (lead < block.offsets.size() && block.offsets[lead] < close) ++lead;
            if (close < line.span.end) block.lead = lead;
        } else if (block.text_marks.starts_with("--")) {
            std::uint32_t stop = 0;
            while (stop < block.text.size() && !words_.is(block.text[stop], Role::stop)) ++stop;
            if (stop < block.text.size() && stop <= longest_heading) block.lead = stop + 1;
        }
        open_ = static_cast<int>(document_.blocks.size()) - 1;
    }

    // ---- Blocks

    void put(BlockKind kind, const Line& line, std::uint32_t skip = 0) { static_cast<void>(add(kind, line, skip)); }

    Block& add(BlockKind kind, const Line& line, std::uint32_t skip = 0) {
        Block& block = document_.blocks.emplace_back();
        block.kind = kind;
        block.section = zone_ == Zone::front ? "0" : section_;
        block.heading = heading_;
        if (heading_ >= 0) block.topic = document_.blocks[static_cast<std::size_t>(heading_)].topic;
        block.latin = is_latin(line);
        while (skip < line.folded.size() && (line.folded[skip] == U'>' || line.folded[skip] == U' ')) ++skip;
        const std::uint32_t begin = skip < line.offsets.size() ? line.offsets[skip] : line.span.end;
        append(block, {begin, line.span.end});
        return block;
    }

    void append(Block& block, Range span) {
        const bool marks = block.kind != BlockKind::reference && block.kind != BlockKind::table_row;
        append_reading_text(block, document_.source, span, {marks, false, markdown_});
    }

    void finish() {
        for (Block& block : document_.blocks) split_sentences(block, words_);
    }

    const Vocabulary& words_;
    Document document_;
    std::vector<Line> lines_;
    std::size_t at_ = 0;
    Zone zone_ = Zone::front;
    bool markdown_ = false;
    bool numbered_ = false; // headings have numbers or marks: a bare short line is none
    bool after_keywords_ = false;
    std::uint32_t last_reference_ = 0;
    int open_ = -1;             // the paragraph that may go on
    int heading_ = -1;          // the nearest heading
    std::vector<int> headings_; // by level
    std::array<std::uint32_t, 6> counters_{};
    std::uint32_t top_markdown_ = 0;
    std::uint32_t bare_level_ = 0;
    std::string section_ = "0";
};

} // namespace

std::string_view name_of(BlockKind kind) {
    static constexpr std::array<std::string_view, 16> names{
        "title",     "authors",   "affiliation", "abstract", "keywords", "meta",      "heading", "paragraph",
        "list_item", "table_row", "record",      "caption",  "footnote", "reference", "foreign"};
    return names[static_cast<std::size_t>(kind)];
}

Document read_layout(std::string_view utf8, std::string_view file, const Vocabulary& words) {
    return LayoutReader(utf8, file, words).run();
}

} // namespace zhitu::text
