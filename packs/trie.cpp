#include <zhitu/packs/trie.hpp>

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>

namespace zhitu {

Trie::Trie(std::span<const std::uint32_t> words) {
    const std::size_t cells = words[0], payloads = words[1], rare = words[2];
    std::size_t at = 3;
    const auto take = [&](std::size_t count) {
        const auto part = words.subspan(at, count);
        at += count;
        return part;
    };
    static_assert(sizeof(Cell) == 3 * sizeof(std::uint32_t) && std::endian::native == std::endian::little);
    cells_ = {reinterpret_cast<const Cell*>(take(3 * cells).data()), cells};
    payloads_ = take(payloads);
    codes_ = {reinterpret_cast<const std::uint16_t*>(take(code_table / 2).data()), code_table};
    rare_codes_ = take(2 * rare);
    empty_ = std::all_of(cells_.begin(), cells_.end(), [](const Cell& cell) { return cell.payload == no_payload; });
}

std::uint32_t Trie::code_of_rare(char32_t label) const {
    for (std::size_t i = 0; i < rare_codes_.size(); i += 2)
        if (rare_codes_[i] == label) return rare_codes_[i + 1];
    return 0;
}

std::vector<char32_t> Trie::labels() const {
    std::vector<char32_t> out(code_table + rare_codes_.size(), 0);
    for (char32_t label = 0; label < codes_.size(); ++label)
        if (codes_[label] != 0) out[codes_[label]] = label;
    for (std::size_t i = 0; i < rare_codes_.size(); i += 2) out[rare_codes_[i + 1]] = rare_codes_[i];
    return out;
}

std::vector<std::pair<std::u32string, std::uint32_t>> Trie::entries() const {
    std::vector<std::pair<std::u32string, std::uint32_t>> out;
    for_all([&](std::u32string_view text, std::uint32_t payload) { out.emplace_back(text, payload); });
    return out;
}

/// Lays the nodes of a trie out in cells.
class TrieBuilder {
  public:
    using Entries = std::vector<std::pair<std::u32string, std::uint32_t>>;

    explicit TrieBuilder(Entries entries)
        : entries_(std::move(entries)) {
        std::stable_sort(entries_.begin(), entries_.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
    }

    std::vector<std::uint32_t> build() {
        number_labels();
        find_nodes();
        place_children();
        return words();
    }

  private:
    struct Node { // the entries below it are alike in their first `depth` characters
        std::size_t begin, end, depth;
        std::uint32_t parent, code;
        std::uint32_t first_child = 0, child_count = 0;
        std::uint32_t base = 0;
    };

    void number_labels() {
        std::map<char32_t, std::size_t> counts;
        for (const auto& [text, payload] : entries_)
            for (const char32_t label : text) ++counts[label];
        std::vector<std::pair<std::size_t, char32_t>> order;
        for (const auto& [label, count] : counts) order.emplace_back(count, label);
        std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        for (const auto& [count, label] : order) codes_.emplace(label, static_cast<std::uint32_t>(codes_.size() + 1));
    }

    // Breadth first; the children of a node are neighbours.
    void find_nodes() {
        nodes_.push_back({0, entries_.size(), 0, Trie::no_parent, 0});
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const Node node = nodes_[i];
            const auto first_child = static_cast<std::uint32_t>(nodes_.size());
            std::size_t at = node.begin;
            while (at < node.end && entries_[at].first.size() == node.depth) ++at;
            while (at < node.end) {
                const char32_t label = entries_[at].first[node.depth];
                std::size_t end = at;
                while (end < node.end && entries_[end].first[node.depth] == label) ++end;
                nodes_.push_back({at, end, node.depth + 1, static_cast<std::uint32_t>(i), codes_[label]});
                at = end;
            }
            nodes_[i].first_child = first_child;
            nodes_[i].child_count = static_cast<std::uint32_t>(nodes_.size()) - first_child;
            std::sort(nodes_.begin() + first_child, nodes_.end(),
                      [](const Node& a, const Node& b) { return a.code < b.code; });
        }
    }

    // Nodes with many children come first, while there is room; those with one fill what is left.
    void place_children() {
        std::vector<std::uint32_t> order(nodes_.size());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return nodes_[a].child_count > nodes_[b].child_count;
        });
        taken_.assign(1, true); // the root's cell
        std::uint32_t from = 0, count = 0;
        for (const std::uint32_t node : order) {
            if (nodes_[node].child_count == 0) break;
            if (nodes_[node].child_count != count) from = 0;
            count = nodes_[node].child_count;
            from = first_cell_for(children_of(nodes_[node]), from);
            nodes_[node].base = from - children_of(nodes_[node]).front().code;
            for (const Node& child : children_of(nodes_[node])) taken_[nodes_[node].base + child.code] = true;
        }
    }

    [[nodiscard]] std::span<const Node> children_of(const Node& node) const {
        return std::span(nodes_).subspan(node.first_child, node.child_count);
    }

    /// The first cell, not before `from`, where the first child can stand so that all of them come on free cells. Nodes
    /// of as many children begin where the one before was placed, so that all of these together cost one walk.
    std::uint32_t first_cell_for(std::span<const Node> children, std::uint32_t from) {
        const std::uint32_t first = children.front().code;
        for (std::uint32_t cell = std::max(from, first);; ++cell) {
            const std::size_t behind = std::size_t{cell} - first + children.back().code + 1;
            if (taken_.size() < behind) taken_.resize(behind, false);
            const bool fits = std::all_of(children.begin(), children.end(),
                                          [&](const Node& child) { return !taken_[cell - first + child.code]; });
            if (fits) return cell;
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> words() {
        std::vector<Trie::Cell> cells(taken_.size() + codes_.size() + 1); // a cell for every code behind each base
        std::vector<std::uint32_t> payloads, cell_of(nodes_.size(), Trie::root);
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const Node& node = nodes_[i];
            if (node.parent != Trie::no_parent) cell_of[i] = nodes_[node.parent].base + node.code;
            Trie::Cell& cell = cells[cell_of[i]];
            cell.base = node.base;
            cell.parent = node.parent == Trie::no_parent ? Trie::no_parent : cell_of[node.parent];
            std::size_t end = node.begin;
            while (end < node.end && entries_[end].first.size() == node.depth) ++end;
            if (end == node.begin) continue;
            if (end == node.begin + 1) {
                cell.payload = entries_[node.begin].second;
                continue;
            }
            cell.payload = Trie::several | static_cast<std::uint32_t>(payloads.size());
            payloads.push_back(static_cast<std::uint32_t>(end - node.begin));
            for (std::size_t at = node.begin; at < end; ++at) payloads.push_back(entries_[at].second);
        }
        std::vector<std::uint32_t> code_table(Trie::code_table / 2, 0), rare;
        for (const auto& [label, code] : codes_) {
            if (label < Trie::code_table)
                code_table[label / 2] |= code << (label % 2 == 0 ? 0 : 16);
            else
                rare.insert(rare.end(), {static_cast<std::uint32_t>(label), code});
        }
        std::vector<std::uint32_t> out{static_cast<std::uint32_t>(cells.size()),
                                       static_cast<std::uint32_t>(payloads.size()),
                                       static_cast<std::uint32_t>(rare.size() / 2)};
        for (const Trie::Cell& cell : cells) out.insert(out.end(), {cell.base, cell.parent, cell.payload});
        for (const auto* part : {&payloads, &code_table, &rare}) out.insert(out.end(), part->begin(), part->end());
        return out;
    }

    Entries entries_;
    std::map<char32_t, std::uint32_t> codes_;
    std::vector<Node> nodes_;
    std::vector<bool> taken_; // by cell
};

std::vector<std::uint32_t> build_trie(std::vector<std::pair<std::u32string, std::uint32_t>> entries) {
    return TrieBuilder(std::move(entries)).build();
}

} // namespace zhitu
