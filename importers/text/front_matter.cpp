// Title, authors, affiliations, keywords, DOI and dates.
#include <zhitu/importers/text/families.hpp>

#include <zhitu/base/compression.hpp>
#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/numbers.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

class FrontMatter {
  public:
    FrontMatter(const Reading& reading, Facts& facts)
        : reading_(reading)
        , words_(reading.words())
        , facts_(facts) {}

    void run() {
        if (blocks().empty()) return;
        add_document();
        for (std::uint32_t i = 0; i < blocks().size(); ++i) {
            const Block& block = blocks()[i];
            switch (block.kind) {
            case BlockKind::title:
                add_other_title(i);
                break;
            case BlockKind::affiliation:
                read_affiliation(i);
                break;
            case BlockKind::keywords:
            case BlockKind::meta:
            case BlockKind::footnote:
            case BlockKind::authors:
                read_fields(i);
                break;
            default:
                break;
            }
        }
        for (std::uint32_t i = 0; i < blocks().size(); ++i)
            if (blocks()[i].kind == BlockKind::authors) read_authors(i);
    }

  private:
    [[nodiscard]] const std::vector<Block>& blocks() const { return reading_.document().blocks; }
    [[nodiscard]] Passage whole(std::uint32_t block) const { return reading_.place(block, reading_.whole(block)); }
    [[nodiscard]] std::string text(std::uint32_t block, Range range) const {
        while (range.begin < range.end && is_blank(blocks()[block].text[range.begin])) ++range.begin;
        while (range.end > range.begin && is_blank(blocks()[block].text[range.end - 1])) --range.end;
        return to_utf8(blocks()[block].slice(range));
    }

    void add_document() {
        const int title = reading_.document().title;
        if (title >= 0) {
            const auto index = static_cast<std::uint32_t>(title);
            document_ = facts_.add_new(type::document, text(index, whole(index).range), whole(index), "front.title");
        } else {
            const std::string stem = without_compression(reading_.document().source.file()).stem().string();
            Passage place;
            if (!blocks().empty()) place = whole(0);
            document_ = facts_.add_new(type::document, stem, place, "front.file-name");
        }
        const bool latin = title >= 0 && blocks()[static_cast<std::size_t>(title)].latin;
        facts_.node(document_).properties["language"] = latin ? "en" : "zh";
    }

    void add_other_title(std::uint32_t index) {
        if (static_cast<int>(index) == reading_.document().title) return;
        add_alias(facts_.node(document_), text(index, whole(index).range));
    }

    // "Label: value", several on a line.
    void read_fields(std::uint32_t index) {
        const Block& block = blocks()[index];
        const std::u32string_view folded = block.folded;
        for (std::size_t at = 0; at < folded.size(); ++at) {
            if (const auto label = words_.starts_with(folded.substr(at), words_.group("layout.keywords")))
                read_keywords(index, static_cast<std::uint32_t>(at + label->length));
            if (const auto label = words_.starts_with(folded.substr(at), words_.group("layout.received")))
                read_date(index, static_cast<std::uint32_t>(at + label->length));
            if (folded.substr(at).starts_with(U"doi")) read_doi(index, static_cast<std::uint32_t>(at + 3));
        }
    }

    void read_keywords(std::uint32_t index, std::uint32_t begin) {
        if (blocks()[index].latin) return;
        const Block& block = blocks()[index];
        List keywords;
        std::uint32_t from = begin;
        for (std::uint32_t at = begin; at <= block.text.size(); ++at) {
            const bool end = at == block.text.size();
            const char32_t c = end ? U';' : block.text[at];
            const bool separator = words_.is(c, Role::semicolon) || words_.is(c, Role::list_comma) ||
                                   words_.is(c, Role::comma) || words_.is(c, Role::colon) || c == U'|';
            if (!separator && !words_.is(c, Role::bracket_close)) continue;
            if (std::string word = text(index, {from, at}); !word.empty() && at > from) keywords.push_back(word);
            from = at + 1;
        }
        if (!keywords.empty()) facts_.node(document_).properties.emplace("keywords", std::move(keywords));
    }

    void read_date(std::uint32_t index, std::uint32_t at) {
        const Block& block = blocks()[index];
        while (at < block.folded.size() && !is_digit(block.folded[at])) ++at;
        std::uint32_t end = at;
        while (end < block.folded.size() && (is_digit(block.folded[end]) || block.folded[end] == U'-')) ++end;
        if (end - at >= 8) facts_.node(document_).properties.emplace("received", text(index, {at, end}));
    }

    void read_doi(std::uint32_t index, std::uint32_t at) {
        const Block& block = blocks()[index];
        while (at < block.folded.size() && !is_digit(block.folded[at])) ++at;
        std::uint32_t end = at;
        const auto part = [](char32_t c) {
            return is_digit(c) || is_latin_letter(c) || c == U'.' || c == U'/' || c == U'-' || c == U'_' || c == U'(' ||
                   c == U')';
        };
        while (end < block.folded.size() && part(block.folded[end])) ++end;
        while (end > at && block.folded[end - 1] == U'.') --end;
        if (end - at > 6) facts_.node(document_).properties.emplace("doi", text(index, {at, end}));
    }

    // "(1. Institute, City code; 2. …)": the name reaches to the first comma; in Latin script to the place.
    void read_affiliation(std::uint32_t index) {
        const Block& block = blocks()[index];
        std::uint32_t at = 0;
        const auto size = static_cast<std::uint32_t>(block.text.size());
        while (at < size) {
            while (at < size && !is_digit(block.folded[at]) && !is_han(block.text[at]) &&
                   !is_latin_letter(block.text[at]))
                ++at;
            const WholeNumber number = whole_number_at(std::u32string_view(block.folded).substr(at));
            at += number.length;
            while (at < size && (block.folded[at] == U'.' || block.folded[at] == U' ')) ++at;
            std::uint32_t end = at, stop = at;
            while (stop < size && !words_.is(block.text[stop], Role::semicolon) &&
                   !(words_.is(block.text[stop], Role::bracket_close) && stop + 1 == size))
                ++stop;
            while (end < stop && !words_.is(block.text[end], Role::comma)) ++end;
            if (block.latin) end = last_comma(block, at, stop);
            if (end > at + 1) add_institution(index, number.value == 0 ? 1 : number.value, {at, end}, block.latin);
            at = stop + 1;
        }
    }

    [[nodiscard]] std::uint32_t last_comma(const Block& block, std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t at = end; at > begin; --at)
            if (words_.is(block.text[at - 1], Role::comma)) return at - 1;
        return end;
    }

    void add_institution(std::uint32_t block, std::uint32_t number, Range range, bool latin) {
        const std::string name = text(block, range);
        if (const auto known = institutions_.find(number); known != institutions_.end()) {
            if (latin) {
                add_alias(facts_.node(known->second), name);
                facts_.also_known_as(known->second, name);
            }
            return;
        }
        institutions_[number] =
            facts_.add(type::institution, name, name, reading_.place(block, range), "front.affiliation");
    }

    void read_authors(std::uint32_t index) {
        const Block& block = blocks()[index];
        if (block.latin) return read_latin_authors(index);
        std::uint32_t at = 0;
        const auto size = static_cast<std::uint32_t>(block.text.size());
        while (at < size) {
            if (const auto label =
                    words_.starts_with(std::u32string_view(block.folded).substr(at), words_.group("layout.author"))) {
                at += label->length;
                continue;
            }
            const std::uint32_t begin = at;
            while (at < size && is_han(block.text[at]) &&
                   !words_.starts_with(std::u32string_view(block.folded).substr(at), words_.group("layout.author")) &&
                   !has_mark(block, at, begin))
                ++at;
            if (at - begin == 1) at = end_of_parted_name(block, at);
            if (at - begin >= 2 && at - begin <= 4) {
                add_person(index, {begin, at});
                at = read_bracket(index, at);
            } else if (at - begin > 4 && is_bare_group(block, begin, at)) {
                add_person(index, {begin, at});
            }
            if (at == begin) ++at;
        }
    }

    // A name of two characters that is set with a blank between them.
    [[nodiscard]] static std::uint32_t end_of_parted_name(const Block& block, std::uint32_t at) {
        const auto size = static_cast<std::uint32_t>(block.text.size());
        const bool parted = at + 1 < size && block.text[at] == U' ' && is_han(block.text[at + 1]) &&
                            (at + 2 == size || !is_han(block.text[at + 2]));
        return parted ? at + 2 : at;
    }

    // A group signs as one author where the line has nothing else.
    [[nodiscard]] bool is_bare_group(const Block& block, std::uint32_t begin, std::uint32_t end) const {
        return end == block.text.size() && begin > 0 && words_.is(block.text[begin - 1], Role::colon) &&
               end - begin <= 12;
    }

    [[nodiscard]] static bool has_mark(const Block& block, std::uint32_t at, std::uint32_t begin) {
        return at > begin && std::any_of(block.marks.begin(), block.marks.end(),
                                         [&](const CitationMark& mark) { return mark.position == at; });
    }

    void add_person(std::uint32_t block, Range range) {
        std::u32string letters(blocks()[block].slice(range));
        std::erase_if(letters, is_blank);
        const std::string name = to_utf8(letters);
        person_ = facts_.add(type::person, name, name, reading_.place(block, range), "front.author");
        persons_.push_back(person_);
        facts_.connect("AUTHORED", person_, document_, {whole(block)}, "front.author");
        bool marked = false;
        for (const CitationMark& mark : blocks()[block].marks) {
            if (mark.position != range.end) continue;
            for (const std::uint32_t number : mark.numbers) affiliate(block, number);
            marked = true;
        }
        if (!marked) marked = read_plain_marks(block, range.end);
        if (!marked && institutions_.size() == 1) affiliate(block, institutions_.begin()->first);
    }

    // "Name1,2": numbers that are not raised.
    bool read_plain_marks(std::uint32_t block, std::uint32_t at) {
        const std::u32string_view text = blocks()[block].folded;
        bool found = false;
        while (at < text.size()) {
            const WholeNumber number = whole_number_at(text.substr(at));
            if (number.length == 0 || number.length > 2) break;
            affiliate(block, static_cast<std::uint32_t>(number.value));
            found = true;
            at += number.length;
            if (at < text.size() && text[at] == U',') ++at;
        }
        return found;
    }

    void affiliate(std::uint32_t block, std::uint32_t number) {
        const auto institution = institutions_.find(number);
        if (institution == institutions_.end()) return;
        facts_.connect("AFFILIATED_WITH", person_, institution->second,
                       {whole(block), facts_.node(institution->second).evidence.front()}, "front.affiliation");
    }

    // "Name (institution)".
    std::uint32_t read_bracket(std::uint32_t index, std::uint32_t at) {
        const Block& block = blocks()[index];
        if (at >= block.text.size() || block.folded[at] != U'(') return at;
        std::uint32_t close = at + 1;
        while (close < block.text.size() && block.folded[close] != U')') ++close;
        if (close - at > 4) {
            const Range range{at + 1, close};
            const std::string name = text(index, range);
            const int institution =
                facts_.add(type::institution, name, name, reading_.place(index, range), "front.affiliation");
            facts_.connect("AFFILIATED_WITH", person_, institution, {whole(index)}, "front.affiliation");
        }
        return close + 1;
    }

    // In the order of the names in the other script.
    void read_latin_authors(std::uint32_t index) {
        const Block& block = blocks()[index];
        std::uint32_t from = 0;
        std::size_t person = 0;
        for (std::uint32_t at = 0; at <= block.text.size(); ++at) {
            if (at < block.text.size() && !words_.is(block.text[at], Role::comma)) continue;
            std::string name = text(index, {from, at});
            if (!name.empty() && person < persons_.size() && name.size() < 40) {
                add_alias(facts_.node(persons_[person]), name);
                ++person;
            }
            from = at + 1;
        }
    }

    const Reading& reading_;
    const Vocabulary& words_;
    Facts& facts_;
    int document_ = 0;
    int person_ = -1;
    std::vector<int> persons_;
    std::map<std::uint32_t, int> institutions_; // by number
};

} // namespace

void read_front_matter(const Reading& reading, Facts& facts) {
    FrontMatter(reading, facts).run();
}

} // namespace zhitu::text
