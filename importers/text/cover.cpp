#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/base/script.hpp>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace zhitu::text {

std::vector<Mention> cover(const std::vector<Mention>& candidates) {
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
    std::vector<Mention> chosen;
    for (std::size_t i = order.size(); i > 0;) {
        if (best[i] > best[i - 1]) {
            chosen.push_back(candidates[order[i - 1]]);
            i = before[i - 1];
        } else {
            --i;
        }
    }
    std::reverse(chosen.begin(), chosen.end());
    return chosen;
}

std::vector<Mention> settle(const BlockView& view, std::vector<Mention>& candidates) {
    std::vector<Mention> chosen = cover(candidates);
    std::vector<Mention> compounds;
    constexpr std::uint32_t longest_front = 10;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const Mention& head = chosen[i];
        const bool open = head.type == type::technology || head.type == type::scenario || head.type == type::industry;
        const std::string& rule = head.reasons.front();
        if (!open || rule == "short-form" || rule == "quoted-head" || rule == "head-quoted" || rule == "head-latin")
            continue;
        if (view.words.find(view.folded(head.range.begin, head.range.end), view.words.group("no-compound"))) continue;
        std::uint32_t begin = run_begin(view, head.range.begin, longest_front);
        double inner = head.score;
        // A name of another kind in front ends the run; modifiers inside it are taken in whole.
        for (std::size_t j = i; j > 0 && chosen[j - 1].range.end > begin; --j) {
            const Mention& before = chosen[j - 1];
            const bool modifier = before.type == type::scenario || before.type == type::industry ||
                                  (before.type == type::technology && head.type != type::scenario);
            if (!modifier || before.range.begin < begin) {
                // A place before a model number belongs to the name.
                const bool coded = before.type == type::region && is_digit(view.block.text[before.range.end]);
                begin = coded ? before.range.begin : std::max(begin, before.range.end);
                inner += coded ? before.score : 0;
                break;
            }
            inner += before.score;
        }
        if (begin >= head.range.begin) continue;
        const auto behind = view.folded(head.range.end, view.size()).substr(0, 6);
        if (view.words.starts_with(behind, view.words.group(std::string(head.type) + ".not-after"))) continue;
        if (view.words.find(view.folded(begin, head.range.end), view.words.group(std::string(head.type) + ".generic")))
            continue;
        Mention compound = view.mention(head.type, {begin, head.range.end}, inner + 0.3, "compound");
        compound.properties = head.properties;
        if (head.type == type::industry && head.reasons.front() == "head")
            compound.key = compound.name.substr(0, compound.name.size() - (head.name.size() - head.key.size()));
        compounds.push_back(std::move(compound));
    }
    if (compounds.empty()) return chosen;
    std::move(compounds.begin(), compounds.end(), std::back_inserter(candidates));
    return cover(candidates);
}

} // namespace zhitu::text
