// What a paper says of its own make: the citation marks in its text, and the lists that it announces with a number.
// Both are kept on the Document (node 0), for the audit.
#include <zhitu/importers/text/families.hpp>

#include <zhitu/graph/noted_span.hpp>
#include <zhitu/importers/text/announced.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

constexpr std::uint32_t highest_mark = 999; // above it stand years and numbers of documents

bool is_text(const Block& block) {
    return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item ||
           block.kind == BlockKind::record || block.kind == BlockKind::abstract || block.kind == BlockKind::heading ||
           block.kind == BlockKind::caption || block.kind == BlockKind::table_row || block.kind == BlockKind::footnote;
}

class ApparatusReader {
  public:
    ApparatusReader(const Reading& reading, Facts& facts)
        : reading_(reading)
        , source_(reading.document().source)
        , facts_(facts) {}

    void run() {
        List marks, announced;
        for (std::uint32_t i = 0; i < reading_.document().blocks.size(); ++i)
            if (is_text(reading_.block(i))) add_marks(i, marks);
        for (const AnnouncedList& list : announced_lists(reading_))
            announced.emplace_back(to_text({{list.announced, list.found}, place_of(list.place)}));
        if (!marks.empty()) set(marks_property, std::move(marks));
        if (!announced.empty()) set(announced_property, std::move(announced));
    }

  private:
    void set(std::string_view property, List values) {
        facts_.node(0).properties[std::string(property)] = std::move(values);
    }

    void add_marks(std::uint32_t block, List& marks) const {
        const auto& all = reading_.block(block).marks;
        for (std::size_t i = 0; i < all.size(); ++i) {
            CitationMark mark = all[i];
            if (i > 0 && is_range(block, all[i - 1], mark))
                for (std::uint32_t n = all[i - 1].numbers.back() + 1; n < all[i].numbers.front(); ++n)
                    mark.numbers.push_back(n);
            add_mark(block, mark, marks);
        }
    }

    // "[1]-[3]": a mark, a dash, a mark.
    [[nodiscard]] bool is_range(std::uint32_t block, const CitationMark& from, const CitationMark& to) const {
        constexpr std::uint32_t widest = 50;
        const std::u32string_view between = reading_.folded(block, {from.position, to.position});
        return (between == U"-" || between == U"~") && to.numbers.front() - from.numbers.back() < widest;
    }

    void add_mark(std::uint32_t block, const CitationMark& mark, List& marks) const {
        NotedSpan span;
        for (const std::uint32_t number : mark.numbers)
            if (number > 0 && number <= highest_mark) span.numbers.push_back(number);
        if (span.numbers.empty() || is_exponent(mark)) return;
        span.place = place_of(block, mark);
        marks.emplace_back(to_text(span));
    }

    // From the begin of its clause; the mark alone where no text stands before it, or not in the file, or too much.
    [[nodiscard]] Evidence place_of(std::uint32_t block, const CitationMark& mark) const {
        if (mark.position == 0 || reading_.block(block).aligned) return place_of(block, mark.file);
        constexpr std::uint32_t longest = 400; // characters of a clause that is shown
        const Range clause{begin_of_clause(block, mark.position), mark.position};
        if (clause.size() > longest) return place_of(block, mark.file);
        const auto begin = static_cast<std::uint32_t>(place_of({block, clause, std::nullopt}).start);
        return place_of(block, mark.file.end - begin > longest ? mark.file : Range{begin, mark.file.end});
    }

    // "m^2": a bare number behind a digit or a letter.
    [[nodiscard]] bool is_exponent(const CitationMark& mark) const {
        const auto text = source_.text().substr(mark.file.begin, mark.file.end - mark.file.begin);
        if (mark.file.begin == 0 || text.find(U'[') != std::u32string_view::npos) return false;
        const char32_t before = source_.text()[mark.file.begin - 1];
        return before < 0x80;
    }

    [[nodiscard]] std::uint32_t begin_of_clause(std::uint32_t block, std::uint32_t position) const {
        std::uint32_t begin = 0;
        for (const Sentence& sentence : reading_.sentences(block))
            for (const Clause& clause : sentence.clauses)
                if (clause.range.begin < position) begin = clause.range.begin;
        return begin;
    }

    // The part of a passage behind the last page break or note that cuts it.
    [[nodiscard]] Evidence place_of(const Passage& passage) const {
        const Block& block = reading_.block(passage.block);
        Range range = passage.range;
        for (std::uint32_t at = range.begin; at + 1 < range.end; ++at)
            if (is_cut(reading_.document(), block, at)) range.begin = at + 1;
        return place_of(passage.block, {block.offsets[range.begin], block.offsets[range.end - 1] + 1});
    }

    // A span of the file.
    [[nodiscard]] Evidence place_of(std::uint32_t block, const Range& file) const {
        Evidence place;
        place.section = reading_.block(block).section;
        place.start = file.begin;
        place.end = file.end;
        place.line = source_.line_of(place.start);
        place.quote = source_.quote(place.start, place.end);
        return place;
    }

    const Reading& reading_;
    const SourceText& source_;
    Facts& facts_;
};

} // namespace

void read_apparatus(const Reading& reading, Facts& facts) {
    if (!facts.nodes().empty()) ApparatusReader(reading, facts).run();
}

} // namespace zhitu::text
