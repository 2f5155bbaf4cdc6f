#include <zhitu/queries/links.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/base/limits.hpp>
#include <zhitu/base/parallel.hpp>
#include <zhitu/queries/detail/link_walk.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace zhitu {
namespace {

// Scores of one start at a time; the table is made once and only what was met is cleared.
class Scores {
  public:
    explicit Scores(const detail::LinkIndex& index)
        : walk_(index)
        , by_end_(index.node_count()) {}

    /// Calls `take(Link)` for each node that `start` links to.
    template <class Take>
    void each_link(NodeId start, Take&& take) {
        walk_.each_path(start, [&](double weight, std::span<const detail::LinkStep* const> steps) {
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
    detail::LinkWalk walk_;
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
        if (link.score < floor_) return;
        links_.push_back(std::move(link));
        if (limit_ != 0 && links_.size() >= 2 * limit_ + 1024) cut();
    }

    void add(Ranking other) {
        pairs_ += other.pairs_;
        links_.insert(links_.end(), std::move_iterator(other.links_.begin()), std::move_iterator(other.links_.end()));
        cut();
    }

    LinksAnswer take() && {
        cut();
        std::sort(links_.begin(), links_.end(), [this](const Link& a, const Link& b) { return before(a, b); });
        return {std::move(links_), pairs_};
    }

  private:
    void cut() {
        if (limit_ == 0 || links_.size() <= limit_) return;
        const auto last = links_.begin() + static_cast<std::ptrdiff_t>(limit_ - 1);
        std::nth_element(links_.begin(), last, links_.end(),
                         [this](const Link& a, const Link& b) { return before(a, b); });
        floor_ = last->score;
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
    double floor_ = 0; // what scores less is not among the first `limit_`
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

// One worker a thread, each made by `make()`.
template <class Make>
auto workers(const LinksOptions& options, std::size_t tasks, Make make) {
    std::vector<decltype(make())> out;
    for (std::size_t t = thread_count(options.jobs, tasks); t-- > 0;) out.push_back(make());
    return out;
}

// Finds the best paths of some links that have one start.
class BestPaths {
  public:
    BestPaths(const detail::LinkIndex& index, std::size_t count, std::span<const std::span<Link*>> by_start)
        : walk_(index)
        , count_(count)
        , by_start_(by_start)
        , by_end_(index.node_count()) {}

    void operator()(std::size_t i) {
        for (Link* link : by_start_[i]) by_end_[link->to.index()] = link;
        walk_.each_path(by_start_[i].front()->from, [&](double weight, std::span<const detail::LinkStep* const> steps) {
            if (Link* link = by_end_[steps.back()->to.index()]) keep_best(*link, count_, weight, steps);
        });
        for (const Link* link : by_start_[i]) by_end_[link->to.index()] = nullptr;
    }

  private:
    detail::LinkWalk walk_;
    std::size_t count_;
    std::span<const std::span<Link*>> by_start_;
    std::vector<Link*> by_end_;
};

// Walks again from the starts of the links that are answered, since most pairs are not.
void add_best_paths(const detail::LinkIndex& index, const LinksOptions& options, std::vector<Link>& links) {
    std::vector<Link*> sorted;
    for (Link& link : links) sorted.push_back(&link);
    std::ranges::stable_sort(sorted, {}, [](const Link* link) { return link->from; });
    std::vector<std::span<Link*>> by_start;
    for (auto begin = sorted.begin(); begin != sorted.end();) {
        const auto end =
            std::find_if(begin, sorted.end(), [&](const Link* link) { return link->from != (*begin)->from; });
        by_start.emplace_back(begin, end);
        begin = end;
    }
    auto searches = workers(options, by_start.size(), [&] { return BestPaths(index, options.best_paths, by_start); });
    run_parallel(searches, by_start.size());
}

struct Ranker {
    const detail::LinkIndex* index;
    Scores scores;
    Ranking ranking;
    void operator()(std::size_t i) {
        scores.each_link(index->from()[i], [&](Link link) { ranking.add(std::move(link)); });
    }
};

} // namespace

// Each start is one thread's, so that its sums are added up in one order; the ranking is total. So the answer does not
// depend on the number of threads.
LinksAnswer links(const Graph& graph, const LinksOptions& options) {
    const detail::LinkIndex index(graph, options);
    auto rankers = workers(options, index.from().size(), [&] {
        return Ranker{&index, Scores(index), Ranking(graph, options.limit)};
    });
    run_parallel(rankers, index.from().size());
    Ranking ranking(graph, options.limit);
    for (Ranker& ranker : rankers) ranking.add(std::move(ranker.ranking));
    LinksAnswer answer = std::move(ranking).take();
    if (options.best_paths > 0) add_best_paths(index, options, answer.links);
    return answer;
}

LinkMatrix links_matrix(const Graph& graph, const LinksOptions& options) {
    const detail::LinkIndex index(graph, options);
    LinkMatrix matrix{{index.from().begin(), index.from().end()}, {index.to().begin(), index.to().end()}, {}};
    if (matrix.from.size() * matrix.to.size() > Limits{}.rows)
        throw Error(ErrorCode::limit,
                    fmt::format("a matrix of {} × {} has more than {} fields", matrix.from.size(), matrix.to.size(),
                                Limits{}.rows),
                    "choose fewer nodes, or ask for the list");
    matrix.scores.assign(matrix.from.size() * matrix.to.size(), 0.0);
    auto rows = workers(options, matrix.from.size(), [&] {
        return [&matrix, scores = Scores(index)](std::size_t row) mutable {
            scores.each_link(matrix.from[row], [&](const Link& link) {
                const auto column = std::lower_bound(matrix.to.begin(), matrix.to.end(), link.to) - matrix.to.begin();
                matrix.scores[row * matrix.to.size() + static_cast<std::size_t>(column)] = link.score;
            });
        };
    });
    run_parallel(rows, matrix.from.size());
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
