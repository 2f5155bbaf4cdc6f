#include <zhitu/importers/text/runs.hpp>

#include <zhitu/base/script.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace zhitu::text {
namespace {

/// A word of the general lexicon in a run.
struct RunWord {
    Range range;
    std::u32string_view text;
    WordClass word_class;
};

// The head of a step ("recognition") is a name's part, though the lexicon calls it a verb.
bool is_verb(const BlockView& view, const RunWord& word) {
    return word.word_class == WordClass::verb && !view.words.find(word.text, view.words.group("Scenario.head")) &&
           !view.words.find(word.text, view.words.group("Scenario.ambiguous-head"));
}

bool has_punctuation(const BlockView& view, std::u32string_view text) {
    return std::any_of(text.begin(), text.end(), [&](char32_t c) { return is_punctuation(view.words, c); });
}

bool is_edge(const BlockView& view, std::u32string_view text, Verbs verbs) {
    const GroupId edge = view.words.group("edge");
    if (view.words.find(text, edge)) return true;
    if (verbs == Verbs::any) return false;
    const auto tail = view.words.ends_with(text, edge);
    return tail && tail->length > 1;
}

// Digits belong to a name only before a word for a model.
bool is_bare_number(const BlockView& view, const RunWord& word) {
    return std::all_of(word.text.begin(), word.text.end(), is_digit) &&
           !view.words.starts_with(view.folded(word.range.end, view.size()), view.words.group("name.model"));
}

bool ends_run(const BlockView& view, const RunWord& word, Verbs verbs, bool nearest) {
    if (has_punctuation(view, word.text) || is_edge(view, word.text, verbs) || is_bare_number(view, word)) return true;
    if (verbs == Verbs::any) return false;
    if (word.word_class == WordClass::function) return true;
    return is_verb(view, word) && !(verbs == Verbs::adjacent && nearest);
}

bool is_listed_place(const BlockView& view, const PackHit& hit) {
    const Pack& pack = view.words.pack();
    return pack.group_of(hit.entry) == view.words.group(type::region) && pack.trust_of(hit.entry) != Trust::block;
}

/// The hits that begin in a range. O(log hits).
std::span<const PackHit> hits_from(const BlockView& view, std::uint32_t begin, std::uint32_t end) {
    const auto first = std::ranges::lower_bound(view.lexical.hits, begin, {}, &PackHit::begin);
    const auto last = std::ranges::lower_bound(first, view.lexical.hits.end(), end, {}, &PackHit::begin);
    return {first, last};
}

std::optional<std::uint32_t> listed_place_before(const BlockView& view, std::uint32_t end) {
    constexpr std::uint32_t longest = 16;
    std::optional<std::uint32_t> begin;
    for (const PackHit& hit : hits_from(view, end > longest ? end - longest : 0, end))
        if (hit.end == end && (!begin || hit.begin < *begin) && is_listed_place(view, hit)) begin = hit.begin;
    return begin;
}

bool is_free_before(const BlockView& view, std::uint32_t at) {
    return at == 0 || !is_han(view.block.text[at - 1]) ||
           view.words.ends_with(view.folded(0, at), view.words.group("edge"));
}

/// The end of the last certain hit in a run that `fits`, else the run's begin.
template <typename Fits>
std::uint32_t end_of_hits(const BlockView& view, Range run, Fits fits) {
    std::uint32_t found = run.begin;
    for (const PackHit& hit : hits_from(view, run.begin, run.end)) {
        const Pack& pack = view.words.pack();
        if (hit.end <= run.end && pack.trust_of(hit.entry) == Trust::certain &&
            fits(hit, pack.group_name(pack.group_of(hit.entry))))
            found = std::max(found, hit.end);
    }
    return found;
}

} // namespace

std::uint32_t run_begin(const BlockView& view, std::uint32_t end, std::uint32_t longest, Verbs verbs) {
    const auto& lexicon = view.lexical.lexicon;
    const auto last = std::lower_bound(lexicon.begin(), lexicon.end(), end,
                                       [](const LexiconHit& hit, std::uint32_t at) { return hit.end < at; });
    if (end == 0 || last == lexicon.end()) return end;
    std::uint32_t run = end; // a verb in front of all is no part of it
    std::uint32_t begin = end;
    for (auto hit = std::make_reverse_iterator(std::next(last)); hit != lexicon.rend(); ++hit) {
        const std::uint32_t word_begin = std::next(hit) == lexicon.rend() ? 0 : std::next(hit)->end;
        const RunWord word{{word_begin, begin}, view.folded(word_begin, begin), hit->word_class};
        if (end - word_begin > longest || ends_run(view, word, verbs, begin == end)) break;
        begin = word_begin;
        if (verbs == Verbs::any || !is_verb(view, word)) run = begin;
    }
    return run;
}

std::uint32_t mended_begin(const BlockView& view, std::uint32_t begin, std::uint32_t longest) {
    const auto& edge = view.lexical.edge;
    const bool single = begin + 1 < view.size() && edge[begin] && edge[begin + 1] && is_han(view.block.text[begin]);
    if (!single || begin == 0 || !is_han(view.block.text[begin - 1]) || (begin > 1 && !edge[begin - 1])) return begin;
    const auto pair = view.folded(begin - 1, begin + 1);
    if (view.words.find(pair, view.words.group("edge"))) return begin + 1;
    if (view.words.find(pair.substr(0, 1), view.words.group("particle"))) return begin;
    return run_begin(view, begin - 1, longest);
}

std::uint32_t without_lead_verb(const BlockView& view, std::string_view node_type, Range name) {
    constexpr std::uint32_t shortest = 3;
    if (node_type != type::scenario) return name.begin;
    const auto verb = view.words.starts_with(view.folded(name.begin, name.end), view.words.group("Scenario.lead-verb"));
    const bool leaves = verb && verb->length + shortest <= name.size() && view.lexical.edge[name.begin + verb->length];
    return leaves ? name.begin + verb->length : name.begin;
}

bool is_punctuation(const Vocabulary& words, char32_t c) {
    return words.is(c, Role::stop) || words.is(c, Role::comma) || words.is(c, Role::semicolon) ||
           words.is(c, Role::list_comma) || words.is(c, Role::open) || words.is(c, Role::close) ||
           words.is(c, Role::colon) || words.is(c, Role::dash) || c == U'|' || c == U' ' || c == U'"';
}

std::span<const PackHit> hits_of(const BlockView& view, GroupName word_class) {
    return view.lexical.by_group.of(view.words.group(word_class));
}

std::vector<PackHit> heads_of(const BlockView& view, GroupName word_class) {
    const auto hits = hits_of(view, word_class);
    std::vector<PackHit> heads(hits.begin(), hits.end());
    std::sort(heads.begin(), heads.end(), [](const PackHit& a, const PackHit& b) {
        return std::tuple(a.end, a.begin) < std::tuple(b.end, b.begin);
    });
    const auto same_end = [](const PackHit& a, const PackHit& b) { return a.end == b.end; };
    heads.erase(std::unique(heads.begin(), heads.end(), same_end), heads.end());
    return heads;
}

std::optional<std::uint32_t> place_before(const BlockView& view, std::uint32_t end) {
    constexpr std::uint32_t shortest = 2, longest = 4;
    if (const auto listed = listed_place_before(view, end)) return listed;
    const auto tail = view.words.ends_with(view.folded(0, end), view.words.group("region.tail"));
    if (!tail) return std::nullopt;
    const std::uint32_t name_end = end - tail->length;
    for (std::uint32_t length = shortest; length <= std::min(longest, name_end); ++length) {
        const std::uint32_t begin = name_end - length;
        const auto name = view.folded(begin, name_end);
        if (!std::all_of(name.begin(), name.end(), is_han)) return std::nullopt;
        if (view.words.contains(name, view.words.group("place.no-name"))) return std::nullopt;
        if (view.lexical.edge[begin] && is_free_before(view, begin)) return begin;
    }
    return std::nullopt;
}

bool is_place_at(const BlockView& view, std::uint32_t begin) {
    const auto hits = hits_from(view, begin, begin + 1);
    return std::any_of(hits.begin(), hits.end(), [&](const PackHit& hit) { return is_listed_place(view, hit); });
}

std::uint32_t end_of_actor(const BlockView& view, Range run) {
    return end_of_hits(view, run, [&](const PackHit& hit, std::string_view group) {
        return (group == type::region || group == type::firm || group == type::body) && view.lexical.edge[hit.begin] &&
               view.lexical.edge[hit.end];
    });
}

std::uint32_t end_of_terms(const BlockView& view, std::string_view node_type, Range run) {
    return end_of_hits(view, run, [&](const PackHit&, std::string_view group) { return group == node_type; });
}

bool is_activity(const BlockView& view, Range phrase) {
    const auto& words = view.lexical.lexicon;
    const auto last = std::ranges::lower_bound(words, phrase.end, {}, &LexiconHit::end);
    return last != words.end() && last->end == phrase.end && last->word_class == WordClass::verb;
}

bool is_term(const BlockView& view, Range range) {
    const auto hits = hits_from(view, range.begin, range.begin + 1);
    return std::any_of(hits.begin(), hits.end(), [&](const PackHit& hit) {
        const Trust trust = view.words.pack().trust_of(hit.entry);
        return hit.end == range.end && (trust == Trust::certain || trust == Trust::ambiguous);
    });
}

bool is_brand(const BlockView& view, Range range, double least) {
    const auto& lexicon = view.lexical.lexicon;
    // The first word that does not end before the range, and what of the words lies wholly in it.
    auto word = std::ranges::upper_bound(lexicon, range.begin, {}, &LexiconHit::end);
    std::uint32_t begin = word == lexicon.begin() ? 0 : std::prev(word)->end;
    std::uint32_t cost = 0;
    for (; word != lexicon.end() && word->end <= range.end; begin = word->end, ++word)
        if (begin >= range.begin) cost += word->cost;
    return cost >= 256 * least * range.size();
}

} // namespace zhitu::text
