#include <zhitu/queries/report.hpp>

#include <zhitu/queries/audit.hpp>
#include <zhitu/queries/list.hpp>
#include <zhitu/queries/statistics.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace zhitu {
namespace {

// Text in Markdown, also within a field of a table.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char character : text) {
        if (std::string_view("\\`*_[]<>|#").find(character) != std::string_view::npos) out += '\\';
        out += character == '\n' || character == '\r' ? ' ' : character;
    }
    return out;
}

class Report {
  public:
    Report(const Graph& graph, const ReportOptions& options)
        : graph_(graph)
        , options_(options) {}

    std::string write() && {
        write_title();
        write_contents();
        write_things("report.policies", "Policy", {"year", "name", "level", "in:ISSUED", "TARGETS"});
        write_things("report.cases", "Case",
                     {"name", "in:CARRIES_OUT", "USES", "EXEMPLIFIES", "IN_INDUSTRY", "LOCATED_IN", "ACHIEVES"});
        if (has_both_sides()) write_links();
        write_challenges();
        write_findings();
        if (has_both_sides()) write_unlinked();
        return std::move(out_);
    }

  private:
    template <class... Args>
    void line(fmt::format_string<Args...> pattern, Args&&... args) {
        out_ += fmt::format(pattern, std::forward<Args>(args)...) + "\n";
    }
    [[nodiscard]] std::string message(std::string_view key) const { return options_.words.messages(key); }
    [[nodiscard]] std::string name(NodeId node) const { return escaped(name_in_words(graph_, node, options_.words)); }
    [[nodiscard]] std::string words(const Path& path) const {
        return escaped(path_in_words(graph_, path, options_.words));
    }
    void chapter(std::string_view key) { line("\n## {}\n", message(key)); }

    void write_title();
    void write_contents();
    void write_counts(std::string_view key, const std::vector<TypeCount>& counts, Heading kind);
    void write_things(std::string_view key, std::string_view type, std::initializer_list<std::string_view> wanted);
    void write_links();
    void write_quotes(const Path& path);
    void write_challenges();
    void write_answers(NodeId challenge);
    void write_findings();
    void write_unlinked();
    void write_misses(const std::vector<Unlinked>& nodes);

    [[nodiscard]] bool has_both_sides() const {
        const LinksOptions& links = options_.links;
        return (!links.from_nodes.empty() || !graph_.nodes(links.from).empty()) &&
               (!links.to_nodes.empty() || !graph_.nodes(links.to).empty());
    }

    const Graph& graph_;
    const ReportOptions& options_;
    std::string out_;
};

void Report::write_title() {
    std::string title = graph_.title();
    if (title.empty() && graph_.documents().size() == 1) title = graph_.documents().front().title;
    if (title.empty())
        line("# {}", message("report.title"));
    else
        line("# {}\n\n{}", escaped(title), message("report.title"));
}

void Report::write_contents() {
    const Statistics figures = statistics(graph_);
    chapter("report.contents");
    line("- {}: {}", message("statistics.documents"), figures.documents);
    line("- {}: {}", message("statistics.nodes"), figures.nodes);
    line("- {}: {} ({}: {})", message("statistics.edges"), figures.edges, message("statistics.edges_with_evidence"),
         figures.edges_with_evidence);
    write_counts("report.node_types", figures.node_types, Heading::node_type);
    write_counts("report.edge_types", figures.edge_types, Heading::edge_out);
}

void Report::write_counts(std::string_view key, const std::vector<TypeCount>& counts, Heading kind) {
    std::string list;
    for (const TypeCount& entry : counts) {
        const auto label = heading({entry.type, kind, Align::left}, graph_.schema(), options_.words.language);
        list += fmt::format("{}{} {}", list.empty() ? "" : ", ", escaped(label), entry.count);
    }
    if (!list.empty()) line("- {}: {}", message(key), list);
}

// Those of the wanted columns that the table has; rows in order of the first of them where that is a number.
void Report::write_things(std::string_view key, std::string_view type, std::initializer_list<std::string_view> wanted) {
    if (graph_.nodes(type).empty()) return;
    Table table = list_things(graph_, type);
    std::vector<std::size_t> shown;
    for (const std::string_view column : wanted)
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (table.columns[i].key == column) shown.push_back(i);
    const auto year = [&](const std::vector<Value>& row) {
        const auto* number = row[shown.front()].get_if<std::int64_t>();
        return number != nullptr ? *number : std::numeric_limits<std::int64_t>::max();
    };
    std::stable_sort(table.rows.begin(), table.rows.end(),
                     [&](const auto& a, const auto& b) { return year(a) < year(b); });
    chapter(key);
    std::string head = "|", rule = "|";
    for (const std::size_t i : shown) {
        head += fmt::format(" {} |", escaped(heading(table.columns[i], graph_.schema(), options_.words.language)));
        rule += table.columns[i].align == Align::right ? " ---: |" : " --- |";
    }
    line("{}\n{}", head, rule);
    for (const auto& row : table.rows) {
        std::string fields = "|";
        for (const std::size_t i : shown) fields += fmt::format(" {} |", escaped(row[i].text()));
        line("{}", fields);
    }
}

void Report::write_links() {
    const LinksAnswer answer = links(graph_, options_.links);
    if (answer.links.empty()) return;
    chapter("report.links");
    line("{}: {}\n", message("report.pairs"), answer.pairs);
    std::size_t rank = 0;
    for (const Link& link : answer.links) {
        line("{}. **{}** ↔ **{}** ({:.3f}, {}: {})", ++rank, name(link.from), name(link.to), link.score,
             message("report.paths"), link.paths);
        if (link.best.empty()) continue;
        line("    - {}", words(link.best.front().path));
        write_quotes(link.best.front().path);
    }
}

void Report::write_quotes(const Path& path) {
    for (const Step& step : path.steps) {
        if (!step.edge.valid()) continue;
        for (const EvidenceView& evidence : graph_.evidence(step.edge))
            line("        - {} “{}”", escaped(place_in_words(graph_, evidence)), escaped(evidence.quote));
    }
}

void Report::write_challenges() {
    const auto challenges = graph_.nodes("Challenge");
    std::vector<NodeId> others;
    for (const NodeId recommendation : graph_.nodes("Recommendation"))
        if (graph_.out_edges(recommendation, "ADDRESSES").empty()) others.push_back(recommendation);
    if (challenges.empty() && others.empty()) return;
    chapter("report.challenges");
    for (const NodeId challenge : challenges) write_answers(challenge);
    if (others.empty()) return;
    line("- {}", message("report.other_recommendations"));
    for (const NodeId recommendation : others) line("  - {}", name(recommendation));
}

void Report::write_answers(NodeId challenge) {
    line("- **{}**", name(challenge));
    const auto answers = graph_.in_edges(challenge, "ADDRESSES");
    if (answers.empty() && graph_.out_edges(challenge, "PART_OF").empty()) line("  - {}", message("report.unanswered"));
    for (const EdgeId edge : answers) {
        const bool inferred = graph_.property(edge, "inferred") == Value(true);
        line("  - {}{}", name(graph_.source(edge)), inferred ? fmt::format(" ({})", message("report.inferred")) : "");
    }
}

void Report::write_findings() {
    const auto findings = audit(graph_);
    if (findings.empty()) return;
    chapter("report.audit");
    for (const Finding& finding : findings) {
        line("- **{}** {} ({})", message(fmt::format("severity.{}", name_of(finding.severity))),
             escaped(finding_in_words(graph_, finding, options_.words)), finding.code);
        line("    - {} “{}”", escaped(place_in_words(graph_, view_of(finding.place))), escaped(finding.place.quote));
    }
}

void Report::write_unlinked() {
    const UnlinkedNodes nodes = unlinked(graph_, options_.links);
    if (nodes.from.empty() && nodes.to.empty()) return;
    chapter("report.unlinked");
    write_misses(nodes.from);
    write_misses(nodes.to);
}

void Report::write_misses(const std::vector<Unlinked>& nodes) {
    for (const Unlinked& miss : nodes) {
        const std::string way = miss.nearest ? fmt::format("{}: {}", message("report.nearest"), words(*miss.nearest))
                                             : message("report.no_way");
        line("- **{}** ({})", name(miss.node), way);
    }
}

} // namespace

std::string report(const Graph& graph, const ReportOptions& options) {
    return Report(graph, options).write();
}

} // namespace zhitu
