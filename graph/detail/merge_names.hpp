// Which nodes of a merge are one thing by their names.
#pragma once

#include <zhitu/graph/detail/merge_part.hpp>
#include <zhitu/graph/schema.hpp>

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zhitu::detail {

/// How far the names of a type reach; everywhere where no schema tells. O(types).
[[nodiscard]] NameScope scope_of(const Schema* schema, std::string_view type);

/// What a merged thing is called.
struct ThingName {
    StringId id, name;
};

/// Joins the nodes of all parts whose names reach everywhere. An id that is not made of type and name (`firm:X`) stands
/// for itself alone.
class NameMerger {
  public:
    NameMerger(const Schema* schema, Pools& pools)
        : schema_(schema)
        , pools_(pools) {}

    /// Takes in the nodes of a part. O(its nodes and aliases).
    void add(const MergePart& part);
    /// Joins what was taken in; does not depend on its order. O(aliases log aliases), a round for each step of a chain.
    void join();
    /// The thing of a node that `add` has seen, after `join`; none where its name does not reach so far. O(1).
    [[nodiscard]] std::optional<ThingName> thing_of(const MergePart::Node& node) const;

  private:
    using Key = std::pair<StringId, StringId>; // a type, and a name as it is compared

    struct Thing {
        std::size_t joined;                            // to which thing; itself for the first
        std::set<std::pair<StringId, StringId>> names; // id, name
        std::set<Key> aliases;
        std::map<StringId, std::set<std::int64_t>> numbers; // whole numbers by property
    };

    /// None where the node's name does not reach everywhere.
    [[nodiscard]] std::optional<Key> key_of(const MergePart::Node& node) const;
    [[nodiscard]] std::optional<Key> make_key(const MergePart::Node& node) const;
    [[nodiscard]] StringId compared(StringId name) const;
    [[nodiscard]] std::size_t first_of(std::size_t thing) const;
    [[nodiscard]] bool contradict(const Thing& a, const Thing& b) const;
    void unite(std::size_t a, std::size_t b);
    [[nodiscard]] bool join_by(Key alias, const std::set<std::size_t>& owners);
    void choose_names();

    const Schema* schema_;
    Pools& pools_;
    std::unordered_map<Key, std::size_t, NumbersHash> by_key_;
    std::vector<Thing> things_;
    std::vector<ThingName> chosen_; // by thing, of those that are first
    mutable std::unordered_map<StringId, StringId> compared_;
    using NodeName = std::tuple<StringId, StringId, StringId>; // type, id and name
    mutable std::unordered_map<NodeName, std::optional<Key>, NumbersHash> keys_;
};

} // namespace zhitu::detail
