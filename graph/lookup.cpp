#include <zhitu/graph/lookup.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/base/unicode.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace zhitu {
namespace {

std::set<std::u32string> bigrams(std::string_view text) {
    const std::u32string key = to_utf32(comparison_key(text));
    std::set<std::u32string> out;
    if (key.size() < 2) out.insert(key);
    for (std::size_t i = 0; i + 1 < key.size(); ++i) out.insert(key.substr(i, 2));
    return out;
}

double dice(const std::set<std::u32string>& a, const std::set<std::u32string>& b) {
    const auto shared = std::count_if(a.begin(), a.end(), [&](const auto& gram) { return b.contains(gram); });
    return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

} // namespace

std::vector<NodeId> find_nodes(const Graph& graph, std::string_view text) {
    if (const auto node = graph.find_id(text)) return {*node};
    const std::string key = comparison_key(text);
    std::vector<NodeId> by_name, by_alias;
    for (const NodeId node : graph.nodes()) {
        if (comparison_key(graph.name(node)) == key) {
            by_name.push_back(node);
            continue;
        }
        const auto aliases = graph.aliases(node);
        if (std::any_of(aliases.begin(), aliases.end(), [&](auto alias) { return comparison_key(alias) == key; }))
            by_alias.push_back(node);
    }
    return by_name.empty() ? by_alias : by_name;
}

std::vector<std::string> nearest_names(const Graph& graph, std::string_view text, std::size_t count) {
    const auto wanted = bigrams(text);
    std::vector<std::pair<double, std::string>> scored;
    for (const NodeId node : graph.nodes())
        if (const double likeness = dice(wanted, bigrams(graph.name(node))); likeness > 0)
            scored.emplace_back(-likeness, graph.name(node));
    std::sort(scored.begin(), scored.end());
    scored.erase(std::unique(scored.begin(), scored.end()), scored.end());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(count, scored.size()); ++i) names.push_back(std::move(scored[i].second));
    return names;
}

NodeId find_node(const Graph& graph, std::string_view text) {
    const auto found = find_nodes(graph, text);
    if (found.size() == 1) return found.front();
    if (found.empty()) {
        const auto near = nearest_names(graph, text);
        throw Error(ErrorCode::usage, fmt::format("no node is called '{}'", text),
                    near.empty() ? "see `zhitu list`" : fmt::format("near names: {}", fmt::join(near, ", ")));
    }
    std::vector<std::string_view> ids;
    for (const NodeId node : found) ids.push_back(graph.id(node));
    throw Error(ErrorCode::usage, fmt::format("{} nodes are called '{}'", found.size(), text),
                fmt::format("use an id: {}", fmt::join(ids, ", ")));
}

} // namespace zhitu
