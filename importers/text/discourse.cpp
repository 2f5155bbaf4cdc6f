#include <zhitu/importers/text/discourse.hpp>

#include <zhitu/importers/text/numbers.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace zhitu::text {
namespace {

constexpr std::array<std::pair<std::string_view, Modality>, 5> modality_names{{
    {"negated", negated},
    {"planned", planned},
    {"conditional", conditional},
    {"doubtful", doubtful},
    {"undone", undone},
}};

} // namespace

std::uint8_t modality_named(std::string_view name) {
    for (const auto& [known, value] : modality_names)
        if (known == name) return value;
    return fact;
}

const Clause& Sentence::clause_at(std::uint32_t place) const {
    for (const Clause& clause : clauses)
        if (place < clause.range.end) return clause;
    return clauses.back();
}

Reading::Reading(const Document& document, const Mentions& mentions, const Vocabulary& words)
    : document_(document)
    , mentions_(mentions)
    , words_(words)
    , sentences_(document.blocks.size()) {
    for (std::uint32_t block = 0; block < document.blocks.size(); ++block) split(block);
}

void Reading::split(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    for (const Range& range : block.sentences) {
        Sentence sentence{index, range, {}};
        std::uint32_t begin = range.begin;
        int depth = 0;
        for (std::uint32_t at = range.begin; at < range.end; ++at) {
            const char32_t c = block.text[at];
            if (words_.is(c, Role::open)) ++depth;
            if (words_.is(c, Role::close)) depth = std::max(0, depth - 1);
            const bool cell = block.kind == BlockKind::table_row && c == U'|';
            constexpr std::uint32_t longest_label = 5; // a colon behind a label ends nothing
            const bool stops = words_.is(c, Role::comma) || words_.is(c, Role::semicolon) ||
                               (words_.is(c, Role::colon) && at - begin > longest_label);
            const bool ends = cell || (depth == 0 && stops);
            if (!ends && at + 1 < range.end) continue;
            sentence.clauses.push_back({{begin, at + 1}, fact});
            begin = at + 1;
        }
        if (sentence.clauses.empty()) continue;
        mark_modality(sentence);
        sentences_[index].push_back(std::move(sentence));
    }
}

// A cue of class `modality` has the value KIND or KIND+: with the plus it holds on through the clauses that follow, up
// to a word of class `modality.end` or a semicolon; KIND? holds only before a verb, KIND# not before a number.
void Reading::mark_modality(Sentence& sentence) const {
    std::uint8_t carried = fact;
    for (Clause& clause : sentence.clauses) {
        const auto ends = cues(sentence.block, clause.range, "modality.end");
        if (!ends.empty()) carried = fact;
        clause.modality = carried;
        for (const Cue& cue : cues(sentence.block, clause.range, "modality")) {
            const bool goes_on = cue.value.ends_with('+');
            const bool before_verb = cue.value.ends_with('?');   // else it is a preposition
            const bool unless_number = cue.value.ends_with('#'); // "only 3 minutes" is no condition
            if (before_verb && !is_before_verb(sentence.block, cue.range.end)) continue;
            if (unless_number && is_before_number(sentence.block, cue.range.end)) continue;
            const bool marked = goes_on || before_verb || unless_number;
            const std::uint8_t kind = modality_named(cue.value.substr(0, cue.value.size() - (marked ? 1 : 0)));
            clause.modality |= kind;
            if (goes_on) carried |= kind;
        }
        const Block& block = document_.blocks[sentence.block];
        if (words_.is(block.text[clause.range.end - 1], Role::semicolon)) carried = fact;
    }
}

bool Reading::is_before_verb(std::uint32_t block, std::uint32_t at) const {
    const auto& words = mentions_.words[block].lexicon;
    const auto word = std::ranges::upper_bound(words, at, {}, &LexiconHit::end);
    // A verb of one character is as often a noun's begin.
    return word != words.end() && word->end - at >= 2 && word->word_class != WordClass::other;
}

bool Reading::is_before_number(std::uint32_t block, std::uint32_t at) const {
    const auto behind = folded(block, {at, static_cast<std::uint32_t>(document_.blocks[block].text.size())});
    return whole_number_at(behind).length > 0 || words_.numeral(behind).has_value();
}

std::vector<const Mention*> Reading::mentions_in(std::uint32_t block, Range range,
                                                 std::initializer_list<std::string_view> types) const {
    std::vector<const Mention*> out;
    const auto& chosen = mentions_.chosen[block]; // in order, without overlap
    const auto first =
        std::ranges::lower_bound(chosen, range.begin, {}, [](const Mention& m) { return m.range.begin; });
    for (auto it = first; it != chosen.end() && it->range.end <= range.end; ++it) {
        const Mention& mention = *it;
        if (types.size() == 0 || std::find(types.begin(), types.end(), mention.type) != types.end())
            out.push_back(&mention);
    }
    return out;
}

bool Reading::has_mention(std::uint32_t block, Range range, std::initializer_list<std::string_view> types) const {
    const auto& chosen = mentions_.chosen[block];
    auto it = std::ranges::lower_bound(chosen, range.begin, {}, [](const Mention& m) { return m.range.begin; });
    for (; it != chosen.end() && it->range.end <= range.end; ++it)
        if (types.size() == 0 || std::find(types.begin(), types.end(), it->type) != types.end()) return true;
    return false;
}

bool Reading::may_have_cue(std::uint32_t block, Range range, GroupId word_class) const {
    const auto hits = mentions_.words[block].by_group.of(word_class);
    const auto first = std::ranges::lower_bound(hits, range.begin, {}, &PackHit::begin);
    return first != hits.end() && first->begin < range.end;
}

std::vector<Reading::Cue> Reading::cues(std::uint32_t block, Range range, GroupId word_class) const {
    std::vector<Cue> out;
    const auto hits = mentions_.words[block].by_group.of(word_class);
    const auto first = std::ranges::lower_bound(hits, range.begin, {}, &PackHit::begin);
    for (auto hit = first; hit != hits.end() && hit->begin < range.end; ++hit) {
        if (hit->end > range.end) continue;
        // Hits come by begin and then by end: a longer one replaces a shorter one of the same begin.
        if (!out.empty() && out.back().range.begin == hit->begin) out.pop_back();
        if (!out.empty() && hit->end <= out.back().range.end) continue;
        out.push_back({{hit->begin, hit->end}, words_.pack().entry(hit->entry).name});
    }
    std::erase_if(out, [&](const Cue& cue) {
        if (cue.value == "none") return true;
        const auto& chosen = mentions_.chosen[block];
        const auto behind =
            std::ranges::upper_bound(chosen, cue.range.begin, {}, [](const Mention& m) { return m.range.begin; });
        return behind != chosen.begin() && cue.range.end <= std::prev(behind)->range.end;
    });
    return out;
}

Passage Reading::place(const Mention& mention) const {
    const auto& sentences = sentences_[mention.block];
    const auto sentence =
        std::ranges::lower_bound(sentences, mention.range.end, {}, [](const Sentence& s) { return s.range.end; });
    if (sentence == sentences.end()) return {mention.block, mention.range, mention.range};
    const Clause& first = sentence->clause_at(mention.range.begin);
    const Clause& last = sentence->clause_at(mention.range.end - 1);
    return {mention.block, {first.range.begin, last.range.end}, mention.range};
}

} // namespace zhitu::text
