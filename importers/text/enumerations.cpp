// Candidates beside what was chosen: members of an enumeration, doubtful names that a word joins to a sure one.
#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/importers/text/runs.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

// Being beside a name is not enough to be one: a cue, or a second rule, must speak for it too.
constexpr double right_weight = 0.0, left_weight = -0.2;

bool is_list_comma(const BlockView& view, std::uint32_t at) {
    return view.words.is(view.block.text[at], Role::list_comma);
}

bool is_plain_run(const BlockView& view, Range range) {
    if (range.size() < 2 || range.size() > 14) return false;
    const auto text = view.block.slice(range);
    if (view.words.ends_with(view.folded(range.begin, range.end), view.words.group("figure.tenths"))) return false;
    if (std::any_of(text.begin(), text.end(), [&](char32_t c) { return is_punctuation(view.words, c); })) return false;
    return view.lexical.edge[range.begin] && view.lexical.edge[range.end] &&
           !view.words.find(view.folded(range.begin, range.end), view.words.group("edge"));
}

bool ends_list(const BlockView& view, std::uint32_t at) {
    return view.lexical.edge[at] &&
           view.words.starts_with(view.folded(at, view.size()).substr(0, 3), view.words.group("list.end"));
}

// From a comma to the next comma or joining word.
void propose_right(const BlockView& view, const Mention& mention, std::vector<Mention>& out) {
    if (mention.range.end >= view.size() || !is_list_comma(view, mention.range.end)) return;
    const std::uint32_t begin = mention.range.end + 1;
    std::uint32_t end = begin;
    while (end < view.size() && end - begin <= 14 && !is_punctuation(view.words, view.block.text[end]) &&
           !(end > begin + 1 && ends_list(view, end)))
        ++end;
    if (is_plain_run(view, {begin, end}) && run_begin(view, end, 14) == begin)
        out.push_back(view.mention(mention.type, {begin, end}, right_weight, "enumeration"));
}

// Back to a comma, a cue or the sentence's begin.
void propose_left(const BlockView& view, const Mention& mention, std::vector<Mention>& out) {
    if (mention.range.begin <= 1 || !is_list_comma(view, mention.range.begin - 1)) return;
    const std::uint32_t end = mention.range.begin - 1;
    const Range range{run_begin(view, end, 12), end};
    if (range.begin > 0 && is_plain_run(view, range))
        out.push_back(view.mention(mention.type, range, left_weight, "enumeration"));
}

bool is_joined(const BlockView& view, const Mention& left, const Mention& right) {
    return left.range.end < right.range.begin && right.range.begin - left.range.end <= 2 &&
           view.words.find(view.folded(left.range.end, right.range.begin), view.words.group("join"));
}

} // namespace

void propose_enumerated(const BlockView& view, const std::vector<Mention>& chosen, std::vector<Mention>& out) {
    for (const Mention& mention : chosen) {
        if (!is_subject_type(mention.type) && mention.type != type::firm) continue;
        propose_right(view, mention, out);
        propose_left(view, mention, out);
    }
}

void propose_joined(const BlockView& view, const std::vector<Mention>& chosen, const std::vector<Mention>& candidates,
                    std::vector<Mention>& out) {
    for (const Mention& mention : chosen) {
        if (mention.type.empty()) continue;
        for (const Mention& candidate : candidates) {
            if (candidate.type != mention.type || candidate.score > 0) continue;
            if (!is_joined(view, mention, candidate) && !is_joined(view, candidate, mention)) continue;
            Mention more = candidate;
            more.score += 2.0;
            more.reasons.emplace_back("joined");
            out.push_back(std::move(more));
        }
    }
}

} // namespace zhitu::text
