// Graphs that wait to be merged, as numbers: their strings and values stand once in pools that all of them share.
#pragma once

#include <zhitu/graph/dictionary.hpp>
#include <zhitu/graph/graph.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace zhitu::detail {

using StringId = Dictionary::StringId;

/// Of a pair or tuple of numbers.
struct NumbersHash {
    template <class Numbers>
    std::size_t operator()(const Numbers& numbers) const noexcept {
        std::uint64_t hash = 0;
        const auto mix = [&](auto... number) {
            ((hash = (hash ^ static_cast<std::uint64_t>(number)) * 0x9E3779B97F4A7C15U, hash ^= hash >> 32), ...);
        };
        std::apply(mix, numbers);
        return hash;
    }
};

/// Equal values have one number.
class ValuePool {
  public:
    std::uint32_t add(const Value& value);
    [[nodiscard]] const Value& operator[](std::uint32_t number) const { return values_[number]; }

  private:
    Dictionary keys_;
    std::vector<Value> values_;
};

struct Pools {
    Dictionary strings;
    ValuePool values;
};

struct MergePart {
    struct Document {
        StringId id, title, file;
    };
    struct Node {
        StringId id, name, type;
    };
    struct Edge {
        std::uint32_t source, target;
        StringId type;
    };
    struct Cell { // a property
        std::uint32_t row;
        StringId name;
        std::uint32_t value;
    };
    struct Word { // an alias or a label
        std::uint32_t row;
        StringId text;
    };
    struct Passage {
        std::uint32_t row;
        StringId document, section, quote;
        std::uint32_t start, end, line, mention_start, mention_end; // the last two are alike where there is none
    };

    std::string source;
    StringId title = Dictionary::none;
    std::vector<Document> documents;
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Cell> node_cells, edge_cells;
    std::vector<Word> aliases, labels;
    std::vector<Passage> node_passages, edge_passages;
};

/// O(size of the graph).
[[nodiscard]] MergePart compact(const Graph& graph, std::string_view source, Pools& pools);

/// All that a part says as text, for comparisons that do not depend on the numbers of strings. O(size of the part).
[[nodiscard]] std::string text_of(const MergePart& part, const Pools& pools);

[[nodiscard]] Evidence evidence_of(const MergePart::Passage& passage, const Pools& pools);

} // namespace zhitu::detail
