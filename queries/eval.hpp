// How well a graph holds what an annotation of the same document demands.
//
// The annotation is a graph too. Its nodes and edges may be optional (property `optional`): they count on neither side.
// Nodes match one to one within a type, the likest first: by a name or an alias in common; technologies, scenarios and
// industries also without grades in front and bracketed short forms; cases, outcomes, references and other things whose
// names are phrases also where names or quotes are alike. Edges match where their ends do.
#pragma once

#include <zhitu/graph/graph.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

struct EvalOptions {
    /// The document. Where it is given, an edge is right only if each of its quotes stands there and has 4 to 400
    /// characters, white space aside.
    std::optional<std::string> text = {};
    /// A name without the words in front that only grade it ("domestic", "high-end"); may be empty.
    std::function<std::string(std::string_view name)> ungraded = {};
};

/// Demanded things that were found, found things that were not demanded, demanded things that were not found.
struct EvalCount {
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t missing = 0;

    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
    friend bool operator==(const EvalCount&, const EvalCount&) = default;
};

struct EvalType {
    std::string type;
    EvalCount count;
    friend bool operator==(const EvalType&, const EvalType&) = default;
};

/// The nodes, or the edges.
struct EvalPart {
    std::vector<EvalType> types; // in order of the schema; those that neither graph has are left out
    EvalCount all;
    double macro_f1 = 0; // the mean over `types`
};

enum class Verdict { right, wrong, optional };

/// What a rule found.
struct EvalRule {
    std::string rule;
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t optional = 0;
    std::size_t sole = 0; // right, and found by no other rule
    friend bool operator==(const EvalRule&, const EvalRule&) = default;
};

struct Evaluation {
    EvalPart nodes, edges;
    std::size_t scored_edges = 0;   // of types that the schema knows, parallel ones once
    std::size_t optional_edges = 0; // of these, at optional things, and counted on neither side
    std::size_t years = 0;          // demanded policies with a year
    std::size_t right_years = 0;
    std::vector<NodeId> missing_nodes; // of the annotation
    std::vector<EdgeId> missing_edges; // of the annotation
    std::vector<NodeId> extra_nodes;   // of the graph
    std::vector<EdgeId> extra_edges;   // of the graph
    std::vector<EdgeId> unquoted;      // scored edges without quotes as `EvalOptions::text` asks, ascending
    std::vector<EvalRule> rules;       // in order of their names

    /// The share of scored edges with a quote; 1 where there are none.
    [[nodiscard]] double evidence() const;
};

/// The quotes of a node or edge: its evidence, and those that an annotation writes as plain strings. O(quotes).
[[nodiscard]] std::vector<std::string> evaluated_quotes(const Graph& graph, NodeId node);
[[nodiscard]] std::vector<std::string> evaluated_quotes(const Graph& graph, EdgeId edge);

/// Compares `graph` with the annotation `gold`. Every rule that found a thing (properties `rule` and `other_rules`) is
/// credited with it. O(nodes² of each type · length of their quotes² + edges · length of the text).
[[nodiscard]] Evaluation evaluate(const Graph& gold, const Graph& graph, const EvalOptions& options = {});

} // namespace zhitu
#pragma GCC visibility pop
