// Citation marks: the thing that their sentence introduces cites the entry; where it introduces none, the document
// does.
#include <zhitu/importers/text/families.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

class CitationReader {
  public:
    CitationReader(const Reading& reading, Facts& facts)
        : reading_(reading)
        , facts_(facts)
        , shown_(reading.document().blocks.size()) {
        for (std::size_t i = 0; i < facts.nodes().size(); ++i) {
            const FactNode& node = facts.nodes()[i];
            for (const Passage& place : node.evidence) shown_[place.block].push_back({static_cast<int>(i), &place});
            if (node.type != type::reference) continue;
            if (const auto* number = node.properties.at("number").get_if<std::int64_t>())
                entries_[static_cast<std::uint32_t>(*number)] = static_cast<int>(i);
        }
    }

    void run() {
        const auto& blocks = reading_.document().blocks;
        for (std::uint32_t i = 0; i < blocks.size(); ++i) {
            const Block& block = blocks[i];
            const bool body = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item ||
                              block.kind == BlockKind::record || block.kind == BlockKind::abstract ||
                              block.kind == BlockKind::table_row;
            if (!body) continue;
            for (const CitationMark& mark : block.marks) read_mark(i, mark);
        }
    }

  private:
    // A mark at the end of a sentence stands before or behind its full stop.
    [[nodiscard]] const Sentence* sentence_of(std::uint32_t block, std::uint32_t position) const {
        for (const Sentence& sentence : reading_.sentences(block))
            if (position > sentence.range.begin && position <= sentence.range.end) return &sentence;
        return nullptr;
    }

    void read_mark(std::uint32_t block, const CitationMark& mark) {
        const Sentence* sentence = sentence_of(block, mark.position);
        if (sentence == nullptr) return;
        std::vector<int> heads = policies_before(*sentence, mark.position);
        const bool of_title = !heads.empty() && ends_title(*sentence, mark.position);
        if (heads.empty()) heads = introduced(*sentence, type::practice);
        if (heads.empty()) heads = headed(*sentence);
        if (heads.empty()) heads.push_back(0);
        const Passage place =
            reading_.place(block, {sentence->range.begin, std::max(mark.position, sentence->range.begin + 1)});
        for (const std::uint32_t number : mark.numbers) {
            const auto entry = entries_.find(number);
            if (entry == entries_.end()) continue;
            for (const int head : heads) {
                facts_.connect("CITES", head, entry->second, {place}, "cite.mark");
                if (of_title) facts_.edge("CITES", head, entry->second)->properties["of_title"] = true;
            }
        }
    }

    // The policy whose title ends where the mark stands, else the last one before it in the sentence.
    [[nodiscard]] std::vector<int> policies_before(const Sentence& sentence, std::uint32_t position) const {
        std::vector<int> out;
        std::uint32_t nearest = 0;
        for (const Shown& shown : shown_[sentence.block]) {
            const auto& mention = shown.place->mention;
            if (facts_.node(shown.node).type != type::policy || !mention || mention->begin < sentence.range.begin)
                continue;
            if (mention->end > position || mention->end > sentence.range.end || mention->end < nearest) continue;
            if (mention->end > nearest) out.clear();
            nearest = mention->end;
            out.push_back(shown.node);
        }
        return out;
    }

    // Between a title and the mark stands nothing, or what is in brackets.
    [[nodiscard]] bool ends_title(const Sentence& sentence, std::uint32_t position) const {
        const auto titles = reading_.mentions_in(sentence.block, {sentence.range.begin, position}, {type::policy});
        return std::any_of(titles.begin(), titles.end(), [&](const Mention* title) {
            const auto between = reading_.folded(sentence.block, {title->range.end, position});
            return between.empty() || (between.front() == U'(' && between.back() == U')');
        });
    }

    [[nodiscard]] std::vector<int> introduced(const Sentence& sentence, std::string_view node_type) const {
        std::vector<int> out;
        for (const Shown& shown : shown_[sentence.block]) {
            const Range& range = shown.place->range;
            const bool here = range.begin < sentence.range.end && sentence.range.begin < range.end;
            if (here && facts_.node(shown.node).type == node_type && (out.empty() || out.back() != shown.node))
                out.push_back(shown.node);
        }
        return out;
    }

    // A mark in the text of a challenge: behind its lead, or below its heading.
    [[nodiscard]] std::vector<int> headed(const Sentence& sentence) const {
        const Block& block = reading_.block(sentence.block);
        int lead = -1;
        for (const Shown& shown : shown_[sentence.block])
            if (shown.place->range.begin < sentence.range.end && facts_.node(shown.node).rule == "headed.lead" &&
                facts_.node(shown.node).type == type::challenge)
                lead = shown.node;
        if (lead >= 0) return {lead};
        if (block.topic != Topic::challenge || block.heading < 0) return {};
        for (const Shown& shown : shown_[static_cast<std::size_t>(block.heading)])
            if (facts_.node(shown.node).type == type::challenge) return {shown.node};
        return {};
    }

    /// A node and a place that it rests on.
    struct Shown {
        int node;
        const Passage* place;
    };

    const Reading& reading_;
    Facts& facts_;
    std::map<std::uint32_t, int> entries_;  // by number
    std::vector<std::vector<Shown>> shown_; // by block, in order of nodes
};

} // namespace

void read_citations(const Reading& reading, Facts& facts) {
    CitationReader(reading, facts).run();
}

} // namespace zhitu::text
