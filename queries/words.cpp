#include <zhitu/queries/words.hpp>

#include <zhitu/queries/links.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace zhitu {
namespace {

constexpr std::string_view with_year = "name.with_year";

} // namespace

std::string step_in_words(const Graph& graph, Step step, const Words& words) {
    if (!step.edge.valid()) return words.messages("step.broader");
    const std::string_view type = graph.type(step.edge);
    return std::string(graph.schema() != nullptr ? graph.schema()->edge_label(type, words.language) : type);
}

std::string name_in_words(const Graph& graph, NodeId node, const Words& words) {
    const std::string name(graph.name(node));
    const std::string year = graph.property(node, "year").text();
    if (year.empty() || name.find(year) != std::string::npos) return name;
    const std::string pattern = words.messages(with_year);
    return fmt::format(fmt::runtime(pattern == with_year ? "{} ({})" : pattern), name, year);
}

std::string path_in_words(const Graph& graph, const Path& path, const Words& words) {
    std::string out = name_in_words(graph, path.nodes.front(), words);
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
        const std::string step = step_in_words(graph, path.steps[i], words);
        out += fmt::format(fmt::runtime(path.steps[i].forward ? " ─{}→ " : " ←{}─ "), step);
        out += name_in_words(graph, path.nodes[i + 1], words);
    }
    return out;
}

std::string place_in_words(const Graph& graph, const EvidenceView& evidence) {
    const auto documents = graph.documents();
    const auto found = std::find_if(documents.begin(), documents.end(),
                                    [&](const DocumentInfo& document) { return document.id == evidence.document; });
    const bool known = found != documents.end() && !found->file.empty();
    const std::string_view file = known ? std::string_view(found->file) : evidence.document;
    return evidence.line == 0 ? std::string(file) : fmt::format("{}:{}", file, evidence.line);
}

} // namespace zhitu
