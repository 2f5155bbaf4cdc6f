// Candidates beside what was chosen: members of an enumeration, doubtful names that a word joins to a sure one.
#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/importers/text/runs.hpp>

#include <algorithm>
#include <utility>

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

constexpr std::uint32_t longest_join = 2;

/// The candidates without a score of their own, by where they stand.
class DoubtfulCandidates {
  public:
    explicit DoubtfulCandidates(const std::vector<Mention>& candidates) {
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (candidates[i].score > 0) continue;
            by_begin_.emplace_back(candidates[i].range.begin, i);
            by_end_.emplace_back(candidates[i].range.end, i);
        }
        std::sort(by_begin_.begin(), by_begin_.end());
        std::sort(by_end_.begin(), by_end_.end());
    }

    /// Those that end shortly before a mention or begin shortly behind it, in their order. O(log candidates + found).
    [[nodiscard]] std::vector<std::size_t> beside(const Mention& mention) const {
        std::vector<std::size_t> out;
        const auto take = [&](const std::vector<Place>& places, std::uint32_t from, std::uint32_t to) {
            auto place = std::ranges::lower_bound(places, from, {}, &Place::first);
            for (; place != places.end() && place->first <= to; ++place) out.push_back(place->second);
        };
        const std::uint32_t begin = mention.range.begin, end = mention.range.end;
        if (begin > 0) take(by_end_, begin > longest_join ? begin - longest_join : 0, begin - 1);
        take(by_begin_, end + 1, end + longest_join);
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

  private:
    using Place = std::pair<std::uint32_t, std::size_t>; // where, which
    std::vector<Place> by_begin_, by_end_;
};

bool is_joined(const BlockView& view, const Mention& left, const Mention& right) {
    return left.range.end < right.range.begin && right.range.begin - left.range.end <= longest_join &&
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
    const DoubtfulCandidates doubtful(candidates);
    for (const Mention& mention : chosen) {
        if (mention.type.empty()) continue;
        for (const std::size_t index : doubtful.beside(mention)) {
            const Mention& candidate = candidates[index];
            if (candidate.type != mention.type) continue;
            if (!is_joined(view, mention, candidate) && !is_joined(view, candidate, mention)) continue;
            Mention more = candidate;
            more.score += 2.0;
            more.cues |= Mention::joined;
            out.push_back(std::move(more));
        }
    }
}

} // namespace zhitu::text
