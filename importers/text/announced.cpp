#include <zhitu/importers/text/announced.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <optional>

namespace zhitu::text {
namespace {

/// An ordinal in front of a member of a list: "first,", "(1)".
struct Lead {
    Range range;
    Range numeral; // within the text of its block
    std::uint32_t number = 0;
    std::string_view family;
};

bool is_text(const Block& block) {
    return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item ||
           block.kind == BlockKind::record || block.kind == BlockKind::abstract;
}

/// What lies between the blocks of running text, and is none.
bool is_aside(const Block& block) {
    return block.kind == BlockKind::caption || block.kind == BlockKind::footnote || block.kind == BlockKind::foreign ||
           block.kind == BlockKind::table_row || block.kind == BlockKind::meta;
}

class ListReader {
  public:
    explicit ListReader(const Reading& reading)
        : reading_(reading)
        , words_(reading.words())
        , blocks_(reading.document().blocks) {}

    std::vector<AnnouncedList> read() && {
        for (std::uint32_t i = 0; i < blocks_.size(); ++i) {
            if (!is_text(blocks_[i])) continue;
            for (const Lead& lead : leads_in(i))
                if (lead.number == 1) read_list(i, lead);
            read_run_ins(i);
        }
        return std::move(lists_);
    }

  private:
    // ---- Leads

    [[nodiscard]] bool parts_clauses(char32_t c) const {
        return words_.is(c, Role::stop) || words_.is(c, Role::semicolon) || words_.is(c, Role::colon) ||
               words_.is(c, Role::comma);
    }

    [[nodiscard]] bool begins_clause(const Block& block, std::uint32_t at) const {
        return at == 0 || parts_clauses(block.text[at - 1]);
    }

    /// Leads of the families that count, in order.
    [[nodiscard]] std::vector<Lead> leads_in(std::uint32_t index) const {
        const Block& block = blocks_[index];
        std::vector<Lead> out;
        for (const auto& cue : reading_.cues(index, reading_.whole(index), "lead"))
            if (begins_clause(block, cue.range.begin) &&
                words_.find(fold(to_utf32(cue.value)), words_.group("announce.family")))
                if (const auto lead = lead_of(block, cue)) out.push_back(*lead);
        return out;
    }

    [[nodiscard]] std::optional<Lead> lead_of(const Block& block, const Reading::Cue& cue) const {
        for (std::uint32_t at = cue.range.begin; at < cue.range.end; ++at) {
            if (const auto number = words_.number(block.folded_slice({at, cue.range.end})))
                return Lead{cue.range, {at, at + number->length}, number->value, cue.value};
        }
        return std::nullopt;
    }

    // ---- The members

    void read_list(std::uint32_t block, const Lead& first) {
        auto list = announced_before(block, first.range.begin);
        if (!list) return;
        list->found = by_leads(block, first);
        if (list->found < list->announced) list->found = std::max(list->found, by_form(block, first, list->announced));
        if (list->found >= 2) lists_.push_back(*list);
    }

    /// How far the leads of the family count on under the same heading.
    [[nodiscard]] std::int64_t by_leads(std::uint32_t block, const Lead& first) const {
        std::int64_t count = 1;
        for (std::uint32_t i = block; i < blocks_.size() && blocks_[i].heading == blocks_[block].heading; ++i) {
            if (!is_text(blocks_[i])) continue;
            for (const Lead& lead : leads_in(i)) {
                const bool before = i == block && lead.range.begin <= first.range.begin;
                if (before || lead.family != first.family) continue;
                if (lead.number == 1) return count;
                if (lead.number == count + 1) ++count;
            }
        }
        return count;
    }

    /// How far words in the form of the first lead count on, up to `limit`, whatever stands behind them; lists within
    /// the list, which begin anew under the same heading, are passed over.
    [[nodiscard]] std::int64_t by_form(std::uint32_t block, const Lead& first, std::int64_t limit) const {
        std::int64_t count = 1;
        for (std::uint32_t i = block; i < blocks_.size(); ++i) {
            if (is_aside(blocks_[i])) continue;
            const auto size = static_cast<std::uint32_t>(blocks_[i].text.size());
            for (std::uint32_t at = i == block ? first.range.end : 0; at < size && count < limit; ++at) {
                const auto number = number_in_form(blocks_[i], at, blocks_[block], first);
                if (number == 1 && blocks_[i].heading != blocks_[block].heading) return count;
                if (number == count + 1) ++count;
            }
        }
        return count;
    }

    /// The number of a word like the first lead: alike in front of the numeral, or, where nothing is there, behind it.
    [[nodiscard]] std::int64_t number_in_form(const Block& block, std::uint32_t at, const Block& model,
                                              const Lead& first) const {
        if (!begins_clause(block, at)) return 0;
        const auto text = std::u32string_view(block.folded).substr(at);
        const auto front = model.folded_slice({first.range.begin, first.numeral.begin});
        if (!text.starts_with(front)) return 0;
        const auto number = words_.number(text.substr(front.size()));
        if (!number) return 0;
        if (!front.empty()) return number->value;
        auto back = model.folded_slice({first.numeral.end, first.range.end});
        while (!back.empty() && parts_clauses(back.back())) back.remove_suffix(1);
        return text.substr(number->length).starts_with(back) ? number->value : 0;
    }

    /// Items with a bold run-in each, below a colon.
    void read_run_ins(std::uint32_t block) {
        const std::u32string& text = blocks_[block].text;
        if (text.empty() || !words_.is(text.back(), Role::colon)) return;
        auto list = announced_before(block, static_cast<std::uint32_t>(text.size()));
        if (!list) return;
        std::uint32_t at = block + 1;
        for (; at < blocks_.size() && (is_aside(blocks_[at]) || is_run_in(blocks_[at])); ++at)
            list->found += is_run_in(blocks_[at]) ? 1 : 0;
        const bool open = at < blocks_.size() && blocks_[at].kind == BlockKind::list_item;
        if (open || list->found < 2) return;
        list->found = std::min(list->found, list->announced); // more of them may be items of items
        lists_.push_back(*list);
    }

    [[nodiscard]] static bool is_run_in(const Block& block) {
        return block.kind == BlockKind::list_item && block.lead > 0;
    }

    // ---- The announcement

    /// In the clause that ends right before a place: in its block, else at the end of the text before.
    [[nodiscard]] std::optional<AnnouncedList> announced_before(std::uint32_t block, std::uint32_t at) const {
        while (at == 0) {
            if (block == 0) return std::nullopt;
            --block;
            if (is_text(blocks_[block]))
                at = static_cast<std::uint32_t>(blocks_[block].text.size());
            else if (!is_aside(blocks_[block]))
                return std::nullopt;
        }
        std::uint32_t end = at;
        while (end > 0 && parts_clauses(blocks_[block].text[end - 1])) --end;
        std::uint32_t begin = end;
        while (begin > 0 && !parts_clauses(blocks_[block].text[begin - 1])) --begin;
        const auto number = number_of_members(blocks_[block], {begin, end});
        if (number == 0) return std::nullopt;
        return AnnouncedList{number, 0, {block, {begin, at}, std::nullopt}};
    }

    /// The last number from two to ten that a word for members follows; 0 for none.
    [[nodiscard]] std::int64_t number_of_members(const Block& block, Range clause) const {
        std::int64_t found = 0;
        for (std::uint32_t at = clause.begin; at < clause.end;) {
            const auto text = block.folded_slice({at, clause.end});
            const auto number = words_.number(text);
            const bool members =
                number && number->value >= 2 && number->value <= 10 &&
                words_.starts_with(text.substr(number->length), words_.group("announce.unit")) &&
                !words_.ends_with(block.folded_slice({clause.begin, at}), words_.group("announce.not-after"));
            if (members) found = number->value;
            at += number ? number->length : 1;
        }
        return found;
    }

    const Reading& reading_;
    const Vocabulary& words_;
    const std::vector<Block>& blocks_;
    std::vector<AnnouncedList> lists_;
};

} // namespace

std::vector<AnnouncedList> announced_lists(const Reading& reading) {
    return ListReader(reading).read();
}

} // namespace zhitu::text
