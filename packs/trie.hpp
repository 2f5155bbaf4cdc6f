// A static trie over code points, read where it lies in a compiled pack.
//
// Nodes are numbered in breadth-first order, so the children of a node are neighbours, sorted by label. Four arrays of
// 32-bit numbers follow a count: first child (n + 1), label (n), first payload (n + 1), payloads. A table of 65,536
// entries finds the children of the root.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

class Trie {
  public:
    Trie() = default;
    /// A view of `words` as `build_trie` made them; they must outlive it.
    explicit Trie(std::span<const std::uint32_t> words);

    static constexpr std::uint32_t none = 0;
    /// The child of `node` (0 is the root) under `label`, or `none`. O(log children); O(1) at the root.
    [[nodiscard]] std::uint32_t child(std::uint32_t node, char32_t label) const {
        if (node == 0 && label < root_table) return root_.empty() ? none : root_[label];
        if (labels_.empty()) return none;
        // The last child whose label is not greater, without a branch that the processor would have to guess.
        const std::uint32_t* first = labels_.data() + first_child_[node];
        std::size_t count = first_child_[node + 1] - first_child_[node];
        if (count == 0) return none;
        while (count > 1) {
            const std::size_t half = count / 2;
            first += first[half] <= label ? half : 0;
            count -= half;
        }
        return *first == label ? static_cast<std::uint32_t>(first - labels_.data()) : none;
    }
    /// What was stored under the string that leads to `node`, in order of insertion.
    [[nodiscard]] std::span<const std::uint32_t> payloads(std::uint32_t node) const {
        return payloads_.subspan(first_payload_[node], first_payload_[node + 1] - first_payload_[node]);
    }
    /// All strings with their payloads, a pair for each payload. O(total length).
    [[nodiscard]] std::vector<std::pair<std::u32string, std::uint32_t>> entries() const;
    [[nodiscard]] bool empty() const { return labels_.size() <= 1; }
    /// Calls `visit(length, payload)` for all that is stored, with the length of its string. O(nodes).
    template <class Visit>
    void for_all(Visit visit) const {
        std::vector<std::uint32_t> depth(labels_.size(), 0); // a child stands behind its parent
        for (std::uint32_t node = 0; node < labels_.size(); ++node) {
            for (std::uint32_t i = first_child_[node]; i < first_child_[node + 1]; ++i) depth[i] = depth[node] + 1;
            for (const std::uint32_t payload : payloads(node)) visit(depth[node], payload);
        }
    }

  private:
    static constexpr std::size_t root_table = 65'536;

    friend std::vector<std::uint32_t> build_trie(std::vector<std::pair<std::u32string, std::uint32_t>> entries);
    std::span<const std::uint32_t> first_child_, labels_, first_payload_, payloads_, root_;
};

/// The array form of a trie of these strings with their payloads. O(total length · log).
[[nodiscard]] std::vector<std::uint32_t> build_trie(std::vector<std::pair<std::u32string, std::uint32_t>> entries);

} // namespace zhitu
#pragma GCC visibility pop
