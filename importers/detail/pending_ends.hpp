// Edges may come before their nodes, even in another file; those whose nodes never come are told with their place.
#pragma once

#include <zhitu/base/error.hpp>
#include <zhitu/graph/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::detail {

/// Nodes that the files of one graph have, and nodes that their edges name. All O(1) but `require_all`, O(ends).
class PendingEnds {
  public:
    /// Places are in `name` from now on.
    void begin_file(std::string_view name) { files_.emplace_back(name); }

    void has(NodeId node) { mark(present_, node); }
    /// An edge at `position` names `node`, which is called `id`. The first edge that names it is told.
    void names(NodeId node, std::string_view id, Position position) {
        if (is_marked(present_, node) || !mark(named_, node)) return;
        ends_.push_back({node, static_cast<std::uint32_t>(files_.size()), ids_.size(), id.size(), position});
        ids_ += id;
    }
    /// Throws Error (bad_input, with place) for the first edge one of whose ends no file has.
    void require_all() const;
    /// What is said of an edge at `place` that names a node which is nowhere.
    [[nodiscard]] static Error missing(std::string_view id, Place place);

  private:
    struct End {
        NodeId node;
        std::uint32_t file; // 1 is the first
        std::size_t id_begin, id_size;
        Position position;
    };

    static bool is_marked(const std::vector<bool>& nodes, NodeId node) {
        return node.index() < nodes.size() && nodes[node.index()];
    }
    /// Whether it was not marked before.
    static bool mark(std::vector<bool>& nodes, NodeId node) {
        if (node.index() >= nodes.size()) nodes.resize(node.index() + 1);
        const bool fresh = !nodes[node.index()];
        nodes[node.index()] = true;
        return fresh;
    }

    std::vector<bool> present_;
    std::vector<bool> named_;
    std::vector<std::string> files_;
    std::vector<End> ends_;
    std::string ids_; // of all ends
};

} // namespace zhitu::detail
