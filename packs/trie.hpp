// A static trie over code points, read where it lies in a compiled pack: a double array.
//
// A node is the number of a cell. The child of a node under a label stands at the node's base plus the label's code;
// the cell belongs to it if it names the node as its parent. A step is so one look at one cell, whatever the alphabet.
// Codes are numbered by how often a label occurs, from 1, so that cells lie close together. Three counts come first
// (cells, payloads, labels beyond the table), then the cells, the payloads of nodes that have several with their
// counts, the codes of the first 65,536 code points, and the other labels with their codes.
#pragma once

#include <algorithm>
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
    /// The child of `node` (0 is the root) under `label`, or `none`. O(1).
    [[nodiscard]] std::uint32_t child(std::uint32_t node, char32_t label) const {
        if (cells_.empty()) return none;
        const std::uint32_t next = cells_[node].base + code_of(label); // there are cells for all codes behind each base
        return cells_[next].parent == node ? next : none;
    }
    /// What was stored under the string that leads to `node`, in order of insertion.
    [[nodiscard]] std::span<const std::uint32_t> payloads(std::uint32_t node) const {
        const std::uint32_t& payload = cells_[node].payload;
        if (payload == no_payload) return {};
        if ((payload & several) == 0) return {&payload, 1};
        const std::uint32_t at = payload & ~several;
        return payloads_.subspan(at + 1, payloads_[at]);
    }
    /// All strings with their payloads, a pair for each payload, in no order. O(total length).
    [[nodiscard]] std::vector<std::pair<std::u32string, std::uint32_t>> entries() const;
    [[nodiscard]] bool empty() const { return empty_; }
    /// Calls `visit(text, payload)` for all that is stored, in no order. O(total length).
    template <class Visit>
    void for_all(Visit visit) const {
        const std::vector<char32_t> label_of = labels();
        std::u32string text;
        for (std::uint32_t node = 0; node < cells_.size(); ++node) {
            if (cells_[node].payload == no_payload) continue;
            text.clear();
            for (std::uint32_t at = node; at != root; at = cells_[at].parent)
                text.push_back(label_of[at - cells_[cells_[at].parent].base]);
            std::reverse(text.begin(), text.end());
            for (const std::uint32_t payload : payloads(node)) visit(std::u32string_view(text), payload);
        }
    }

  private:
    static constexpr std::uint32_t root = 0;
    static constexpr std::uint32_t no_parent = 0xFFFFFFFF, no_payload = 0xFFFFFFFF, several = 0x80000000;
    static constexpr std::size_t code_table = 65'536;

    struct Cell {
        std::uint32_t base = 0;
        std::uint32_t parent = no_parent;   // the root and what is no node have none
        std::uint32_t payload = no_payload; // the only one, else `several` and where their count and they stand
    };

    [[nodiscard]] std::uint32_t code_of(char32_t label) const {
        return label < code_table ? codes_[label] : code_of_rare(label);
    }
    [[nodiscard]] std::uint32_t code_of_rare(char32_t label) const;
    /// The label of each code.
    [[nodiscard]] std::vector<char32_t> labels() const;

    friend class TrieBuilder;
    std::span<const Cell> cells_;
    std::span<const std::uint32_t> payloads_;
    std::span<const std::uint16_t> codes_;      // by label; 0 where no string has it
    std::span<const std::uint32_t> rare_codes_; // label, code; by label
    bool empty_ = true;
};

/// The array form of a trie of these strings with their payloads, which are less than 2^31. O(total length · log), and
/// a search for free cells.
[[nodiscard]] std::vector<std::uint32_t> build_trie(std::vector<std::pair<std::u32string, std::uint32_t>> entries);

} // namespace zhitu
#pragma GCC visibility pop
