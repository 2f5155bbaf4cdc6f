// The walk behind links: an index of weighted steps, made once, and all paths from one start over it.
#pragma once

#include <zhitu/graph/algorithms/node_set.hpp>
#include <zhitu/queries/links.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace zhitu::detail {

struct LinkStep {
    NodeId to;
    Step step;
    double weight = 0;
    bool ends = false;    // `to` is of the other side: a path may end there
    bool through = false; // `to` is of a `via` type: a path may go on
};

/// The steps from each node, in order of edge type, head's id and tail's id, so that sums are the same whatever the
/// numbers of nodes and edges are.
class LinkSteps {
  public:
    LinkSteps() = default;
    LinkSteps(std::size_t nodes, std::span<const std::pair<NodeId, LinkStep>> steps);
    [[nodiscard]] std::span<const LinkStep> at(NodeId node) const {
        return {steps_.data() + offsets_[node.index()], steps_.data() + offsets_[node.index() + 1]};
    }

  private:
    std::vector<std::uint32_t> offsets_;
    std::vector<LinkStep> steps_;
};

/// What all walks over one graph share; never changes, and may be read by many threads.
class LinkIndex {
  public:
    /// O(edges · log edges). Throws as `links` says.
    LinkIndex(const Graph& graph, const LinksOptions& options);

    [[nodiscard]] std::size_t node_count() const { return reach_.size(); }
    [[nodiscard]] std::span<const NodeId> from() const { return from_; }
    [[nodiscard]] std::span<const NodeId> to() const { return to_; }
    [[nodiscard]] std::size_t max_length() const { return max_length_; }
    [[nodiscard]] double decay() const { return decay_; }
    /// The steps from a node; of a path's last step only those that end there.
    [[nodiscard]] std::span<const LinkStep> steps(NodeId node) const { return steps_.at(node); }
    [[nodiscard]] std::span<const LinkStep> last_steps(NodeId node) const { return last_steps_.at(node); }
    /// The least number of steps to an end.
    [[nodiscard]] std::uint32_t reach(NodeId node) const { return reach_[node.index()]; }

  private:
    void find_reach(std::size_t nodes);

    std::vector<NodeId> from_;
    std::vector<NodeId> to_;
    std::size_t max_length_;
    double decay_;
    LinkSteps steps_;
    LinkSteps last_steps_;
    std::vector<std::uint32_t> reach_;
};

/// Walks from one start after the other; each thread has its own. The index must outlive it.
class LinkWalk {
  public:
    explicit LinkWalk(const LinkIndex& index)
        : index_(index)
        , on_path_(index.node_count()) {}

    /// Calls `visit(weight, std::span<const LinkStep* const> steps)` for each path from `start`. O(paths).
    template <class Visit>
    void each_path(NodeId start, Visit&& visit);

  private:
    struct Frame {
        std::span<const LinkStep> open; // steps still to be taken from the path's last node
        double weight;                  // of the path so far, decay included
    };

    void enter(NodeId node, double weight);
    void leave();
    /// Whether a path of as many steps as taken may go on from the via node `node`.
    [[nodiscard]] bool goes_on(NodeId node) const {
        return taken_.size() < index_.max_length() && index_.reach(node) <= index_.max_length() - taken_.size();
    }

    const LinkIndex& index_;
    NodeSet on_path_;
    std::vector<NodeId> nodes_;
    std::vector<const LinkStep*> taken_;
    std::vector<Frame> frames_;
};

template <class Visit>
void LinkWalk::each_path(NodeId start, Visit&& visit) {
    if (index_.max_length() == 0) return;
    enter(start, 1.0);
    while (!frames_.empty()) {
        Frame& frame = frames_.back();
        if (frame.open.empty()) {
            leave();
            continue;
        }
        const LinkStep& step = frame.open.front();
        frame.open = frame.open.subspan(1);
        if (on_path_.has(step.to)) continue;
        const double weight = frame.weight * step.weight;
        taken_.push_back(&step);
        if (step.ends) visit(weight, std::span<const LinkStep* const>(taken_));
        if (step.through && goes_on(step.to))
            enter(step.to, weight * index_.decay());
        else
            taken_.pop_back();
    }
}

} // namespace zhitu::detail
