// Candidates by their frame alone: what stands between a verb that takes such names and the end of its phrase, whatever
// its last word is. An activity ends in a verb, a thing does not.
#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/importers/text/runs.hpp>
#include <zhitu/importers/text/weights.hpp>

#include <algorithm>
#include <optional>

namespace zhitu::text {
namespace {

struct NameFrame {
    std::string_view type, verbs;
    double weight;
};

constexpr double heading_weight = 3.0;
constexpr std::uint32_t shortest = 3, longest = 10;

bool ends_phrase(const BlockView& view, std::uint32_t at) {
    return at == view.size() || is_punctuation(view.words, view.block.text[at]) ||
           (view.lexical.edge[at] &&
            view.words.starts_with(view.folded(at, view.size()).substr(0, 4), view.words.group("frame.end")));
}

// From the verb to the first end of a phrase, all of it words in the pack's script.
std::optional<Range> phrase_behind(const BlockView& view, std::uint32_t begin) {
    for (std::uint32_t end = begin; end <= std::min(view.size(), begin + longest); ++end) {
        if (end - begin >= 2 && ends_phrase(view, end))
            return end - begin >= shortest && view.lexical.edge[end] ? std::optional(Range{begin, end}) : std::nullopt;
        if (end == view.size() || !is_han(view.block.text[end])) return std::nullopt;
    }
    return std::nullopt;
}

// A phrase with a word of the class `edge` in it is a clause, not a name.
bool is_name(const BlockView& view, Range phrase) {
    return run_begin(view, phrase.end, longest, Verbs::any) == phrase.begin &&
           !view.words.ends_with(view.folded(phrase.begin, phrase.end), view.words.group("name.abstract"));
}

bool is_generic(const BlockView& view, std::string_view type, Range phrase) {
    return view.words.find(view.folded(phrase.begin, phrase.end), view.words.group(std::string(type) + ".generic"))
        .has_value();
}

// ---- What policies promote

// A text of tasks or policies, or one that names a title.
bool speaks_of_policy(const BlockView& view) {
    const Block& block = view.block;
    return block.topic == Topic::task || block.topic == Topic::policy ||
           std::any_of(block.text.begin(), block.text.end(),
                       [&](char32_t c) { return view.words.is(c, Role::title_open); });
}

std::optional<std::string_view> type_of_promoted(const BlockView& view, Range phrase) {
    if (is_activity(view, phrase)) return type::scenario;
    const auto text = view.folded(phrase.begin, phrase.end);
    for (const GroupName heads : {GroupName("Technology.head"), GroupName("Technology.ambiguous-head")})
        if (view.words.ends_with(text, view.words.group(heads))) return type::technology;
    return std::nullopt;
}

// "to promote A, B and C": each member, whatever its last word.
void propose_promoted(const BlockView& view, std::uint32_t begin, std::vector<Mention>& out) {
    constexpr double weight = -0.2;
    while (const auto phrase = phrase_behind(view, begin)) {
        const auto type = type_of_promoted(view, *phrase);
        if (type && is_name(view, *phrase) && !is_generic(view, *type, *phrase))
            out.push_back(view.mention(*type, *phrase, weight, "promoted"));
        const auto joint =
            view.words.starts_with(view.folded(phrase->end, view.size()).substr(0, 3), view.words.group("list.joint"));
        if (!joint) return;
        begin = phrase->end + joint->length;
    }
}

} // namespace

// A short heading of practices that ends in a verb is the activity that they are about.
void propose_heading(const BlockView& view, std::vector<Mention>& out) {
    const Range whole{0, view.size()};
    if (view.block.kind != BlockKind::heading || view.block.topic != Topic::practice) return;
    if (whole.size() < shortest || whole.size() > longest || !is_activity(view, whole) || !is_name(view, whole)) return;
    if (!is_generic(view, type::scenario, whole))
        out.push_back(view.mention(type::scenario, whole, heading_weight + length_weight(whole), "topic-heading"));
}

void propose_framed(const BlockView& view, std::vector<Mention>& out) {
    if (speaks_of_policy(view))
        for (const PackHit& verb : hits_of(view, "promote.frame"))
            if (view.lexical.edge[verb.begin]) propose_promoted(view, verb.end, out);
    static constexpr NameFrame frames[] = {{type::scenario, "Scenario.frame", -0.2},
                                           {type::technology, "Technology.frame", -0.4}};
    for (const NameFrame& frame : frames) {
        for (const PackHit& verb : hits_of(view, frame.verbs)) {
            const auto phrase = phrase_behind(view, verb.end);
            if (!phrase || !view.lexical.edge[verb.begin] || !is_name(view, *phrase)) continue;
            if (is_activity(view, *phrase) != (frame.type == type::scenario)) continue;
            if (is_generic(view, frame.type, *phrase)) continue;
            out.push_back(view.mention(frame.type, *phrase, frame.weight, "frame"));
        }
    }
}

} // namespace zhitu::text
