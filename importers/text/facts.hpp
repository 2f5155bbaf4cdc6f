// What the reader has found: nodes and edges with the places they rest on, before they become a graph.
#pragma once

#include <zhitu/graph/value.hpp>
#include <zhitu/importers/text/document.hpp>
#include <zhitu/importers/text/mentions.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace zhitu::text {

/// A span of a block, and the name inside it where there is one.
struct Passage {
    std::uint32_t block = 0;
    Range range;
    std::optional<Range> mention;

    [[nodiscard]] bool overlaps(std::uint32_t other_block, Range other) const {
        return block == other_block && range.begin < other.end && other.begin < range.end;
    }
};

struct FactNode {
    std::string_view type;
    std::string name;
    std::vector<std::string> aliases; // every form that the text uses
    std::map<std::string, Value> properties;
    std::vector<Passage> evidence;
    std::string rule;
    int owner = -1;                            // the case of an outcome
    std::vector<std::string> other_rules = {}; // that found it too, in order
};

struct FactEdge {
    std::string type;
    int from = 0;
    int to = 0;
    std::map<std::string, Value> properties;
    std::vector<Passage> evidence;
    std::string rule;
    bool inferred = false;
    std::vector<std::string> other_rules = {};
};

/// Nodes and edges by their identity: the same thing twice is one node with more evidence.
class Facts {
  public:
    /// The node of a type and identity; made with `name` and `rule` where it is new. Evidence is added,
    /// and so is a rule that did not find it before.
    int add(std::string_view type, std::string_view identity, std::string_view name, Passage evidence,
            std::string_view rule);
    /// A node of its own, whatever it is called.
    int add_new(std::string_view type, std::string_view name, Passage evidence, std::string_view rule);
    /// The node of a mention.
    int add(const Mention& mention, Passage evidence);
    [[nodiscard]] std::optional<int> find(std::string_view type, std::string_view identity) const;
    /// Further names under which `find` and `add` know a node.
    void also_known_as(int node, std::string_view identity);
    /// One more place that a node rests on, which it may know already.
    void add_place(int node, const Passage& place);
    /// Does a node of one of these types rest on a place that overlaps this range? O(places of the block).
    [[nodiscard]] bool has_node_on(const std::vector<std::string>& types, std::uint32_t block, Range range) const;

    /// Adds an edge, or evidence and rule to the edge of this type and ends. Edges from a node to itself are left out.
    void connect(std::string_view type, int from, int to, std::vector<Passage> evidence, std::string_view rule);
    [[nodiscard]] bool connected(std::string_view type, int from, int to) const;
    FactEdge* edge(std::string_view type, int from, int to);
    /// Where the edges of a type from a node lead. O(log edges + targets).
    [[nodiscard]] std::vector<int> targets(std::string_view type, int from) const;

    /// Where the edges of a type to a node come from, in their order. O(log edges + sources).
    [[nodiscard]] std::vector<int> sources(std::string_view type, int to) const;

    [[nodiscard]] FactNode& node(int index) { return nodes_[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const FactNode& node(int index) const { return nodes_[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const std::vector<FactNode>& nodes() const { return nodes_; }
    [[nodiscard]] const std::vector<FactEdge>& edges() const { return edges_; }
    [[nodiscard]] std::vector<FactEdge>& edges() { return edges_; }

  private:
    /// A place of a node or an edge.
    struct Support {
        std::size_t fact;
        std::uint32_t block;
        Range range;
        friend bool operator==(const Support&, const Support&) = default;
    };
    struct SupportHash {
        std::size_t operator()(const Support& support) const noexcept;
    };
    using Supports = std::unordered_set<Support, SupportHash>;
    /// A place of a node, as its block knows it.
    struct NodePlace {
        int node;
        Range range;
    };

    [[nodiscard]] std::optional<int> find(const std::string& key) const;
    static void add_evidence(std::size_t fact, std::vector<Passage>& places, const Passage& place, Supports& known);
    void add_evidence(int node, const Passage& place);
    [[nodiscard]] int number_of(std::string_view edge_type) const;

    std::vector<FactNode> nodes_;
    std::vector<FactEdge> edges_;
    std::unordered_map<std::string, int> by_identity_; // type and name as names are compared
    std::vector<std::string> edge_types_;              // a few; their numbers stand for them in `by_ends_`
    std::map<std::tuple<int, int, int>, std::size_t> by_ends_;
    std::unordered_map<int, std::vector<std::size_t>> by_target_; // edges to a node
    std::vector<std::vector<NodePlace>> by_block_;                // what rests on each block
    Supports node_supports_, edge_supports_;
};

/// Adds `alias` where it is neither the name nor known yet.
void add_alias(FactNode& node, std::string_view alias);

} // namespace zhitu::text
