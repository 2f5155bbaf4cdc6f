#include <zhitu/importers/text/candidates.hpp>

#include <algorithm>
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

} // namespace zhitu::text
