#include "data.hpp"

#include <algorithm>
#include <bit>
#include <random>
#include <stdexcept>

namespace zhitu::bench {
namespace {

using Random = std::mt19937_64;

/// 0 ≤ u < 1.
double unit(Random& random) {
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

/// Spreads the bits of a number (the finalizer of splitmix64).
std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

/// A set of numbers other than 0, of a size known before: open addressing.
class NumberSet {
  public:
    explicit NumberSet(std::size_t count)
        : slots_(std::bit_ceil(2 * count)) {}

    /// Whether it was new.
    bool insert(std::uint64_t number) {
        for (std::size_t at = mixed(number) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at] == number) return false;
            if (slots_[at] != 0) continue;
            slots_[at] = number;
            return true;
        }
    }

  private:
    std::vector<std::uint64_t> slots_;
};

/// Nodes of one type: numbers in a row, drawn after Zipf; which of them are drawn often has nothing to do with their
/// order.
struct Range {
    std::uint32_t begin = 0, size = 0;
    std::uint64_t factor = 1; // prime to the size

    [[nodiscard]] std::uint32_t by_rank(double rank) const {
        return begin + static_cast<std::uint32_t>(static_cast<std::uint64_t>(rank * size) * factor % size);
    }
};

/// u^2 draws rank r with a density ~ r^-1/2, u^3 with r^-2/3: degrees after a power law of exponent 3 and 2.5.
std::uint32_t draw_source(const Range& range, Random& random) {
    const double u = unit(random);
    return range.by_rank(u * u);
}
std::uint32_t draw_target(const Range& range, Random& random) {
    const double u = unit(random);
    return range.by_rank(u * u * u);
}

/// Of a hundred edges: how many are of the type, and which types they join.
struct EdgeKind {
    std::uint8_t share, from, to;
};
constexpr std::uint8_t person = 0, post = 1, tag = 2;
constexpr std::array<EdgeKind, 6> edge_kinds{{{30, person, person},
                                              {25, person, post},
                                              {10, person, post},
                                              {15, post, post},
                                              {15, post, tag},
                                              {5, person, tag}}};
constexpr std::array<std::uint32_t, 3> node_shares{30, 60, 10};

std::uint8_t draw_kind(Random& random) {
    auto left = static_cast<int>(random() % 100);
    std::uint8_t kind = 0;
    while ((left -= edge_kinds[kind].share) >= 0) ++kind;
    return kind;
}

std::array<Range, 3> lay_out_nodes(Data& data, std::uint32_t count) {
    std::array<Range, 3> ranges;
    std::uint32_t begin = 0;
    for (std::uint8_t type = 0; type < ranges.size(); ++type) {
        // 1,000,003 is a prime above all remainders that matter.
        ranges[type] = {begin, count * node_shares[type] / 100, 1'000'003};
        begin += ranges[type].size;
        data.node_types.resize(begin, type);
    }
    return ranges;
}

void draw_edges(Data& data, const std::array<Range, 3>& ranges, std::size_t count, Random& random) {
    NumberSet seen(count);
    for (auto* column : {&data.sources, &data.targets}) column->reserve(count);
    while (data.edge_count() < count) {
        const std::uint8_t kind = draw_kind(random);
        const std::uint32_t source = draw_source(ranges[edge_kinds[kind].from], random);
        const std::uint32_t target = draw_target(ranges[edge_kinds[kind].to], random);
        const auto [low, high] = std::minmax(source, target);
        if (low == high || !seen.insert(std::uint64_t{low} << 32 | high)) continue;
        data.sources.push_back(source);
        data.targets.push_back(target);
        data.edge_types.push_back(kind);
        data.weights.push_back(static_cast<std::uint8_t>(1 + random() % 32));
    }
}

std::vector<std::uint32_t> out_degrees(const Data& data) {
    std::vector<std::uint32_t> degrees(data.node_count());
    for (const std::uint32_t source : data.sources) ++degrees[source];
    return degrees;
}

std::uint32_t largest(const std::vector<std::uint32_t>& degrees) {
    return static_cast<std::uint32_t>(std::max_element(degrees.begin(), degrees.end()) - degrees.begin());
}

void ask_questions(Data& data, const std::array<Range, 3>& ranges, Random& random) {
    const std::vector<std::uint32_t> degrees = out_degrees(data);
    const Range &persons = ranges[person], &tags = ranges[tag];
    data.start = largest(degrees);
    const std::uint32_t seeds = std::min(persons.size, 1'000U);
    for (std::uint32_t i = 0; i < seeds; ++i) data.seeds.push_back(persons.begin + i * (persons.size / seeds));
    for (const std::uint32_t seed : data.seeds)
        if (degrees[seed] <= 20 && data.sparse_seeds.size() < 20) data.sparse_seeds.push_back(seed);
    const auto any = [&](const Range& range) {
        return range.begin + static_cast<std::uint32_t>(random() % range.size);
    };
    while (data.person_pairs.size() < 100)
        if (const std::uint32_t from = any(persons), to = any(persons); from != to)
            data.person_pairs.emplace_back(from, to);
    while (data.tag_pairs.size() < 100) data.tag_pairs.emplace_back(any(persons), any(tags));
}

/// One edge of R-MAT: a quarter of the matrix by each bit, with the probabilities of Graph500.
std::pair<std::uint32_t, std::uint32_t> draw_rmat_edge(unsigned scale, Random& random) {
    std::uint32_t source = 0, target = 0;
    for (unsigned bit = 0; bit < scale; ++bit) {
        const double u = unit(random);
        source = source << 1 | (u >= 0.76 ? 1U : 0U);
        target = target << 1 | ((u >= 0.57 && u < 0.76) || u >= 0.95 ? 1U : 0U);
    }
    return {source, target};
}

} // namespace

std::int64_t year_of(std::uint32_t node) {
    return 1990 + static_cast<std::int64_t>(mixed(node) % 35);
}

double score_of(std::uint32_t node) {
    return static_cast<double>(mixed(node) / 64 % 800) / 8;
}

std::string_view city_of(std::uint32_t node) {
    constexpr std::array<std::string_view, 8> cities{"Aachen", "Bergen", "Cork", "Delft",
                                                     "Essen",  "Faro",   "Gent", "Hamar"};
    return cities[mixed(node) % cities.size()];
}

Data make_social(std::size_t edges) {
    Random random(7);
    Data data;
    data.name = "social";
    data.node_type_names.assign(social_node_types.begin(), social_node_types.end());
    data.edge_type_names.assign(social_edge_types.begin(), social_edge_types.end());
    const std::array<Range, 3> ranges = lay_out_nodes(data, static_cast<std::uint32_t>(edges / 10));
    draw_edges(data, ranges, edges, random);
    ask_questions(data, ranges, random);
    return data;
}

Data make_rmat(unsigned scale) {
    Random random(11);
    Data data;
    data.name = "rmat";
    data.node_type_names = {"Node"};
    data.edge_type_names = {"EDGE"};
    data.node_types.assign(std::size_t{1} << scale, 0);
    const std::size_t count = data.node_count() * 16, mask = data.node_count() - 1;
    data.edge_types.assign(count, 0);
    data.weights.assign(count, 8);
    // An odd factor turns the numbers about, so that large degrees do not stand at the begin.
    const auto number = [&](std::uint32_t x) {
        return static_cast<std::uint32_t>(x * std::uint64_t{0x9e3779b1} & mask);
    };
    for (std::size_t i = 0; i < count; ++i) {
        const auto [source, target] = draw_rmat_edge(scale, random);
        data.sources.push_back(number(source));
        data.targets.push_back(number(target));
    }
    data.start = largest(out_degrees(data));
    return data;
}

Data make_data(std::string_view name, std::size_t edges) {
    if (name == "social") return make_social(edges);
    if (name == "rmat") return make_rmat(static_cast<unsigned>(std::bit_width(edges / 16)) - 1);
    throw std::invalid_argument("unknown data set: " + std::string(name));
}

} // namespace zhitu::bench
