#include <zhitu/packs/trie.hpp>

#include <algorithm>

namespace zhitu {
Trie::Trie(std::span<const std::uint32_t> words) {
    const std::size_t nodes = words[0], payloads = words[1];
    std::size_t at = 2;
    const auto take = [&](std::size_t count) {
        const auto part = words.subspan(at, count);
        at += count;
        return part;
    };
    first_child_ = take(nodes + 1);
    labels_ = take(nodes);
    first_payload_ = take(nodes + 1);
    payloads_ = take(payloads);
    root_ = take(root_table);
}

std::vector<std::pair<std::u32string, std::uint32_t>> Trie::entries() const {
    std::vector<std::pair<std::u32string, std::uint32_t>> out;
    std::vector<std::u32string> strings(labels_.size());
    for (std::uint32_t node = 0; node < labels_.size(); ++node) {
        for (std::uint32_t next = first_child_[node]; next < first_child_[node + 1]; ++next)
            strings[next] = strings[node] + static_cast<char32_t>(labels_[next]);
        for (const std::uint32_t payload : payloads(node)) out.emplace_back(strings[node], payload);
    }
    return out;
}

std::vector<std::uint32_t> build_trie(std::vector<std::pair<std::u32string, std::uint32_t>> entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });

    struct Range { // the entries below a node, all alike in their first `depth` characters
        std::size_t begin, end, depth;
        std::uint32_t label;
    };
    std::vector<Range> nodes{{0, entries.size(), 0, 0}};
    std::vector<std::uint32_t> first_child, first_payload, payloads;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        Range node = nodes[i];
        first_payload.push_back(static_cast<std::uint32_t>(payloads.size()));
        while (node.begin < node.end && entries[node.begin].first.size() == node.depth)
            payloads.push_back(entries[node.begin++].second);
        first_child.push_back(static_cast<std::uint32_t>(nodes.size()));
        while (node.begin < node.end) {
            const char32_t label = entries[node.begin].first[node.depth];
            std::size_t end = node.begin;
            while (end < node.end && entries[end].first[node.depth] == label) ++end;
            nodes.push_back({node.begin, end, node.depth + 1, static_cast<std::uint32_t>(label)});
            node.begin = end;
        }
    }
    first_payload.push_back(static_cast<std::uint32_t>(payloads.size()));
    first_child.push_back(static_cast<std::uint32_t>(nodes.size()));

    std::vector<std::uint32_t> words{static_cast<std::uint32_t>(nodes.size()),
                                     static_cast<std::uint32_t>(payloads.size())};
    const auto put = [&](const std::vector<std::uint32_t>& part) {
        words.insert(words.end(), part.begin(), part.end());
    };
    put(first_child);
    for (const Range& node : nodes) words.push_back(node.label);
    put(first_payload);
    put(payloads);
    std::vector<std::uint32_t> root(Trie::root_table, Trie::none);
    for (std::uint32_t i = first_child[0]; i < first_child[1]; ++i)
        if (nodes[i].label < Trie::root_table) root[nodes[i].label] = i;
    put(root);
    return words;
}

} // namespace zhitu
