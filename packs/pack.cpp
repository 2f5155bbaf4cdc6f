#include <zhitu/packs/pack.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <bit>
#include <iterator>
#include <limits>

extern "C" const char zhitu_pack_begin[];
extern "C" const char zhitu_pack_end[];

namespace zhitu {
namespace {

// A compiled pack: magic, version; groups; entries (group, trust, name, properties, broader); rules (name, text);
// measured rules (rule, right, wrong, documents); the trie of forms and the trie of the lexicon as `build_trie` gives
// them, each behind its length. Numbers are little-endian and 32 bits wide, strings have their length in front and are
// padded to 4 bytes.
class Cursor {
  public:
    explicit Cursor(std::string_view bytes)
        : bytes_(bytes) {}

    std::uint32_t number() {
        need(4);
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[at_ + i])) << (8 * i);
        at_ += 4;
        return value;
    }
    std::string_view string() {
        const std::size_t length = number();
        need(length);
        const auto text = bytes_.substr(at_, length);
        at_ = std::min(bytes_.size(), at_ + (length + 3) / 4 * 4);
        return text;
    }
    std::span<const std::uint32_t> numbers() {
        const std::size_t count = number();
        need(count * 4);
        const auto* first = reinterpret_cast<const std::uint32_t*>(bytes_.data() + at_);
        at_ += count * 4;
        return {first, count};
    }

  private:
    void need(std::size_t count) const {
        if (count > bytes_.size() - at_)
            throw Error(ErrorCode::bad_input, "a compiled pack ends too early", "compile it anew");
    }
    std::string_view bytes_;
    std::size_t at_ = 0;
};

bool is_word_character(char32_t c) {
    return is_latin_letter(c) || is_digit(c);
}

bool cuts_a_word(std::u32string_view text, std::uint32_t begin, std::uint32_t end) {
    const bool left = begin > 0 && is_word_character(text[begin]) && is_word_character(text[begin - 1]);
    const bool right = end < text.size() && is_word_character(text[end - 1]) && is_word_character(text[end]);
    const bool hyphen = end + 1 < text.size() && is_latin_letter(text[end - 1]) && text[end] == U'-' &&
                        is_word_character(text[end + 1]);
    return left || right || hyphen;
}

constexpr std::uint16_t unknown_character_cost = 256 * 20;
constexpr std::uint16_t term_cost = 256 * 10; // about that of a rare word
constexpr std::uint16_t ambiguous_term_cost = 256 * 14;

} // namespace

Pack::Pack(std::string_view bytes) {
    Cursor in(bytes);
    if (in.number() != 0x4B50545A || in.number() != 3)
        throw Error(ErrorCode::bad_input, "is not a compiled pack of this version", "compile it anew");
    for (std::uint32_t i = in.number(); i > 0; --i) groups_.push_back(in.string());
    index_groups();
    entries_.resize(in.number());
    for (PackEntry& entry : entries_) {
        entry.group = static_cast<GroupId>(in.number());
        entry.trust = static_cast<Trust>(in.number());
        entry.name = in.string();
        for (std::uint32_t i = in.number(); i > 0; --i) {
            const auto name = in.string();
            entry.properties.emplace_back(name, in.string());
        }
        for (std::uint32_t i = in.number(); i > 0; --i) entry.broader.push_back(in.string());
    }
    for (std::uint32_t i = in.number(); i > 0; --i) {
        const auto name = in.string();
        rules_.push_back({std::string(name), std::string(in.string())});
    }
    for (std::uint32_t i = in.number(); i > 0; --i) {
        RuleMeasure& measure = measures_.emplace_back();
        measure.rule = in.string();
        for (std::uint32_t* count : {&measure.right, &measure.wrong, &measure.documents}) *count = in.number();
    }
    std::ranges::stable_sort(measures_, {}, &RuleMeasure::rule);
    trie_ = Trie(in.numbers());
    describe_entries();
    lexicon_words_ = in.numbers();
    if (!lexicon_words_.empty()) lexicon_ = Trie(lexicon_words_);
}

const Pack& Pack::builtin() {
    static const Pack pack({zhitu_pack_begin, static_cast<std::size_t>(zhitu_pack_end - zhitu_pack_begin)});
    return pack;
}

void Pack::describe_entries() {
    for (const PackEntry& entry : entries_) {
        entry_groups_.push_back(entry.group);
        entry_trusts_.push_back(entry.trust);
    }
    longest_forms_.assign(groups_.size(), 0);
    first_letters_ = last_letters_ = EndLetters(groups_.size());
    trie_.for_all([&](std::u32string_view form, std::uint32_t entry) {
        const GroupId group = entry_groups_[entry];
        longest_forms_[group] = std::max(longest_forms_[group], static_cast<std::uint32_t>(form.size()));
        if (form.empty()) return;
        first_letters_.add(form.front(), group);
        last_letters_.add(form.back(), group);
    });
}

void Pack::index_groups() {
    group_table_.assign(std::bit_ceil(4 * groups_.size() + 1), no_group);
    group_mask_ = group_table_.size() - 1;
    for (std::size_t id = 0; id < groups_.size(); ++id) {
        std::size_t at = GroupName(groups_[id]).hash() & group_mask_;
        while (group_table_[at] != no_group) at = (at + 1) & group_mask_;
        group_table_[at] = static_cast<GroupId>(id);
    }
}

std::vector<PackHit> Pack::scan(std::u32string_view text) const {
    std::vector<PackHit> hits;
    for (std::uint32_t begin = 0; begin < text.size(); ++begin) {
        std::uint32_t node = 0;
        for (std::uint32_t at = begin; at < text.size(); ++at) {
            node = trie_.child(node, text[at]);
            if (node == Trie::none) break;
            const auto found = trie_.payloads(node);
            if (found.empty() || cuts_a_word(text, begin, at + 1)) continue;
            for (const std::uint32_t entry : found) hits.push_back({begin, at + 1, entry});
        }
    }
    return hits;
}

std::span<const std::uint32_t> Pack::words(std::u32string_view folded) const {
    std::uint32_t node = 0;
    for (const char32_t c : folded) {
        node = trie_.child(node, c);
        if (node == Trie::none) return {};
    }
    return trie_.payloads(node);
}

std::vector<LexiconHit> Pack::segment(std::u32string_view text, std::span<const PackHit> hits) const {
    constexpr std::uint64_t unreached = std::numeric_limits<std::uint64_t>::max();
    struct Best { // the cheapest words up to a place
        std::uint64_t cost = unreached;
        std::uint32_t from = 0; // where the last of them begins
        LexiconHit last;
    };
    std::vector<Best> best(text.size() + 1);
    best[0].cost = 0;
    std::size_t hit = 0;
    const auto offer = [&](std::uint32_t begin, LexiconHit word) {
        const std::uint64_t cost = best[begin].cost + word.cost;
        if (cost < best[word.end].cost) best[word.end] = {cost, begin, word};
    };
    for (std::uint32_t begin = 0; begin < text.size(); ++begin) {
        if (best[begin].cost == unreached) continue; // inside a run of letters and digits
        std::uint32_t end = begin + 1;
        if (is_word_character(text[begin]))
            while (end < text.size() && is_word_character(text[end])) ++end;
        offer(begin, {end, WordClass::other, unknown_character_cost});
        while (hit < hits.size() && hits[hit].begin < begin) ++hit;
        for (; hit < hits.size() && hits[hit].begin == begin; ++hit) {
            const Trust trust = entry_trusts_[hits[hit].entry];
            if (trust == Trust::certain) offer(begin, {hits[hit].end, WordClass::other, term_cost});
            if (trust == Trust::ambiguous) offer(begin, {hits[hit].end, WordClass::other, ambiguous_term_cost});
        }
        std::uint32_t node = 0;
        for (std::uint32_t at = begin; at < text.size() && has_lexicon(); ++at) {
            node = lexicon_.child(node, text[at]);
            if (node == Trie::none) break;
            const auto found = lexicon_.payloads(node);
            if (found.empty()) continue;
            const std::uint32_t payload = found.front();
            offer(begin, {at + 1, static_cast<WordClass>(payload >> lexicon_class_shift),
                          static_cast<std::uint16_t>(payload & 0xFFFFU)});
        }
    }
    std::vector<LexiconHit> words;
    for (auto at = static_cast<std::uint32_t>(text.size()); at > 0; at = best[at].from) words.push_back(best[at].last);
    std::reverse(words.begin(), words.end());
    return words;
}

PackSource Pack::source() const {
    PackSource out;
    for (const PackEntry& entry : entries_)
        out.entries.push_back({{},
                               std::string(group_name(entry.group)),
                               std::string(entry.name),
                               entry.trust,
                               {entry.properties.begin(), entry.properties.end()},
                               {entry.broader.begin(), entry.broader.end()}});
    for (const auto& [form, entry] : trie_.entries()) out.entries[entry].form = to_utf8(form);
    out.rules = rules_;
    out.measures = measures_;
    return out;
}

std::optional<double> Pack::confidence(std::string_view rule) const {
    const auto behind = std::ranges::upper_bound(measures_, rule, {}, &RuleMeasure::rule);
    if (behind == measures_.begin()) return std::nullopt;
    const auto found = std::prev(behind);
    if (found->rule != rule || found->right + found->wrong == 0) return std::nullopt;
    return (found->right + 1.0) / (found->right + found->wrong + 2.0);
}

std::vector<std::pair<std::string_view, std::string_view>> Pack::broader_pairs() const {
    std::vector<std::pair<std::string_view, std::string_view>> pairs;
    for (const PackEntry& entry : entries_)
        for (const std::string_view broader : entry.broader) pairs.emplace_back(entry.name, broader);
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

} // namespace zhitu
