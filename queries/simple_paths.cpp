// All simple paths: depth-first for each length in turn, so that short ones come first and a limit cuts long ones. A
// branch is left where the target is farther than the steps that are left; the least length at which such a branch
// could go on is the next one to be tried.
#include <zhitu/queries/paths.hpp>

#include <zhitu/graph/algorithms/bfs.hpp>
#include <zhitu/queries/detail/path_search.hpp>

#include <algorithm>

namespace zhitu {
namespace {

class SimplePaths {
  public:
    SimplePaths(const Graph& graph, NodeId from, NodeId to, const PathOptions& options)
        : graph_(graph)
        , from_(from)
        , to_(to)
        , options_(options)
        , edges_(TypeFilter::of_edges(graph, options.edge_types))
        , nodes_(TypeFilter::of_nodes(graph, options.node_types))
        , weights_(detail::weights_of_edges(graph, options))
        , distance_(bfs_distances(graph, std::span(&to, 1), {reversed(options.direction), edges_, nodes_}))
        , on_path_(graph.node_count()) {}

    PathList run() && {
        if (from_ == to_) list_.paths.push_back({{from_}, {}, 0});
        next_length_ = from_ == to_ ? never : distance_[from_.index()];
        while (next_length_ != never && next_length_ <= options_.max_length && list_.ending == Ending::complete) {
            length_ = next_length_;
            next_length_ = never;
            enumerate();
        }
        return std::move(list_);
    }

  private:
    static constexpr std::size_t never = unreached;

    struct Choice {
        NodeId node;
        Step step;
        friend auto operator<=>(const Choice&, const Choice&) = default;
    };
    struct Frame { // the choices at a node of the path that are still open: choices_[next … end)
        std::size_t next;
        std::size_t end;
    };

    // All paths of exactly `length_` steps.
    void enumerate() {
        enter(from_);
        while (!frames_.empty() && list_.ending == Ending::complete) {
            Frame& frame = frames_.back();
            if (frame.next == frame.end) {
                leave();
                continue;
            }
            const Choice choice = choices_[frame.next++];
            steps_.push_back(choice.step);
            if (choice.node == to_) {
                answer();
                steps_.pop_back();
            } else {
                enter(choice.node);
            }
        }
    }

    void enter(NodeId node) {
        path_.push_back(node);
        on_path_[node.index()] = true;
        const std::size_t begin = choices_.size();
        for_each_step(graph_, node, options_.direction, edges_, [&](Step step, NodeId next) {
            if (++walked_ > options_.max_steps) list_.ending = Ending::limit_of_steps;
            if (leads_on(next)) choices_.push_back({next, step});
        });
        std::sort(choices_.begin() + static_cast<std::ptrdiff_t>(begin), choices_.end());
        frames_.push_back({begin, choices_.size()});
    }

    bool leads_on(NodeId next) {
        if (on_path_[next.index()] || distance_[next.index()] == unreached) return false;
        if (next == to_) return path_.size() == length_;
        if (!nodes_.has(graph_, next)) return false;
        const std::size_t least = path_.size() + distance_[next.index()];
        if (least > length_) next_length_ = std::min(next_length_, least);
        return least <= length_;
    }

    void leave() {
        on_path_[path_.back().index()] = false;
        path_.pop_back();
        frames_.pop_back();
        choices_.resize(frames_.empty() ? 0 : frames_.back().end);
        if (!steps_.empty()) steps_.pop_back();
    }

    void answer() {
        if (list_.paths.size() >= options_.limit) {
            list_.ending = Ending::limit_of_paths;
            return;
        }
        Path path{path_, steps_, static_cast<double>(steps_.size())};
        path.nodes.push_back(to_);
        if (!weights_.empty()) {
            path.length = 0;
            for (std::size_t i = steps_.size(); i-- > 0;) path.length += weights_[steps_[i].edge.index()];
        }
        list_.paths.push_back(std::move(path));
    }

    const Graph& graph_;
    NodeId from_;
    NodeId to_;
    const PathOptions& options_;
    TypeFilter edges_;
    TypeFilter nodes_;
    std::vector<double> weights_;
    std::vector<std::uint32_t> distance_; // to the target, by nodes that may be inner ones
    std::vector<bool> on_path_;
    std::vector<NodeId> path_;
    std::vector<Step> steps_;
    std::vector<Choice> choices_;
    std::vector<Frame> frames_;
    std::size_t length_ = 0;
    std::size_t next_length_ = never;
    std::size_t walked_ = 0;
    PathList list_;
};

} // namespace

PathList all_simple_paths(const Graph& graph, NodeId from, NodeId to, const PathOptions& options) {
    return SimplePaths(graph, from, to, options).run();
}

} // namespace zhitu
