// Shows what an edge rests on: the sentence, and where it stands.
#include <zhitu/zhitu.hpp>

#include <fmt/format.h>

int main() {
    const zhitu::Graph graph = zhitu::import_file("graph.json");
    for (zhitu::EdgeId edge : graph.edges()) {
        const auto spans = graph.evidence(edge);
        if (spans.empty()) continue;
        fmt::print("{} → {}\n", graph.name(graph.source(edge)), graph.name(graph.target(edge)));
        for (const zhitu::EvidenceView& span : spans)
            fmt::print("  line {}, characters {} to {}: “{}”\n", span.line, span.start, span.end, span.quote);
    }
}
