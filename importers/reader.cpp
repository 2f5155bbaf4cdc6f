#include <zhitu/importers/reader.hpp>

#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/layout.hpp>
#include <zhitu/importers/text/paper.hpp>
#include <zhitu/importers/text/relations.hpp>
#include <zhitu/importers/text/resolve.hpp>
#include <zhitu/packs/policy.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <ostream>

namespace zhitu {
namespace {

using Json = nlohmann::ordered_json;
using namespace text;

std::shared_ptr<const Vocabulary> vocabulary(const Pack& pack) {
    static const auto builtin = std::make_shared<const Vocabulary>(Pack::builtin());
    return &pack == &Pack::builtin() ? builtin : std::make_shared<const Vocabulary>(pack);
}

enum class Outcome { chosen, lost };

/// The stages up to relations, kept together because each refers to the one before.
struct Pipeline {
    Pipeline(std::string_view text, std::string_view file, const Pack& pack, FrontMatter front = FrontMatter::expected)
        : words(vocabulary(pack))
        , document(read_layout(text, file, *words, front))
        , mentions(read_mentions(document, *words))
        , reading(document, mentions, *words) {}

    /// Calls `visit(mention, outcome)` for the candidates of a block that have a type.
    template <typename Visit>
    void for_candidates(std::uint32_t block, Visit visit) const {
        for (const Mention& mention : mentions.candidates[block]) {
            if (mention.type.empty()) continue;
            const auto& chosen = mentions.chosen[block];
            const bool found = std::any_of(chosen.begin(), chosen.end(), [&](const Mention& other) {
                return other.range == mention.range && other.type == mention.type;
            });
            visit(mention, found ? Outcome::chosen : Outcome::lost);
        }
    }

    std::shared_ptr<const Vocabulary> words;
    Document document;
    Mentions mentions;
    Reading reading;
};

std::uint32_t file_offset(const Block& block, std::uint32_t at) {
    return at < block.offsets.size() ? block.offsets[at] : (block.offsets.empty() ? 0 : block.offsets.back() + 1);
}

void print_layout(std::string_view text, std::string_view file, const Pack& pack, std::ostream& out) {
    const Document document = read_layout(text, file, *vocabulary(pack));
    for (const Block& block : document.blocks) {
        Json line{{"kind", name_of(block.kind)}, {"section", block.section}};
        if (block.level > 0) line["level"] = block.level;
        if (block.number > 0) line["number"] = block.number;
        if (block.lead > 0) line["lead"] = to_utf8(block.slice({0, block.lead}));
        line["start"] = file_offset(block, 0);
        line["text"] = to_utf8(block.text);
        for (const CitationMark& mark : block.marks) line["marks"].push_back(mark.numbers);
        out << line.dump() << '\n';
    }
}

void print_mentions(std::string_view text, std::string_view file, const Pack& pack, std::ostream& out) {
    const Pipeline pipeline(text, file, pack);
    for (std::uint32_t i = 0; i < pipeline.document.blocks.size(); ++i) {
        const Block& block = pipeline.document.blocks[i];
        pipeline.for_candidates(i, [&](const Mention& mention, Outcome outcome) {
            Json line{{"type", mention.type}, {"name", mention.name}};
            if (!mention.key.empty()) line["stands_for"] = mention.key;
            line["score"] = mention.score;
            line["chosen"] = outcome == Outcome::chosen;
            line["reasons"] = mention.reasons();
            line["start"] = file_offset(block, mention.range.begin);
            line["end"] = file_offset(block, mention.range.end - 1) + 1;
            out << line.dump() << '\n';
        });
    }
}

void print_relations(std::string_view text, std::string_view file, const Pack& pack, std::ostream& out) {
    const Pipeline pipeline(text, file, pack);
    const Facts facts = read_relations(pipeline.reading);
    for (const FactNode& node : facts.nodes())
        out << Json{{"node", node.type}, {"name", node.name}, {"rule", node.rule}}.dump() << '\n';
    for (const FactEdge& edge : facts.edges()) {
        Json line{{"edge", edge.type},
                  {"from", facts.node(edge.from).name},
                  {"to", facts.node(edge.to).name},
                  {"rule", edge.rule}};
        for (const Passage& place : edge.evidence)
            line["quotes"].push_back(to_utf8(pipeline.document.blocks[place.block].slice(place.range)));
        out << line.dump() << '\n';
    }
}

void print_resolved(std::string_view text, std::string_view file, const Pack& pack, std::ostream& out) {
    const Pipeline pipeline(text, file, pack);
    GraphBuilder builder(policy_schema());
    resolve(pipeline.reading, read_relations(pipeline.reading), builder);
    const Graph graph = builder.freeze();
    for (const NodeId node : graph.nodes()) {
        Json line{{"id", graph.id(node)}, {"type", graph.type(node)}, {"name", graph.name(node)}};
        if (const auto aliases = graph.aliases(node); !aliases.empty()) line["aliases"] = aliases;
        out << line.dump() << '\n';
    }
    for (const EdgeId edge : graph.edges())
        out << Json{{"type", graph.type(edge)},
                    {"source", graph.id(graph.source(edge))},
                    {"target", graph.id(graph.target(edge))}}
                   .dump()
            << '\n';
}

std::string modality_text(std::uint8_t modality) {
    static constexpr std::array<std::string_view, 5> names{"negated", "planned", "conditional", "doubtful", "undone"};
    std::string out;
    for (std::size_t bit = 0; bit < names.size(); ++bit)
        if ((modality >> bit & 1U) != 0) out += fmt::format("{}{}", out.empty() ? "" : ", ", names[bit]);
    return out.empty() ? "fact" : out;
}

/// A rule and how often it is right, where that was measured.
std::string rule_text(const std::string& rule, const Pack& pack) {
    const auto confidence = pack.confidence(rule);
    return confidence ? fmt::format("{} {:.2f}", rule, *confidence) : rule;
}

bool promises_edge(const Reading& reading, const Sentence& sentence) {
    return reading.has_mention(sentence.block, sentence.range, {type::policy, type::firm}) ||
           reading.has_cue(sentence.block, sentence.range, "change");
}

// Does an edge rest on the sentence?
bool is_quoted(const Facts& facts, const Sentence& sentence) {
    return std::any_of(facts.edges().begin(), facts.edges().end(), [&](const FactEdge& edge) {
        return std::any_of(edge.evidence.begin(), edge.evidence.end(),
                           [&](const Passage& place) { return place.overlaps(sentence.block, sentence.range); });
    });
}

} // namespace

std::span<const Stage> stages() {
    static constexpr std::array<Stage, 4> table{{
        {"layout", "blocks of reading text with their kinds", &print_layout},
        {"mentions", "typed spans, the losing candidates too, with scores and reasons", &print_mentions},
        {"relations", "facts with their rules and quotes", &print_relations},
        {"resolve", "the nodes and edges of the graph", &print_resolved},
    }};
    return table;
}

void explain(std::string_view sentence, const Pack& pack, std::ostream& out) {
    const Pipeline pipeline(sentence, "sentence", pack, FrontMatter::none);
    for (std::uint32_t i = 0; i < pipeline.document.blocks.size(); ++i) {
        const Block& block = pipeline.document.blocks[i];
        out << fmt::format("{}: {}\n", name_of(block.kind), to_utf8(block.text));
        for (const Sentence& part : pipeline.reading.sentences(i))
            for (const Clause& clause : part.clauses)
                out << fmt::format("  clause ({}): {}\n", modality_text(clause.modality),
                                   to_utf8(block.slice(clause.range)));
        pipeline.for_candidates(i, [&](const Mention& mention, Outcome outcome) {
            out << fmt::format("  {} {} {} {:.1f} ({})\n", outcome == Outcome::chosen ? "+" : "-", mention.type,
                               mention.name, mention.score, fmt::join(mention.reasons(), ", "));
        });
    }
    const Facts facts = read_relations(pipeline.reading);
    for (const FactNode& node : facts.nodes())
        out << fmt::format("  node {}: {} ({})\n", node.type, node.name, rule_text(node.rule, pack));
    for (const FactEdge& edge : facts.edges())
        out << fmt::format("  edge {}: {} -> {} ({})\n", edge.type, facts.node(edge.from).name,
                           facts.node(edge.to).name, rule_text(edge.rule, pack));
}

void print_unread(std::string_view text, std::string_view file, const Pack& pack, std::ostream& out) {
    const Pipeline pipeline(text, file, pack);
    const Facts facts = read_relations(pipeline.reading);
    for (std::uint32_t i = 0; i < pipeline.document.blocks.size(); ++i) {
        const Block& block = pipeline.document.blocks[i];
        if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) continue;
        for (const Sentence& sentence : pipeline.reading.sentences(i)) {
            if (!promises_edge(pipeline.reading, sentence) || is_quoted(facts, sentence)) continue;
            const std::uint32_t line = pipeline.document.source.line_of(file_offset(block, sentence.range.begin));
            out << fmt::format("{}:{}: {}\n", file, line, to_utf8(block.slice(sentence.range)));
        }
    }
}

namespace text {

void read_paper(std::string_view utf8, std::string_view file, const ImportOptions& options, GraphBuilder& builder) {
    const Pipeline pipeline(utf8, file, options.pack != nullptr ? *options.pack : Pack::builtin());
    resolve(pipeline.reading, read_relations(pipeline.reading), builder);
}

} // namespace text
} // namespace zhitu
