// A small language that picks nodes: `year>=2020 and level=national`.
//
//     conditions = condition { ("and" | ",") condition }
//     condition  = key op value
//     op         = "=" | "!=" | "<" | "<=" | ">" | ">=" | "~"
//
// A key is `name`, `id`, `type`, a property, or an edge type (`TARGETS`, `in:ISSUED`), which stands for the names of
// the neighbours. `~` is "contains". A value with blanks at its ends, commas or ` and ` is quoted, by ' or ". Numbers
// compare as numbers; texts as <zhitu/base/unicode.hpp> `comparison_key` makes them. Of several values one must do;
// where there is none, only `!=` holds.
#pragma once

#include <zhitu/graph/graph.hpp>

#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

enum class Comparison { equal, unequal, less, less_equal, greater, greater_equal, contains };

struct Condition {
    std::string key;
    Comparison comparison = Comparison::equal;
    std::string value;
    friend bool operator==(const Condition&, const Condition&) = default;
};

/// Throws Error (usage) with the column where `text` is none. O(length).
[[nodiscard]] std::vector<Condition> parse_conditions(std::string_view text);

/// Throws Error (usage) with the known keys where the graph has none of that name.
void check_conditions(const Graph& graph, const std::vector<Condition>& conditions);

/// Whether all conditions hold. O(conditions · (properties + degree)).
[[nodiscard]] bool holds(const Graph& graph, NodeId node, const std::vector<Condition>& conditions);

/// The value behind a key of a node, as conditions and lists see it; null where it has none. O(properties + degree).
[[nodiscard]] Value value_of(const Graph& graph, NodeId node, std::string_view key);

} // namespace zhitu
#pragma GCC visibility pop
