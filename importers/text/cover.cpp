#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/runs.hpp>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>

namespace zhitu::text {
namespace {

using Chosen = std::vector<const Mention*>;

bool may_grow(const BlockView& view, const Mention& head) {
    if (!is_subject_type(head.type) || head.rule == "short-form" || head.rule == "quoted-head" ||
        head.rule == "head-quoted" || head.rule == "head-latin")
        return false;
    return !view.words.find(view.folded(head.range.begin, head.range.end), view.words.group("no-compound"));
}

bool has_kind(const Mention& mention, std::string_view kind) {
    return std::any_of(mention.properties.begin(), mention.properties.end(),
                       [&](const auto& property) { return property.first == "kind" && property.second == kind; });
}

// "maintenance of machine tools": a thing that the activity is about, not one that it is done with.
bool is_object(const BlockView& view, const Mention& before, const Mention& head) {
    return has_kind(before, "equipment") && view.words.ends_with(view.folded(head.range.begin, head.range.end),
                                                                 view.words.group("Scenario.takes-object"));
}

bool is_modifier(const BlockView& view, const Mention& before, const Mention& head) {
    return before.type == type::scenario || before.type == type::industry ||
           (before.type == type::technology && (head.type != type::scenario || is_object(view, before, head)));
}

/// Where a compound begins, and the score of what it takes in.
struct Front {
    std::uint32_t begin = 0;
    double score = 0;
};

// A name of another kind in front ends the run; modifiers inside it are taken in whole.
Front front_of(const BlockView& view, const Chosen& chosen, std::size_t index) {
    constexpr std::uint32_t longest_front = 10;
    const Mention& head = *chosen[index];
    Front front{run_begin(view, head.range.begin, longest_front), head.score};
    for (std::size_t i = index; i > 0 && chosen[i - 1]->range.end > front.begin; --i) {
        const Mention& before = *chosen[i - 1];
        if (is_modifier(view, before, head) && before.range.begin >= front.begin) {
            front.score += before.score;
            continue;
        }
        // A place before a model number belongs to the name.
        if (before.type == type::region && is_digit(view.block.text[before.range.end]))
            return {before.range.begin, front.score + before.score};
        return {std::max(front.begin, before.range.end), front.score};
    }
    return front;
}

// "L4-level", "three-effect": a single character that goes on from a number or Latin letters begins with these.
std::uint32_t with_grade_number(const BlockView& view, std::uint32_t begin) {
    const auto single =
        begin > 0 && begin + 1 < view.size() && view.lexical.edge[begin] && view.lexical.edge[begin + 1];
    const auto counts = [&](char32_t c) {
        return is_digit(c) || is_latin_letter(c) || view.words.numeral(std::u32string_view(&c, 1)).has_value();
    };
    if (!single || !counts(view.block.folded[begin - 1])) return begin;
    if (view.words.starts_with(view.folded(begin, view.size()), view.words.group("time.year"))) return begin;
    while (begin > 0 && counts(view.block.folded[begin - 1])) --begin;
    return begin;
}

bool is_refused(const BlockView& view, std::string_view node_type, Range range) {
    const std::string name(node_type);
    const auto behind = view.folded(range.end, view.size()).substr(0, 6);
    const auto text = view.folded(range.begin, range.end);
    return view.words.ends_with(text, view.words.group(name + ".no-tail")) ||
           view.words.starts_with(behind, view.words.group(name + ".not-after")) ||
           view.words.find(view.folded(range.begin, range.end), view.words.group(name + ".generic"));
}

// The name that takes in what stands before the head `chosen[index]`.
std::optional<Mention> compound_of(const BlockView& view, const Chosen& chosen, std::size_t index) {
    const Mention& head = *chosen[index];
    if (!may_grow(view, head)) return std::nullopt;
    Front front = front_of(view, chosen, index);
    front.begin = with_grade_number(view, front.begin);
    if (front.begin < head.range.begin) front.begin = mended_begin(view, front.begin, 8);
    front.begin = std::min(without_lead_verb(view, head.type, {front.begin, head.range.end}), head.range.begin);
    const Range range{front.begin, head.range.end};
    if (front.begin >= head.range.begin || is_refused(view, head.type, range)) return std::nullopt;
    Mention compound = view.mention(head.type, range, front.score + 0.3, "compound");
    compound.properties = head.properties;
    if (head.type == type::industry && head.rule != "head")
        if (const auto suffix =
                view.words.ends_with(view.folded(range.begin, range.end), view.words.group("Industry.suffix")))
            if (suffix->length + 2 <= range.size())
                compound.key = to_utf8(view.block.slice({range.begin, range.end - suffix->length}));
    // The key of an industry is its name without the head.
    if (head.type == type::industry && head.rule == "head")
        compound.key = compound.name.substr(0, compound.name.size() - (head.name.size() - head.key.size()));
    return compound;
}

// "industrial internet" + "platform": a technology with a last word of technologies right behind it is one name.
std::optional<Mention> with_head_behind(const BlockView& view, const Mention& name) {
    if ((name.type != type::technology && name.type != type::scenario) || !may_grow(view, name)) return std::nullopt;
    const auto behind = view.folded(name.range.end, view.size()).substr(0, 6);
    const auto head = view.words.starts_with(behind, view.words.group(std::string(name.type) + ".head"));
    if (!head || !view.lexical.edge[name.range.end + head->length]) return std::nullopt;
    const Range range{name.range.begin, name.range.end + head->length};
    if (is_refused(view, name.type, range)) return std::nullopt;
    Mention longer = view.mention(name.type, range, name.score + 0.4, "compound");
    longer.properties = name.properties;
    return longer;
}

/// The set of candidates with the highest sum, in order of text: weighted interval scheduling.
Chosen cover(const std::vector<Mention>& candidates) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return candidates[i].score <= 0; });
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Mention &x = candidates[a], &y = candidates[b];
        return std::tuple(x.range.end, x.range.begin, x.type, a) < std::tuple(y.range.end, y.range.begin, y.type, b);
    });

    // best[i]: the value of the first i; taken[i]: whether the i-th is in it.
    std::vector<double> best(order.size() + 1, 0);
    std::vector<std::size_t> before(order.size(), 0);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Mention& mention = candidates[order[i]];
        const auto fits = std::upper_bound(
            order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i), mention.range.begin,
            [&](std::uint32_t begin, std::size_t other) { return begin < candidates[other].range.end; });
        before[i] = static_cast<std::size_t>(fits - order.begin());
        best[i + 1] = std::max(best[i], best[before[i]] + mention.score);
    }
    Chosen chosen;
    for (std::size_t i = order.size(); i > 0;) {
        if (best[i] > best[i - 1]) {
            chosen.push_back(&candidates[order[i - 1]]);
            i = before[i - 1];
        } else {
            --i;
        }
    }
    std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

std::vector<Mention> copies_of(const Chosen& chosen) {
    std::vector<Mention> out;
    out.reserve(chosen.size());
    for (const Mention* mention : chosen) out.push_back(*mention);
    return out;
}

} // namespace

std::vector<Mention> settle(const BlockView& view, std::vector<Mention>& candidates) {
    const Chosen chosen = cover(candidates);
    std::vector<Mention> compounds;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (auto compound = compound_of(view, chosen, i)) compounds.push_back(std::move(*compound));
    const std::size_t fronts = compounds.size();
    for (std::size_t i = 0; i < chosen.size() + fronts; ++i)
        if (auto longer = with_head_behind(view, i < fronts ? compounds[i] : *chosen[i - fronts]))
            compounds.push_back(std::move(*longer));
    if (compounds.empty()) return copies_of(chosen);
    std::move(compounds.begin(), compounds.end(), std::back_inserter(candidates));
    return copies_of(cover(candidates));
}

} // namespace zhitu::text
