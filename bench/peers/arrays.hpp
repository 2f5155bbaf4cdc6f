// The lower bound: targets by source in two bare arrays, without types, names or numbers of edges.
#pragma once

#include "../data.hpp"

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace zhitu::bench {

struct Arrays {
    std::vector<std::uint32_t> offsets, targets;

    [[nodiscard]] std::span<const std::uint32_t> next(std::uint32_t node) const {
        return {targets.data() + offsets[node], targets.data() + offsets[node + 1]};
    }
    [[nodiscard]] std::size_t node_count() const { return offsets.size() - 1; }
};

/// One counting sort of `values` by `keys`.
inline Arrays sorted_by(std::span<const std::uint32_t> keys, std::span<const std::uint32_t> values,
                        std::size_t node_count) {
    Arrays out{std::vector<std::uint32_t>(node_count + 1), std::vector<std::uint32_t>(values.size())};
    for (const std::uint32_t key : keys) ++out.offsets[key + 1];
    std::partial_sum(out.offsets.begin(), out.offsets.end(), out.offsets.begin());
    std::vector<std::uint32_t> next(out.offsets.begin(), out.offsets.end() - 1);
    for (std::size_t i = 0; i < keys.size(); ++i) out.targets[next[keys[i]]++] = values[i];
    return out;
}

inline Arrays out_arrays(const Data& data) {
    return sorted_by(data.sources, data.targets, data.node_count());
}

inline Arrays in_arrays(const Data& data) {
    return sorted_by(data.targets, data.sources, data.node_count());
}

/// Edges as pairs, of one type or all; with `both_ways`, each edge also turned about.
enum class Ways { along, both };
constexpr int all_types = -1;

struct Pairs {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::vector<std::uint8_t> weights; // in eighths
};

inline Pairs pairs_of(const Data& data, Ways ways = Ways::along, int type = all_types) {
    Pairs out;
    for (std::size_t i = 0; i < data.edge_count(); ++i) {
        if (type != all_types && data.edge_types[i] != type) continue;
        out.pairs.emplace_back(data.sources[i], data.targets[i]);
        out.weights.push_back(data.weights[i]);
        if (ways == Ways::along) continue;
        out.pairs.emplace_back(data.targets[i], data.sources[i]);
        out.weights.push_back(data.weights[i]);
    }
    return out;
}

/// The same as arrays.
inline Arrays arrays_of(const Data& data, Ways ways = Ways::along, int type = all_types) {
    std::vector<std::uint32_t> sources, targets;
    for (const auto& [source, target] : pairs_of(data, ways, type).pairs) {
        sources.push_back(source);
        targets.push_back(target);
    }
    return sorted_by(sources, targets, data.node_count());
}

} // namespace zhitu::bench
