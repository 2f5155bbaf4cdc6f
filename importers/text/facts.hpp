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
    std::vector<FactNode> nodes_;
    std::vector<FactEdge> edges_;
    std::map<std::pair<std::string_view, std::string>, int> by_identity_;
    std::map<std::tuple<std::string, int, int>, std::size_t> by_ends_;
    std::map<int, std::vector<std::size_t>> by_target_; // edges to a node
};

/// Adds `alias` where it is neither the name nor known yet.
void add_alias(FactNode& node, std::string_view alias);

} // namespace zhitu::text
