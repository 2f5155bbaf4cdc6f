// Candidates out of the term lists and out of the short forms that a text defines.
#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/runs.hpp>
#include <zhitu/importers/text/weights.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace zhitu::text {
namespace {

// Weights in nats. A certain term is wrong about once in fifty; an ambiguous one needs a cue.
constexpr double certain_weight = 3.0;
constexpr double ambiguous_weight = -1.3;
constexpr double short_form_weight = 6.0;
constexpr double bare_step = 3.0;       // a step of two characters is a name only with a cue
constexpr double everyday_rarity = 5.2; // nats a character: a word of everyday language costs less

// `hits` are those of entries that block.
bool blocked(const std::vector<PackHit>& hits, const Pack& pack, const PackHit& hit) {
    const GroupId group = pack.group_of(hit.entry);
    constexpr std::uint32_t longest = 40; // of a block entry
    const std::uint32_t from = hit.begin > longest ? hit.begin - longest : 0;
    const auto first = std::ranges::lower_bound(hits, from, {}, &PackHit::begin);
    const auto last = std::ranges::upper_bound(hits, hit.begin, {}, &PackHit::begin);
    return std::any_of(first, last, [&](const PackHit& other) {
        return pack.group_of(other.entry) == group && other.begin <= hit.begin && hit.end <= other.end;
    });
}

// A span with the quotes around it.
Range with_quotes(const BlockView& view, Range range) {
    while (range.begin > 0 && view.words.is(view.block.text[range.begin - 1], Role::quote_open)) --range.begin;
    while (range.end < view.size() && view.words.is(view.block.text[range.end], Role::quote_close)) ++range.end;
    return range;
}

// A whole heading, or what stands before its colon; likewise an emphasised lead.
bool is_topic(const BlockView& view, Range range) {
    if (range.begin != 0) return false;
    if (view.block.kind == BlockKind::heading)
        return range.end == view.size() || view.words.is(view.block.text[range.end], Role::colon);
    const auto& emphasized = view.block.emphasized;
    return !emphasized.empty() && emphasized.front().begin == 0 && emphasized.front().end <= range.end + 1 &&
           emphasized.front().end >= range.end;
}

/// The classes of words that stand beside names of a type.
struct CueGroups {
    CueGroups(const Vocabulary& words, std::string_view node_type)
        : type(node_type)
        , before(words.group(fmt::format("{}.before", type)))
        , after(words.group(fmt::format("{}.after", type)))
        , not_after(words.group(fmt::format("{}.not-after", type))) {}

    std::string_view type;
    GroupId before, after, not_after;
};

// What stands beside a candidate, in its quotes or without.
void weigh(const BlockView& view, const CueGroups& cues, Mention& mention) {
    constexpr std::uint32_t window = 8;
    const Vocabulary& words = view.words;
    const Range range = with_quotes(view, mention.range);
    const auto before = view.folded(range.begin > window ? range.begin - window : 0, range.begin);
    const auto after = view.folded(range.end, std::min(view.size(), range.end + window));
    const auto add = [&](bool holds, double weight, Mention::Cue cue) {
        if (!holds) return;
        mention.score += weight;
        mention.cues |= cue;
    };
    add(words.ends_with(before, cues.before).has_value(), 1.0, Mention::cue_before);
    add(words.starts_with(after, cues.after).has_value(), 0.8, Mention::cue_after);
    add(is_topic(view, range), 1.5, Mention::whole_heading);
    add(words.starts_with(after, cues.not_after).has_value(), -4.0, Mention::other_word_after);
    const bool listed = (!before.empty() && words.is(before.back(), Role::list_comma)) ||
                        (!after.empty() && words.is(after.front(), Role::list_comma));
    add(listed, 0.6, Mention::enumerated);
}

} // namespace

Mention BlockView::mention(std::string_view type, Range range, double score, std::string_view rule) const {
    Mention out;
    out.type = type;
    out.block = index;
    out.range = range;
    out.name = to_utf8(block.slice(range));
    out.score = score;
    out.rule = rule;
    return out;
}

void propose_terms(const BlockView& view, std::vector<Mention>& out) {
    const Pack& pack = view.words.pack();
    const GroupId firm = view.words.group(type::firm), scenario = view.words.group(type::scenario);
    std::vector<PackHit> blocks;
    for (const PackHit& hit : view.lexical.hits)
        if (pack.trust_of(hit.entry) == Trust::block) blocks.push_back(hit);
    for (const PackHit& hit : view.lexical.hits) {
        const Trust trust = pack.trust_of(hit.entry);
        if (trust != Trust::certain && trust != Trust::ambiguous) continue;
        const PackEntry& entry = pack.entry(hit.entry);
        const Range range{hit.begin, hit.end};
        if (!blocks.empty() && blocked(blocks, pack, hit)) continue;
        const bool certain = trust == Trust::certain;
        // A word of the general lexicon that crosses the term's ends speaks against it.
        const bool edges = view.lexical.edge[hit.begin] && view.lexical.edge[hit.end];
        double score = (certain ? certain_weight : ambiguous_weight) + length_weight(range);
        if (!edges) score -= certain ? 1.0 : 1.5;
        const bool everyday = entry.group == firm && !certain && !is_brand(view, range, everyday_rarity);
        if (everyday) score -= 1.5;
        if (certain && entry.group == scenario && range.size() == 2) score -= bare_step;
        Mention mention = view.mention(pack.group_name(entry.group), range, score, certain ? "term" : "term-ambiguous");
        if (!folds_to(entry.name, view.folded(range.begin, range.end))) mention.key = entry.name;
        for (const auto& [name, value] : entry.properties) mention.properties.emplace_back(name, value);
        out.push_back(std::move(mention));
    }
}

void propose_short_forms(const BlockView& view, const ShortForms& forms, std::vector<Mention>& out) {
    if (forms.empty()) return;
    // By place, so that many forms cost no search each; then in order of the forms.
    std::map<std::u32string_view, std::vector<Range>> found;
    const std::u32string_view text = view.block.folded;
    for (std::uint32_t at = 0; at < view.size(); ++at)
        forms.for_prefixes(text.substr(at), [&](const std::u32string& form) {
            auto& ranges = found[form];
            if (ranges.empty() || ranges.back().end <= at)
                ranges.push_back({at, at + static_cast<std::uint32_t>(form.size())});
        });
    for (const auto& [folded, ranges] : found) {
        const ShortForm& form = *forms.find(folded);
        for (const Range range : ranges) {
            Mention mention = view.mention(form.type, range, short_form_weight + length_weight(range), "short-form");
            mention.key = form.name;
            out.push_back(std::move(mention));
        }
    }
}

void weigh_by_cues(const BlockView& view, std::vector<Mention>& candidates) {
    std::vector<CueGroups> known; // a few types
    for (Mention& mention : candidates) {
        if (mention.type == type::policy || mention.type == type::region) continue;
        auto cues = std::ranges::find(known, mention.type, &CueGroups::type);
        if (cues == known.end()) cues = known.emplace(known.end(), view.words, mention.type);
        weigh(view, *cues, mention);
    }
}

} // namespace zhitu::text
