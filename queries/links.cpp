#include <zhitu/queries/links.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/base/limits.hpp>
#include <zhitu/queries/detail/link_walk.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace zhitu {
namespace {

// Scores of one start at a time; the table is made once and only what was met is cleared.
class Scores {
  public:
    explicit Scores(std::size_t nodes)
        : by_end_(nodes) {}

    /// Calls `take(Link)` for each node that `start` links to.
    template <class Take>
    void each_link(detail::LinkWalk& walk, NodeId start, Take&& take) {
        walk.each_path(start, [&](double weight, std::span<const detail::LinkStep* const> steps) {
            Sum& sum = by_end_[steps.back()->to.index()];
            if (sum.paths++ == 0) met_.push_back(steps.back()->to);
            sum.score += weight;
        });
        for (const NodeId end : met_) {
            const Sum sum = std::exchange(by_end_[end.index()], {});
            take(Link{start, end, sum.score, sum.paths, {}});
        }
        met_.clear();
    }

  private:
    struct Sum {
        double score = 0;
        std::size_t paths = 0;
    };
    std::vector<Sum> by_end_;
    std::vector<NodeId> met_;
};

// Highest score first. Equal scores stand in the order of the two ids as one text, as the Python reference of the
// ranking has it: a quote after each id sorts "x#2" before "x".
class Ranking {
  public:
    Ranking(const Graph& graph, std::size_t limit)
        : graph_(graph)
        , limit_(limit) {}

    void add(Link link) {
        ++pairs_;
        links_.push_back(std::move(link));
        if (limit_ != 0 && links_.size() >= 2 * limit_ + 1024) cut();
    }

    LinksAnswer take() && {
        cut();
        std::sort(links_.begin(), links_.end(), [this](const Link& a, const Link& b) { return before(a, b); });
        return {std::move(links_), pairs_};
    }

  private:
    void cut() {
        if (limit_ == 0 || links_.size() <= limit_) return;
        std::nth_element(links_.begin(), links_.begin() + static_cast<std::ptrdiff_t>(limit_), links_.end(),
                         [this](const Link& a, const Link& b) { return before(a, b); });
        links_.resize(limit_);
    }

    [[nodiscard]] bool before(const Link& a, const Link& b) const {
        return a.score != b.score ? a.score > b.score : text(a) < text(b);
    }
    [[nodiscard]] std::string text(const Link& link) const {
        return fmt::format("'{}', '{}'", graph_.id(link.from), graph_.id(link.to));
    }

    const Graph& graph_;
    std::size_t limit_;
    std::size_t pairs_ = 0;
    std::vector<Link> links_;
};

LinkPath link_path(NodeId start, double score, std::span<const detail::LinkStep* const> steps) {
    LinkPath path{score, {{start}, {}, static_cast<double>(steps.size())}};
    for (const detail::LinkStep* step : steps) {
        path.path.nodes.push_back(step->to);
        path.path.steps.push_back(step->step);
    }
    return path;
}

// Keeps the `count` best paths of a link; of equal ones those that come first.
void keep_best(Link& link, std::size_t count, double score, std::span<const detail::LinkStep* const> steps) {
    if (link.best.size() == count && score <= link.best.back().score) return;
    const auto at = std::upper_bound(link.best.begin(), link.best.end(), score,
                                     [](double value, const LinkPath& path) { return value > path.score; });
    link.best.insert(at, link_path(link.from, score, steps));
    if (link.best.size() > count) link.best.pop_back();
}

// Walks again from the starts of the links that are answered, since most pairs are not.
void add_best_paths(detail::LinkWalk& walk, std::size_t nodes, std::size_t count, std::vector<Link>& links) {
    std::map<NodeId, std::vector<Link*>> by_start;
    for (Link& link : links) by_start[link.from].push_back(&link);
    std::vector<Link*> by_end(nodes);
    for (const auto& [start, wanted] : by_start) {
        for (Link* link : wanted) by_end[link->to.index()] = link;
        walk.each_path(start, [&](double weight, std::span<const detail::LinkStep* const> steps) {
            if (Link* link = by_end[steps.back()->to.index()]) keep_best(*link, count, weight, steps);
        });
        for (const Link* link : wanted) by_end[link->to.index()] = nullptr;
    }
}

} // namespace

LinksAnswer links(const Graph& graph, const LinksOptions& options) {
    detail::LinkWalk walk(graph, options);
    Scores scores(graph.node_count());
    Ranking ranking(graph, options.limit);
    for (const NodeId start : walk.from())
        scores.each_link(walk, start, [&](Link link) { ranking.add(std::move(link)); });
    LinksAnswer answer = std::move(ranking).take();
    if (options.best_paths > 0) add_best_paths(walk, graph.node_count(), options.best_paths, answer.links);
    return answer;
}

LinkMatrix links_matrix(const Graph& graph, const LinksOptions& options) {
    detail::LinkWalk walk(graph, options);
    LinkMatrix matrix{{walk.from().begin(), walk.from().end()}, {walk.to().begin(), walk.to().end()}, {}};
    if (matrix.from.size() * matrix.to.size() > Limits{}.rows)
        throw Error(ErrorCode::limit,
                    fmt::format("a matrix of {} × {} has more than {} fields", matrix.from.size(), matrix.to.size(),
                                Limits{}.rows),
                    "choose fewer nodes, or ask for the list");
    matrix.scores.assign(matrix.from.size() * matrix.to.size(), 0.0);
    Scores scores(graph.node_count());
    for (std::size_t row = 0; row < matrix.from.size(); ++row)
        scores.each_link(walk, matrix.from[row], [&](const Link& link) {
            const auto column = std::lower_bound(matrix.to.begin(), matrix.to.end(), link.to) - matrix.to.begin();
            matrix.scores[row * matrix.to.size() + static_cast<std::size_t>(column)] = link.score;
        });
    return matrix;
}

Table to_table(const Graph& graph, const LinkMatrix& matrix) {
    std::map<std::string_view, int> uses;
    for (const NodeId node : matrix.to) ++uses[graph.name(node)];
    Table table{{{"name", Heading::property, Align::left}}, {}};
    for (const NodeId node : matrix.to) {
        const auto key = uses[graph.name(node)] == 1 ? graph.name(node) : graph.id(node);
        table.columns.push_back({std::string(key), Heading::data, Align::right});
    }
    for (std::size_t row = 0; row < matrix.from.size(); ++row) {
        std::vector<Value> values;
        values.reserve(table.columns.size());
        values.emplace_back(graph.name(matrix.from[row]));
        for (std::size_t column = 0; column < matrix.to.size(); ++column) {
            const double score = matrix.scores[row * matrix.to.size() + column];
            if (score > 0)
                values.emplace_back(score);
            else
                values.emplace_back();
        }
        table.rows.push_back(std::move(values));
    }
    return table;
}

Subgraph to_subgraph(const Graph& graph, std::span<const Link> links) {
    std::vector<Path> paths;
    for (const Link& link : links)
        for (const LinkPath& best : link.best) paths.push_back(best.path);
    return to_subgraph(graph, std::span<const Path>(paths));
}

} // namespace zhitu
