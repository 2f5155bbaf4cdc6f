// Edges may come before their nodes; those whose nodes never come are told with their place.
#pragma once

#include <zhitu/graph/ids.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace zhitu::detail {

/// Nodes that a file has, and nodes that its edges name. All O(1) but `first_missing`, O(ends not yet seen).
class PendingEnds {
  public:
    struct End {
        NodeId node;
        std::string id;
        std::size_t offset; // of the edge in the file
    };

    void has(NodeId node) { present_.insert(node); }
    void names(NodeId node, std::string_view id, std::size_t offset) {
        if (!present_.contains(node)) pending_.push_back({node, std::string(id), offset});
    }
    /// The first edge's end that the file does not have, once it is read.
    [[nodiscard]] std::optional<End> first_missing() const {
        for (const End& end : pending_)
            if (!present_.contains(end.node)) return end;
        return std::nullopt;
    }

  private:
    std::unordered_set<NodeId> present_;
    std::vector<End> pending_;
};

} // namespace zhitu::detail
