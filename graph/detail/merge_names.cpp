#include <zhitu/graph/detail/merge_names.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <tuple>

namespace zhitu::detail {
namespace {

/// Is the id `type:name`, however the type is written?
bool is_made_of_name(std::string_view id, std::string_view type, std::string_view name) {
    const std::size_t colon = id.find(':');
    return colon != std::string_view::npos && comparison_key(id.substr(0, colon)) == comparison_key(type) &&
           id.substr(colon + 1) == without_blanks(name);
}

bool share(const std::set<std::int64_t>& a, const std::set<std::int64_t>& b) {
    return std::any_of(a.begin(), a.end(), [&](std::int64_t value) { return b.contains(value); });
}

} // namespace

NameScope scope_of(const Schema* schema, std::string_view type) {
    const NodeType* known = schema != nullptr ? schema->node_type(type) : nullptr;
    return known != nullptr ? known->scope : NameScope::global;
}

StringId NameMerger::compared(StringId name) const {
    const auto [known, fresh] = compared_.try_emplace(name, 0);
    if (fresh) known->second = pools_.strings.add(comparison_key(pools_.strings[name]));
    return known->second;
}

std::optional<NameMerger::Key> NameMerger::key_of(const MergePart::Node& node) const {
    const auto [known, fresh] = keys_.try_emplace({node.type, node.id, node.name});
    if (fresh) known->second = make_key(node);
    return known->second;
}

std::optional<NameMerger::Key> NameMerger::make_key(const MergePart::Node& node) const {
    const auto& strings = pools_.strings;
    if (scope_of(schema_, strings[node.type]) != NameScope::global) return std::nullopt;
    if (!is_made_of_name(strings[node.id], strings[node.type], strings[node.name])) return Key{node.type, node.id};
    return Key{node.type, compared(node.name)};
}

void NameMerger::add(const MergePart& part) {
    std::vector<std::size_t> rows(part.nodes.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto key = key_of(part.nodes[i]);
        if (!key) {
            rows[i] = SIZE_MAX;
            continue;
        }
        const auto [known, fresh] = by_key_.emplace(*key, things_.size());
        if (fresh) things_.push_back({things_.size(), {}, {}, {}});
        rows[i] = known->second;
        things_[rows[i]].names.emplace(part.nodes[i].id, part.nodes[i].name);
    }
    for (const auto& [row, alias] : part.aliases)
        if (rows[row] != SIZE_MAX) things_[rows[row]].aliases.emplace(part.nodes[row].type, compared(alias));
    for (const auto& [row, name, value] : part.node_cells)
        if (const auto* number = pools_.values[value].get_if<std::int64_t>(); number && rows[row] != SIZE_MAX)
            things_[rows[row]].numbers[name].insert(*number);
}

std::size_t NameMerger::first_of(std::size_t thing) const {
    while (things_[thing].joined != thing) thing = things_[thing].joined;
    return thing;
}

bool NameMerger::contradict(const Thing& a, const Thing& b) const {
    return std::any_of(a.numbers.begin(), a.numbers.end(), [&](const auto& property) {
        const auto other = b.numbers.find(property.first);
        return other != b.numbers.end() && !share(property.second, other->second);
    });
}

void NameMerger::unite(std::size_t a, std::size_t b) {
    Thing &into = things_[std::min(a, b)], &from = things_[std::max(a, b)];
    from.joined = std::min(a, b);
    into.names.merge(from.names);
    into.aliases.merge(from.aliases);
    for (auto& [name, numbers] : from.numbers) into.numbers[name].merge(numbers);
}

// The thing that is called by the alias joins the only thing that has it.
bool NameMerger::join_by(Key alias, const std::set<std::size_t>& owners) {
    const auto named = by_key_.find(alias);
    if (named == by_key_.end()) return false;
    std::set<std::size_t> firsts;
    for (const std::size_t owner : owners) firsts.insert(first_of(owner));
    const std::size_t thing = first_of(named->second);
    if (firsts.size() != 1 || *firsts.begin() == thing) return false;
    if (contradict(things_[thing], things_[*firsts.begin()])) return false;
    unite(thing, *firsts.begin());
    return true;
}

void NameMerger::join() {
    using Alias = std::tuple<std::string_view, std::string_view, Key>; // in an order that no numbering decides
    std::map<Alias, std::set<std::size_t>> owners;
    for (std::size_t i = 0; i < things_.size(); ++i)
        for (const Key& alias : things_[i].aliases)
            owners[{pools_.strings[alias.first], pools_.strings[alias.second], alias}].insert(i);
    for (bool again = true; again;) {
        again = false;
        for (const auto& [alias, things] : owners) again = join_by(std::get<Key>(alias), things) || again;
    }
    choose_names();
}

// Called by the fullest form: one that is nobody's alias, the longest, the first.
void NameMerger::choose_names() {
    chosen_.resize(things_.size());
    for (std::size_t i = 0; i < things_.size(); ++i) {
        const Thing& thing = things_[i];
        if (thing.joined != i) continue;
        const auto rank = [&](const std::pair<StringId, StringId>& id_and_name) {
            const auto [id, name] = id_and_name;
            const std::string_view text = pools_.strings[name];
            const bool is_alias = std::any_of(thing.aliases.begin(), thing.aliases.end(),
                                              [&](const Key& alias) { return alias.second == compared(name); });
            return std::tuple(is_alias, -static_cast<std::ptrdiff_t>(to_utf32(text).size()), text, pools_.strings[id]);
        };
        const auto best = std::min_element(thing.names.begin(), thing.names.end(),
                                           [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
        chosen_[i] = {best->first, best->second};
    }
}

std::optional<ThingName> NameMerger::thing_of(const MergePart::Node& node) const {
    const auto key = key_of(node);
    if (!key) return std::nullopt;
    return chosen_[first_of(by_key_.at(*key))];
}

} // namespace zhitu::detail
