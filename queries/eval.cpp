#include <zhitu/queries/eval.hpp>

#include <zhitu/base/unicode.hpp>
#include <zhitu/queries/detail/likeness.hpp>
#include <zhitu/queries/quote_finder.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace zhitu {
namespace {

using detail::Comparable;
using detail::Naming;

constexpr std::size_t shortest_quote = 4; // characters, white space aside
constexpr std::size_t longest_quote = 400;

constexpr std::array<std::string_view, 7> phrases{"Case",           "Outcome",   "Challenge", "Characteristic",
                                                  "Recommendation", "Reference", "Document"};
constexpr std::array<std::string_view, 3> terms{"Technology", "Scenario", "Industry"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

Naming naming_of(std::string_view type) {
    if (contains(phrases, type)) return Naming::phrase;
    return contains(terms, type) ? Naming::term : Naming::plain;
}

double ratio(std::size_t part, std::size_t whole, double of_nothing) {
    return whole == 0 ? of_nothing : static_cast<double>(part) / static_cast<double>(whole);
}

/// The quotes of a node or edge. Annotations write them as plain strings, which graphs keep as a property.
template <class Id>
std::vector<std::string> quotes_of(const Graph& graph, Id id) {
    std::vector<std::string> quotes;
    for (const EvidenceView& one : graph.evidence(id)) quotes.emplace_back(one.quote);
    const Value plain = graph.property(id, "evidence");
    if (const auto* text = plain.get_if<std::string>(); text != nullptr && !text->empty()) quotes.push_back(*text);
    if (const auto* list = plain.get_if<List>(); list != nullptr)
        for (const Value& quote : *list) quotes.push_back(quote.text());
    return quotes;
}

std::vector<std::string> names_of(const Graph& graph, NodeId node) {
    std::vector<std::string> names{std::string(graph.name(node))};
    for (const std::string_view alias : graph.aliases(node)) names.emplace_back(alias);
    return names;
}

template <class Id>
bool is_optional(const Graph& graph, Id id) {
    return graph.property(id, "optional") == Value(true);
}

/// All rules that found a thing, the first one first.
template <class Id>
std::vector<std::string> rules_of(const Graph& graph, Id id) {
    std::vector<std::string> rules;
    if (const Value rule = graph.property(id, "rule"); !rule.is_null()) rules.push_back(rule.text());
    const Value others = graph.property(id, "other_rules");
    if (const auto* list = others.get_if<List>(); list != nullptr)
        for (const Value& rule : *list) rules.push_back(rule.text());
    return rules;
}

/// One to one, by node of either graph.
struct Matching {
    std::vector<NodeId> found_of;  // by node of the annotation
    std::vector<NodeId> wanted_of; // by node of the graph
};

class Evaluator {
  public:
    Evaluator(const Graph& gold, const Graph& graph, const EvalOptions& options)
        : gold_(gold)
        , graph_(graph)
        , options_(options)
        , schema_(graph.schema() != nullptr ? graph.schema() : gold.schema()) {
        if (options.text) text_.emplace(*options.text);
    }

    Evaluation run() && {
        match_nodes();
        count_nodes();
        collect_wanted_edges();
        for (const EdgeId edge : graph_.edges()) count_edge(edge);
        count_missing_edges();
        count_years();
        finish(out_.nodes, node_counts_, schema_ != nullptr ? &schema_->node_types() : nullptr);
        finish(out_.edges, edge_counts_, schema_ != nullptr ? &schema_->edge_types() : nullptr);
        for (auto& [name, rule] : rules_) out_.rules.push_back(std::move(rule));
        return std::move(out_);
    }

  private:
    using Key = std::tuple<std::string, NodeId, NodeId>; // type and ends of an edge, as nodes of the annotation
    using Counts = std::map<std::string, EvalCount, std::less<>>;

    struct Pair {
        double likeness;
        bool optional;
        NodeId wanted, found;
    };

    [[nodiscard]] bool knows_node(NodeId node) const {
        return schema_ == nullptr || schema_->node_type(graph_.type(node)) != nullptr;
    }

    [[nodiscard]] Comparable comparable(const Graph& graph, NodeId node) const {
        const std::string_view type = graph.type(node);
        Comparable out(naming_of(type), names_of(graph, node), quotes_of(graph, node), options_.ungraded);
        out.by_quotes = type != "Reference" && type != "Document";
        if (type == "Reference") out.number = graph.property(node, "number").text();
        return out;
    }

    // The likest pairs first, demanded things before optional ones, then by their ids.
    void match_nodes() {
        std::vector<Pair> pairs;
        for (const TypeId type : gold_.node_types()) add_pairs(gold_.type_name(type), pairs);
        std::sort(pairs.begin(), pairs.end(), [&](const Pair& a, const Pair& b) {
            const auto key = [&](const Pair& pair) {
                return std::tuple(-pair.likeness, pair.optional, gold_.id(pair.wanted), graph_.id(pair.found));
            };
            return key(a) < key(b);
        });
        matching_.found_of.resize(gold_.node_count());
        matching_.wanted_of.resize(graph_.node_count());
        for (const Pair& pair : pairs) {
            NodeId& found = matching_.found_of[pair.wanted.index()];
            NodeId& wanted = matching_.wanted_of[pair.found.index()];
            if (found.valid() || wanted.valid()) continue;
            found = pair.found;
            wanted = pair.wanted;
        }
    }

    void add_pairs(std::string_view type, std::vector<Pair>& pairs) const {
        std::vector<std::pair<NodeId, Comparable>> found;
        for (const NodeId node : graph_.nodes(type))
            if (graph_.type(node) == type && knows_node(node)) found.emplace_back(node, comparable(graph_, node));
        for (const NodeId wanted : gold_.nodes(type)) {
            if (gold_.type(wanted) != type) continue;
            const Comparable one = comparable(gold_, wanted);
            for (const auto& [node, other] : found)
                if (const double likeness = one.likeness(other); likeness > 0)
                    pairs.push_back({likeness, is_optional(gold_, wanted), wanted, node});
        }
    }

    void count_nodes() {
        for (const NodeId wanted : gold_.nodes()) {
            if (is_optional(gold_, wanted)) continue;
            EvalCount& count = node_counts_[std::string(gold_.type(wanted))];
            if (matching_.found_of[wanted.index()].valid()) {
                ++count.right;
            } else {
                ++count.missing;
                out_.missing_nodes.push_back(wanted);
            }
        }
        for (const NodeId node : graph_.nodes()) {
            if (!knows_node(node)) continue;
            const NodeId wanted = matching_.wanted_of[node.index()];
            if (!wanted.valid()) {
                ++node_counts_[std::string(graph_.type(node))].wrong;
                out_.extra_nodes.push_back(node);
            }
            const bool optional = wanted.valid() && is_optional(gold_, wanted);
            credit(node, !wanted.valid() ? Verdict::wrong : optional ? Verdict::optional : Verdict::right);
        }
    }

    void collect_wanted_edges() {
        for (const EdgeId edge : gold_.edges()) {
            const Key key{std::string(gold_.type(edge)), gold_.source(edge), gold_.target(edge)};
            if (!is_optional(gold_, edge) && !is_optional(gold_, gold_.source(edge)) &&
                !is_optional(gold_, gold_.target(edge))) {
                wanted_.insert_or_assign(key, edge);
                continue;
            }
            optional_.insert(key);
            if (is_symmetric(gold_.type(edge))) optional_.insert(turned(key));
        }
    }

    void count_edge(EdgeId edge) {
        const std::string type(graph_.type(edge));
        if (schema_ != nullptr && schema_->edge_type(type) == nullptr) return;
        const NodeId source = graph_.source(edge), target = graph_.target(edge);
        if (!knows_node(source) || !knows_node(target) || !seen_.emplace(type, source, target).second) return;
        const bool quoted = is_quoted(edge);
        ++out_.scored_edges;
        if (!quoted) out_.unquoted.push_back(edge);
        const Verdict verdict = judge(type, source, target, quoted);
        credit(edge, verdict);
        if (verdict == Verdict::optional) ++out_.optional_edges;
        if (verdict != Verdict::wrong) return;
        ++edge_counts_[type].wrong;
        out_.extra_edges.push_back(edge);
    }

    // A demanded edge that is drawn twice, the other way round, counts once.
    Verdict judge(const std::string& type, NodeId source, NodeId target, bool quoted) {
        const NodeId from = matching_.wanted_of[source.index()], to = matching_.wanted_of[target.index()];
        Key key{type, from, to};
        if (!wanted_.contains(key) && is_symmetric(type) && wanted_.contains(turned(key))) key = turned(key);
        if (wanted_.contains(key) && (quoted || !text_)) {
            if (found_.insert(key).second) ++edge_counts_[type].right;
            return Verdict::right;
        }
        const auto at_optional = [&](NodeId end) { return end.valid() && is_optional(gold_, end); };
        return optional_.contains({type, from, to}) || at_optional(from) || at_optional(to) ? Verdict::optional
                                                                                            : Verdict::wrong;
    }

    [[nodiscard]] bool is_quoted(EdgeId edge) const {
        const auto quotes = quotes_of(graph_, edge);
        return !quotes.empty() && std::all_of(quotes.begin(), quotes.end(), [&](const std::string& raw) {
            const std::size_t length = to_utf32(detail::squeeze(raw)).size();
            return length >= shortest_quote && length <= longest_quote && (!text_ || text_->line_of(raw));
        });
    }

    void count_missing_edges() {
        for (const EdgeId edge : gold_.edges()) {
            const auto wanted = wanted_.find({std::string(gold_.type(edge)), gold_.source(edge), gold_.target(edge)});
            if (wanted == wanted_.end() || wanted->second != edge || found_.contains(wanted->first)) continue;
            ++edge_counts_[std::string(gold_.type(edge))].missing;
            out_.missing_edges.push_back(edge);
        }
    }

    void count_years() {
        for (const NodeId policy : gold_.nodes("Policy")) {
            const std::string year = gold_.property(policy, "year").text();
            if (is_optional(gold_, policy) || year.empty()) continue;
            ++out_.years;
            const NodeId found = matching_.found_of[policy.index()];
            if (found.valid() && graph_.property(found, "year").text() == year) ++out_.right_years;
        }
    }

    // By the types of the schema, where there is one.
    template <class Types>
    static void finish(EvalPart& part, const Counts& counts, const Types* types) {
        const auto add = [&](const std::string& type, const EvalCount& count) {
            part.types.push_back({type, count});
            part.all.right += count.right;
            part.all.wrong += count.wrong;
            part.all.missing += count.missing;
            part.macro_f1 += count.f1();
        };
        if (types == nullptr)
            for (const auto& [type, count] : counts) add(type, count);
        else
            for (const auto& type : *types)
                if (const auto known = counts.find(type.name); known != counts.end()) add(type.name, known->second);
        if (!part.types.empty()) part.macro_f1 /= static_cast<double>(part.types.size());
    }

    template <class Id>
    void credit(Id id, Verdict verdict) {
        const auto rules = rules_of(graph_, id);
        for (const std::string& name : rules) {
            EvalRule& rule = rules_[name];
            rule.rule = name;
            rule.right += verdict == Verdict::right ? 1U : 0U;
            rule.wrong += verdict == Verdict::wrong ? 1U : 0U;
            rule.optional += verdict == Verdict::optional ? 1U : 0U;
            rule.sole += verdict == Verdict::right && rules.size() == 1 ? 1U : 0U;
        }
    }

    [[nodiscard]] bool is_symmetric(std::string_view type) const {
        const EdgeType* known = schema_ != nullptr ? schema_->edge_type(type) : nullptr;
        return known != nullptr && known->symmetric;
    }
    [[nodiscard]] static Key turned(const Key& key) { return {std::get<0>(key), std::get<2>(key), std::get<1>(key)}; }

    const Graph& gold_;
    const Graph& graph_;
    const EvalOptions& options_;
    const Schema* schema_;
    std::optional<QuoteFinder> text_;
    Matching matching_;
    Counts node_counts_, edge_counts_;
    std::map<Key, EdgeId> wanted_;
    std::set<Key> optional_, found_, seen_;
    std::map<std::string, EvalRule> rules_;
    Evaluation out_;
};

} // namespace

double EvalCount::precision() const {
    return ratio(right, right + wrong, missing == 0 ? 1 : 0);
}

double EvalCount::recall() const {
    return ratio(right, right + missing, 1);
}

double EvalCount::f1() const {
    const double p = precision(), r = recall();
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

double Evaluation::evidence() const {
    return ratio(scored_edges - unquoted.size(), scored_edges, 1);
}

std::vector<std::string> evaluated_quotes(const Graph& graph, NodeId node) {
    return quotes_of(graph, node);
}
std::vector<std::string> evaluated_quotes(const Graph& graph, EdgeId edge) {
    return quotes_of(graph, edge);
}

Evaluation evaluate(const Graph& gold, const Graph& graph, const EvalOptions& options) {
    return Evaluator(gold, graph, options).run();
}

} // namespace zhitu
