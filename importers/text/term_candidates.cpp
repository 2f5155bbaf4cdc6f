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

bool blocked(const std::vector<PackHit>& hits, const Pack& pack, const PackHit& hit) {
    const GroupId group = pack.entry(hit.entry).group;
    constexpr std::uint32_t longest = 40; // of a block entry
    const std::uint32_t from = hit.begin > longest ? hit.begin - longest : 0;
    const auto first = std::ranges::lower_bound(hits, from, {}, &PackHit::begin);
    const auto last = std::ranges::upper_bound(hits, hit.begin, {}, &PackHit::begin);
    return std::any_of(first, last, [&](const PackHit& other) {
        const PackEntry& entry = pack.entry(other.entry);
        return entry.trust == Trust::block && entry.group == group && other.begin <= hit.begin && hit.end <= other.end;
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
    const auto add = [&](bool holds, double weight, const char* reason) {
        if (!holds) return;
        mention.score += weight;
        mention.reasons.emplace_back(reason);
    };
    add(words.ends_with(before, cues.before).has_value(), 1.0, "cue-before");
    add(words.starts_with(after, cues.after).has_value(), 0.8, "cue-after");
    add(is_topic(view, range), 1.5, "whole-heading");
    add(words.starts_with(after, cues.not_after).has_value(), -4.0, "other-word-after");
    const bool listed = (!before.empty() && words.is(before.back(), Role::list_comma)) ||
                        (!after.empty() && words.is(after.front(), Role::list_comma));
    add(listed, 0.6, "enumerated");
}

} // namespace

Mention BlockView::mention(std::string_view type, Range range, double score, std::string reason) const {
    Mention out;
    out.type = type;
    out.block = index;
    out.range = range;
    out.name = to_utf8(block.slice(range));
    out.score = score;
    out.reasons.push_back(std::move(reason));
    return out;
}

void propose_terms(const BlockView& view, std::vector<Mention>& out) {
    const Pack& pack = view.words.pack();
    const GroupId firm = view.words.group(type::firm), scenario = view.words.group(type::scenario);
    std::vector<PackHit> blocks;
    for (const PackHit& hit : view.lexical.hits)
        if (pack.entry(hit.entry).trust == Trust::block) blocks.push_back(hit);
    for (const PackHit& hit : view.lexical.hits) {
        const PackEntry& entry = pack.entry(hit.entry);
        if (entry.trust != Trust::certain && entry.trust != Trust::ambiguous) continue;
        const Range range{hit.begin, hit.end};
        if (!blocks.empty() && blocked(blocks, pack, hit)) continue;
        const bool certain = entry.trust == Trust::certain;
        // A word of the general lexicon that crosses the term's ends speaks against it.
        const bool edges = view.lexical.edge[hit.begin] && view.lexical.edge[hit.end];
        double score = (certain ? certain_weight : ambiguous_weight) + length_weight(range);
        if (!edges) score -= certain ? 1.0 : 1.5;
        const bool everyday = entry.group == firm && !certain && !is_brand(view, range, everyday_rarity);
        if (everyday) score -= 1.5;
        if (certain && entry.group == scenario && range.size() == 2) score -= bare_step;
        Mention mention = view.mention(pack.group_name(entry.group), range, score, certain ? "term" : "term-ambiguous");
        if (view.folded(range.begin, range.end) != fold(to_utf32(entry.name))) mention.key = entry.name;
        for (const auto& [name, value] : entry.properties) mention.properties.emplace_back(name, value);
        out.push_back(std::move(mention));
    }
}

void propose_short_forms(const BlockView& view, const std::map<std::u32string, ShortForm>& forms,
                         std::vector<Mention>& out) {
    if (forms.empty()) return;
    // By place, so that many forms cost no search each; then in order of the forms.
    std::map<std::u32string_view, std::vector<Range>> found;
    const std::u32string_view text = view.block.folded;
    for (std::uint32_t at = 0; at < view.size(); ++at)
        for (auto form = forms.lower_bound(std::u32string(1, text[at]));
             form != forms.end() && form->first.front() == text[at]; ++form) {
            const auto size = static_cast<std::uint32_t>(form->first.size());
            if (!text.substr(at).starts_with(form->first)) continue;
            auto& ranges = found[form->first];
            if (ranges.empty() || ranges.back().end <= at) ranges.push_back({at, at + size});
        }
    for (const auto& [folded, ranges] : found)
        for (const Range range : ranges) {
            const ShortForm& form = forms.at(std::u32string(folded));
            Mention mention = view.mention(form.type, range, short_form_weight + length_weight(range), "short-form");
            mention.key = form.name;
            out.push_back(std::move(mention));
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
