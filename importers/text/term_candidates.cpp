// Candidates out of the term lists and out of the short forms that a text defines.
#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/weights.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

// Weights in nats. A certain term is wrong about once in fifty; an ambiguous one needs a cue.
constexpr double certain_weight = 3.0;
constexpr double ambiguous_weight = -1.3;
constexpr double short_form_weight = 6.0;

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
        Mention mention = view.mention(pack.group_name(entry.group), range, score, certain ? "term" : "term-ambiguous");
        if (to_utf8(view.folded(range.begin, range.end)) != to_utf8(fold(to_utf32(entry.name))))
            mention.key = entry.name;
        for (const auto& [name, value] : entry.properties) mention.properties.emplace_back(name, value);
        out.push_back(std::move(mention));
    }
}

void propose_short_forms(const BlockView& view, const std::map<std::u32string, ShortForm>& forms,
                         std::vector<Mention>& out) {
    for (const auto& [folded, form] : forms) {
        std::size_t at = view.block.folded.find(folded);
        while (at != std::u32string::npos) {
            const Range range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + folded.size())};
            Mention mention = view.mention(form.type, range, short_form_weight + length_weight(range), "short-form");
            mention.key = form.name;
            out.push_back(std::move(mention));
            at = view.block.folded.find(folded, at + folded.size());
        }
    }
}

void weigh_by_cues(const BlockView& view, std::vector<Mention>& candidates) {
    const Vocabulary& words = view.words;
    constexpr std::uint32_t window = 8;
    for (Mention& mention : candidates) {
        if (mention.type == type::policy || mention.type == type::region) continue;
        const std::string type(mention.type);
        std::uint32_t begin = mention.range.begin, end = mention.range.end;
        while (begin > 0 && words.is(view.block.text[begin - 1], Role::quote_open)) --begin;
        while (end < view.size() && words.is(view.block.text[end], Role::quote_close)) ++end;
        const auto before = view.folded(begin > window ? begin - window : 0, begin);
        const auto after = view.folded(end, std::min(view.size(), end + window));
        if (words.ends_with(before, words.group(type + ".before"))) {
            mention.score += 1.0;
            mention.reasons.emplace_back("cue-before");
        }
        if (words.starts_with(after, words.group(type + ".after"))) {
            mention.score += 0.8;
            mention.reasons.emplace_back("cue-after");
        }
        if (view.block.kind == BlockKind::heading && begin == 0 && end == view.size()) {
            mention.score += 1.5;
            mention.reasons.emplace_back("whole-heading");
        }
        if (words.starts_with(after, words.group(type + ".not-after"))) {
            mention.score -= 4.0;
            mention.reasons.emplace_back("other-word-after");
        }
        const auto beside = [&](std::u32string_view text, bool last) {
            if (text.empty()) return false;
            return words.is(last ? text.back() : text.front(), Role::list_comma);
        };
        if (beside(before, true) || beside(after, false)) {
            mention.score += 0.6;
            mention.reasons.emplace_back("enumerated");
        }
    }
}

} // namespace zhitu::text
