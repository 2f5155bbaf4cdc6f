#include <zhitu/queries/audit.hpp>

#include <fmt/format.h>

namespace zhitu {

std::string entry_in_words(const Graph& graph, NodeId entry) {
    return fmt::format("[{}] {}", graph.property(entry, "number").text(), graph.name(entry));
}

std::string finding_in_words(const Graph& graph, const Finding& finding, const Words& words) {
    const std::string pattern = words.messages(fmt::format("audit.{}", finding.code));
    const std::string fitting = finding.fitting ? entry_in_words(graph, *finding.fitting) : std::string();
    const std::string_view thing = finding.thing ? graph.name(*finding.thing) : std::string_view();
    return fmt::format(fmt::runtime(pattern), finding.said, finding.entry_says, fitting, thing);
}

Table to_table(const Graph& graph, const std::vector<Finding>& findings, const Words& words) {
    Table table;
    for (const char* key : {"severity", "code", "place", "finding", "fitting"})
        table.columns.push_back({key, Heading::message, Align::left});
    table.columns.push_back({"quote", Heading::property, Align::left});
    for (const Finding& finding : findings) {
        const Value fitting = finding.fitting ? Value(entry_in_words(graph, *finding.fitting)) : Value();
        table.rows.push_back({name_of(finding.severity), finding.code, place_in_words(graph, view_of(finding.place)),
                              finding_in_words(graph, finding, words), fitting, finding.place.quote});
    }
    return table;
}

} // namespace zhitu
