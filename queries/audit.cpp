#include <zhitu/queries/audit.hpp>

#include <zhitu/base/unicode.hpp>
#include <zhitu/graph/noted_span.hpp>
#include <zhitu/queries/detail/title_fit.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>

namespace zhitu {
namespace {

using detail::ComparedTitle;
using detail::Fit;

constexpr std::array<std::string_view, 3> severities{"note", "warning", "error"};

std::optional<std::int64_t> integer(const Value& value) {
    const auto* number = value.get_if<std::int64_t>();
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

struct Entry {
    NodeId node;
    std::optional<std::int64_t> number;
    ComparedTitle title;
    ComparedTitle whole; // with authors, house and address
};

/// The entry that fits a title best, null where none does.
struct Match {
    const Entry* entry = nullptr;
    Fit fit = Fit::none;
};

/// A mark behind a title: the policy, what it cites, how well that fits.
struct Citation {
    EdgeId edge;
    const Entry* entry;
    Fit fit;
    bool of_title; // right behind it
};

/// What a document names, ascending.
struct Contents {
    std::vector<NodeId> policies;
    std::vector<NodeId> references;
};

using ContentsByDocument = std::map<std::string_view, Contents>;

void sort_by_document(const Graph& graph, std::string_view type, std::vector<NodeId> Contents::*nodes,
                      ContentsByDocument& contents) {
    for (const NodeId node : graph.nodes(type))
        for (const EvidenceView& place : graph.evidence(node)) {
            auto& known = contents[place.document].*nodes;
            if (known.empty() || known.back() != node) known.push_back(node);
        }
}

class DocumentAudit {
  public:
    DocumentAudit(const Graph& graph, NodeId document, const ContentsByDocument& contents,
                  std::vector<Finding>& findings)
        : graph_(graph)
        , node_(document)
        , findings_(findings) {
        const auto evidence = graph.evidence(document);
        document_ = evidence.empty() ? graph.name(document) : evidence.front().document;
        if (const auto own = contents.find(document_); own != contents.end()) {
            policies_ = own->second.policies;
            for (const NodeId reference : own->second.references) add_entry(reference);
        }
        marks_ = noted(marks_property);
    }

    void run() {
        const std::size_t first = findings_.size();
        for (const NodeId policy : policies_) check_policy(policy);
        check_entries();
        check_marks();
        for (const NotedSpan& list : noted(announced_property))
            if (list.numbers.size() == 2 && list.numbers[0] != list.numbers[1])
                add({.code = "count",
                     .severity = Severity::warning,
                     .place = list.place,
                     .said = std::to_string(list.numbers[0]),
                     .entry_says = std::to_string(list.numbers[1])});
        std::stable_sort(findings_.begin() + static_cast<std::ptrdiff_t>(first), findings_.end(),
                         [](const Finding& a, const Finding& b) { return a.place.start < b.place.start; });
    }

  private:
    /// Entries without a number have the number 0, or none.
    void add_entry(NodeId reference) {
        std::string whole;
        for (const EvidenceView& one : graph_.evidence(reference))
            if (one.document == document_) whole += one.quote;
        auto number = integer(graph_.property(reference, "number"));
        if (number == 0) number.reset();
        entries_.push_back({reference, number, ComparedTitle(graph_.name(reference)), ComparedTitle(whole)});
    }

    void add(Finding finding) { findings_.push_back(std::move(finding)); }

    [[nodiscard]] std::vector<NotedSpan> noted(std::string_view property) const {
        std::vector<NotedSpan> out;
        const Value value = graph_.property(node_, property);
        if (const auto* list = value.get_if<List>())
            for (const Value& one : *list)
                if (auto span = noted_span(one.text(), document_)) out.push_back(*std::move(span));
        return out;
    }

    [[nodiscard]] std::optional<Evidence> place_in_document(const std::vector<EvidenceView>& evidence) const {
        for (const EvidenceView& one : evidence)
            if (one.document == document_) return one.copy();
        return std::nullopt;
    }

    // ---- Policies

    void check_policy(NodeId policy) {
        const auto citations = citations_of(policy);
        if (citations.empty()) return;
        const Match cited = best_cited(citations);
        const Match best = best_of_all(policy, cited);
        if (cited.fit == Fit::none || cited.fit < best.fit)
            for (const Citation& citation : citations) check_mark(policy, citation, best);
        else
            check_title(policy, citations, *best.entry);
        if (best.fit < Fit::inexact) return;
        check_year(policy, citations, *best.entry);
        check_bodies(policy, *best.entry);
    }

    [[nodiscard]] static Match best_cited(const std::vector<Citation>& citations) {
        Match best;
        for (const Citation& citation : citations)
            if (citation.fit > best.fit) best = {citation.entry, citation.fit};
        return best;
    }

    /// What is cited, unless another entry fits better.
    [[nodiscard]] Match best_of_all(NodeId policy, Match best) const {
        for (const Entry& entry : entries_)
            if (const Fit fit = fit_of(policy, entry); fit > best.fit) best = {&entry, fit};
        return best;
    }

    [[nodiscard]] std::vector<Citation> citations_of(NodeId policy) const {
        std::vector<Citation> out;
        for (const EdgeId edge : graph_.out_edges(policy, "CITES"))
            for (const Entry& entry : entries_)
                if (entry.node == graph_.target(edge))
                    out.push_back(
                        {edge, &entry, fit_of(policy, entry), graph_.property(edge, "of_title") == Value(true)});
        return out;
    }

    /// Further names of a policy fit loosely at best: they may be those of several.
    [[nodiscard]] Fit fit_of(NodeId policy, const Entry& entry) const {
        constexpr std::size_t shortest_alias = 8;
        const ComparedTitle name(graph_.name(policy));
        if (const Fit by_name = detail::fit(name, entry.title); by_name != Fit::none) return by_name;
        if (detail::holds(entry.whole, name)) return Fit::exact;
        for (const std::string_view alias : graph_.aliases(policy)) {
            const ComparedTitle title(alias);
            if (title.letters.size() >= shortest_alias && detail::fit(title, entry.title) != Fit::none)
                return Fit::loose;
        }
        return Fit::none;
    }

    /// The sentence of a citation that holds the policy's title.
    [[nodiscard]] Evidence place_of(NodeId policy, EdgeId edge) const {
        for (const EvidenceView& one : graph_.evidence(edge))
            if (one.document == document_ && holds_mention(one, policy)) return one.copy();
        return place_in_document(graph_.evidence(edge)).value_or(Evidence{});
    }

    [[nodiscard]] bool holds_mention(const EvidenceView& place, NodeId policy) const {
        const auto evidence = graph_.evidence(policy);
        return std::any_of(evidence.begin(), evidence.end(), [&](const EvidenceView& one) {
            return one.document == place.document && one.mention && one.mention->first >= place.start &&
                   one.mention->second <= place.end;
        });
    }

    /// A mark farther behind in the sentence may cite what else is said there: it needs a better entry to be doubted.
    void check_mark(NodeId policy, const Citation& citation, const Match& best) {
        const bool other_fits = best.fit > citation.fit;
        if (!citation.of_title && (!other_fits || citation.fit != Fit::none)) return;
        const Evidence place = place_of(policy, citation.edge);
        if (is_anothers(place, policy, *citation.entry)) return;
        Finding finding{.code = other_fits ? "wrong-entry" : "other-title",
                        .severity = !other_fits         ? Severity::note
                                    : citation.of_title ? Severity::error
                                                        : Severity::warning,
                        .place = place,
                        .said = std::string(graph_.name(policy)),
                        .entry_says = entry_in_words(graph_, citation.entry->node),
                        .thing = policy,
                        .entry = citation.entry->node};
        if (other_fits) finding.fitting = best.entry->node;
        add(std::move(finding));
    }

    /// The entry is that of another title beside this one, which shares its mark.
    [[nodiscard]] bool is_anothers(const Evidence& place, NodeId policy, const Entry& entry) const {
        const EvidenceView view = view_of(place);
        return std::any_of(policies_.begin(), policies_.end(), [&](NodeId other) {
            return other != policy && holds_mention(view, other) && !has_own_mark(other) &&
                   fit_of(other, entry) != Fit::none;
        });
    }

    [[nodiscard]] bool has_own_mark(NodeId policy) const {
        const auto edges = graph_.out_edges(policy, "CITES");
        return std::any_of(edges.begin(), edges.end(),
                           [&](EdgeId edge) { return graph_.property(edge, "of_title") == Value(true); });
    }

    void check_title(NodeId policy, const std::vector<Citation>& citations, const Entry& best) {
        for (const Citation& citation : citations) {
            if (citation.entry != &best || citation.fit != Fit::inexact || !citation.of_title) continue;
            const Evidence place = place_of(policy, citation.edge);
            const std::string name(graph_.name(policy));
            if (comparison_key(place.quote).find(comparison_key(name)) == std::string::npos) return;
            add({.code = "inexact-title",
                 .severity = Severity::warning,
                 .place = place,
                 .said = name,
                 .entry_says = entry_in_words(graph_, best.node),
                 .thing = policy,
                 .entry = best.node,
                 .fitting = best.node});
        }
    }

    void check_year(NodeId policy, const std::vector<Citation>& citations, const Entry& best) {
        const auto said = integer(graph_.property(policy, "year"));
        const auto listed = integer(graph_.property(best.node, "year"));
        if (!said || !listed || *said == *listed) return;
        add({.code = "year",
             .severity = *listed == *said + 1 ? Severity::note : Severity::warning,
             .place = place_of(policy, citations.front().edge),
             .said = std::to_string(*said),
             .entry_says = std::to_string(*listed),
             .thing = policy,
             .fitting = best.node});
    }

    void check_bodies(NodeId policy, const Entry& best) {
        const auto listed = integer(graph_.property(best.node, "bodies"));
        if (!listed) return;
        for (const EdgeId issued : graph_.in_edges(policy, "ISSUED")) {
            const auto place = place_in_document(graph_.evidence(issued));
            const auto counted = integer(graph_.property(issued, "bodies"));
            const std::string joint = graph_.property(issued, "joint").text();
            if (!place || (!counted && joint.empty())) continue;
            if (counted == listed) return;
            add({.code = counted ? "bodies" : "uncounted",
                 .severity = counted ? Severity::warning : Severity::note,
                 .place = *place,
                 .said = counted ? std::to_string(*counted) : joint,
                 .entry_says = entry_in_words(graph_, best.node),
                 .thing = policy,
                 .fitting = best.node});
            return;
        }
    }

    // ---- The list of references

    void check_entries() {
        if (marks_.empty()) return;
        std::set<std::int64_t> cited;
        for (const NotedSpan& mark : marks_) cited.insert(mark.numbers.begin(), mark.numbers.end());
        for (const Entry& entry : entries_) {
            if (!entry.number || cited.contains(*entry.number) || !graph_.in_edges(entry.node, "CITES").empty())
                continue;
            add({.code = "never-cited",
                 .severity = Severity::warning,
                 .place = place_in_document(graph_.evidence(entry.node)).value_or(Evidence{}),
                 .said = std::to_string(*entry.number),
                 .entry = entry.node});
        }
    }

    void check_marks() {
        if (std::none_of(entries_.begin(), entries_.end(), [](const Entry& entry) { return entry.number; })) return;
        for (const NotedSpan& mark : marks_)
            for (const std::int64_t number : mark.numbers)
                if (std::none_of(entries_.begin(), entries_.end(),
                                 [&](const Entry& entry) { return entry.number == number; }))
                    add({.code = "no-entry",
                         .severity = Severity::error,
                         .place = mark.place,
                         .said = std::to_string(number)});
    }

    const Graph& graph_;
    NodeId node_;
    std::string document_;
    std::vector<Finding>& findings_;
    std::vector<NodeId> policies_;
    std::vector<Entry> entries_;
    std::vector<NotedSpan> marks_;
};

} // namespace

std::string_view name_of(Severity severity) {
    return severities[static_cast<std::size_t>(severity)];
}

std::optional<Severity> severity_named(std::string_view name) {
    const auto found = std::find(severities.begin(), severities.end(), name);
    if (found == severities.end()) return std::nullopt;
    return static_cast<Severity>(found - severities.begin());
}

std::vector<Finding> audit(const Graph& graph) {
    std::vector<Finding> findings;
    ContentsByDocument contents;
    sort_by_document(graph, "Policy", &Contents::policies, contents);
    sort_by_document(graph, "Reference", &Contents::references, contents);
    for (const NodeId document : graph.nodes("Document")) DocumentAudit(graph, document, contents, findings).run();
    return findings;
}

} // namespace zhitu
