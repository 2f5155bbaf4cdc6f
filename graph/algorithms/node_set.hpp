// A set of nodes as one bit each: small enough to stay in the cache while a search marks what it has met.
#pragma once

#include <zhitu/graph/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// Nodes below a number that is fixed when the set is made. All operations are O(1); nothing is checked.
class NodeSet {
  public:
    NodeSet() = default;
    /// The empty set over `nodes` nodes. O(nodes / 64).
    explicit NodeSet(std::size_t nodes)
        : words_((nodes + bits - 1) / bits) {}

    [[nodiscard]] bool has(NodeId node) const noexcept { return (words_[word(node)] & mask(node)) != 0; }
    void add(NodeId node) noexcept { words_[word(node)] |= mask(node); }
    void remove(NodeId node) noexcept { words_[word(node)] &= ~mask(node); }
    /// Adds the node; whether it was new.
    bool insert(NodeId node) noexcept {
        std::uint64_t& here = words_[word(node)];
        const std::uint64_t before = here;
        here |= mask(node);
        return here != before;
    }
    /// O(nodes / 64).
    void clear() noexcept { words_.assign(words_.size(), 0); }
    /// All nodes, but those that were in. O(nodes / 64).
    void flip() noexcept {
        for (std::uint64_t& here : words_) here = ~here;
    }

  private:
    static constexpr std::size_t bits = 64;
    static std::size_t word(NodeId node) noexcept { return node.index() / bits; }
    static std::uint64_t mask(NodeId node) noexcept { return std::uint64_t{1} << (node.index() % bits); }

    std::vector<std::uint64_t> words_;
};

} // namespace zhitu
#pragma GCC visibility pop
