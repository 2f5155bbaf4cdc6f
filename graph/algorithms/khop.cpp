#include <zhitu/graph/algorithms/khop.hpp>

#include <algorithm>
#include <utility>

namespace zhitu {

KHop::KHop(const Graph& graph, KHopOptions options)
    : graph_(graph)
    , options_(std::move(options))
    , closed_(graph.node_count()) {
    if (options_.nodes.all()) return;
    for (const TypeId type : options_.nodes.types())
        for (const NodeId node : graph.nodes(type)) closed_.add(node);
    closed_.flip();
    never_ = closed_;
}

std::span<const NodeId> KHop::from(std::span<const NodeId> starts) {
    forget();
    if (reached_.size() < starts.size()) reached_.resize(starts.size());
    for (const NodeId start : starts) closed_.remove(start);
    for (const NodeId start : starts)
        if (closed_.insert(start)) reached_[count_++] = start;
    std::size_t next = 0;
    while (close_ring() && ring_ends_.size() <= options_.hops && count_ < options_.enough)
        for (const std::size_t end = count_; next < end; ++next) widen(reached_[next]);
    return std::span(reached_).first(count_);
}

// Whether the ring that ends here has any nodes.
bool KHop::close_ring() {
    if (count_ == (ring_ends_.empty() ? 0 : ring_ends_.back())) return false;
    ring_ends_.push_back(count_);
    return true;
}

// The hot loop. Each neighbour is written behind what is reached and kept by counting it, without a branch: whether it
// was met before is a coin toss to the processor.
void KHop::widen(NodeId node) {
    const std::size_t most = count_ + degree_bound(graph_, node, options_.direction);
    if (reached_.size() < most) reached_.resize(std::max(most, 2 * reached_.size()));
    NodeId* const reached = reached_.data();
    std::size_t count = count_;
    for_each_neighbor(graph_, node, options_.direction, options_.edges, [&](NodeId next) {
        reached[count] = next;
        count += closed_.insert(next) ? 1 : 0;
    });
    count_ = count;
}

void KHop::forget() {
    for (std::size_t i = 0; i < count_; ++i) closed_.remove(reached_[i]);
    if (!options_.nodes.all() && !ring_ends_.empty())
        for (const NodeId start : ring(0))
            if (never_.has(start)) closed_.add(start);
    count_ = 0;
    ring_ends_.clear();
}

} // namespace zhitu
