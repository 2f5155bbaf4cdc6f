// Challenges, characteristics and recommendations: by headings under a topic, by leads in running text, by cues; and
// what they are about.
#include <zhitu/importers/text/answers.hpp>
#include <zhitu/importers/text/families.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

std::string_view type_of(Topic topic) {
    switch (topic) {
    case Topic::challenge:
        return type::challenge;
    case Topic::recommendation:
        return type::recommendation;
    case Topic::characteristic:
        return type::characteristic;
    default:
        return {};
    }
}

class HeadedReader {
  public:
    HeadedReader(const Reading& reading, Facts& facts)
        : reading_(reading)
        , words_(reading.words())
        , facts_(facts) {}

    void run() {
        const auto& blocks = reading_.document().blocks;
        for (std::uint32_t i = 0; i < blocks.size(); ++i) {
            const Block& block = blocks[i];
            if (block.latin) continue;
            if (block.kind == BlockKind::heading)
                read_heading(i);
            else if (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item)
                read_text(i);
        }
        for (const HeadedItem& item : items_) connect_subjects(item);
        connect_answers(reading_, items_, facts_);
    }

  private:
    [[nodiscard]] HeadedItem& item_at(int index) { return items_[static_cast<std::size_t>(index)]; }

    // ---- Headings

    void read_heading(std::uint32_t index) {
        const Block& block = reading_.block(index);
        headed_ = lead_ = -1;
        const std::string_view node_type = type_of(block.topic);
        const bool below =
            block.heading >= 0 && reading_.block(static_cast<std::uint32_t>(block.heading)).topic == block.topic;
        if (node_type.empty() || !below) return;
        headed_ = add_item(node_type, index, reading_.whole(index), "headed.heading");
    }

    int add_item(std::string_view node_type, std::uint32_t block, Range name, std::string_view rule) {
        name = trim(block, name);
        if (name.size() < 2) return -1;
        const Passage place = reading_.place(block, name);
        const int node = facts_.add_new(node_type, to_utf8(reading_.block(block).slice(name)), place, rule);
        items_.push_back({node, node_type, place, {}});
        return static_cast<int>(items_.size()) - 1;
    }

    [[nodiscard]] Range trim(std::uint32_t block, Range range) const {
        const Block& text = reading_.block(block);
        const auto outer = [&](char32_t c) {
            return words_.is(c, Role::stop) || words_.is(c, Role::comma) || words_.is(c, Role::colon) ||
                   words_.is(c, Role::semicolon) || c == U' ';
        };
        while (range.begin < range.end && outer(text.text[range.begin])) ++range.begin;
        while (range.end > range.begin && outer(text.text[range.end - 1])) --range.end;
        return range;
    }

    // ---- Leads: a bold or dashed run-in, an ordinal, a cue

    void read_text(std::uint32_t index) {
        const Block& block = reading_.block(index);
        Topic topic = block.topic;
        if (block.lead > 0 && !type_of(topic).empty() && block.kind == BlockKind::list_item) {
            const int item = add_item(type_of(topic), index, {0, block.lead}, "headed.run-in");
            add_body(item, index, {block.lead, static_cast<std::uint32_t>(block.text.size())});
            return;
        }
        lead_ = -1;
        if (!type_of(topic).empty() && block.kind == BlockKind::list_item && !block.emphasized.empty()) {
            const int item = add_item(type_of(topic), index, block.emphasized.front(), "headed.emphasis");
            add_body(item, index, reading_.whole(index));
            return;
        }
        if (topic == Topic::recommendation && has_parts(block.heading)) return; // an introduction to headed advice
        for (const Sentence& sentence : reading_.sentences(index)) read_sentence(sentence, topic);
    }

    // A heading of the topic has headings of the same topic below it; text right below the upper one introduces them.
    [[nodiscard]] bool has_parts(int heading) const {
        const auto& blocks = reading_.document().blocks;
        return heading >= 0 && std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
                   return block.kind == BlockKind::heading && block.heading == heading;
               });
    }

    // A sentence that announces problems or advice sets the topic for the leads behind it.
    void read_sentence(const Sentence& sentence, Topic& topic) {
        if (reading_.has_cue(sentence.block, sentence.range, "announce.recommendation"))
            topic = Topic::recommendation;
        else if (reading_.has_cue(sentence.block, sentence.range, "announce.challenge") &&
                 topic != Topic::recommendation)
            topic = Topic::challenge;
        const std::string_view node_type = type_of(topic);
        const auto leads = leads_of(sentence);
        if (node_type.empty() || (leads.empty() && !read_cue(sentence, topic))) {
            add_body(lead_ >= 0 ? lead_ : headed_, sentence.block, sentence.range);
            return;
        }
        for (std::size_t i = 0; i < leads.size(); ++i) {
            const std::uint32_t end = i + 1 < leads.size() ? leads[i + 1].range.begin : sentence.range.end;
            read_lead(sentence, {leads[i].range.end, end}, node_type);
        }
    }

    // Leads at the begin of a sentence or of a part behind a semicolon or colon.
    [[nodiscard]] std::vector<Reading::Cue> leads_of(const Sentence& sentence) const {
        std::vector<Reading::Cue> out;
        const Block& block = reading_.block(sentence.block);
        for (const auto& cue : reading_.cues(sentence.block, sentence.range, "lead")) {
            const bool first = cue.range.begin == sentence.range.begin;
            const char32_t before = first ? 0 : block.text[cue.range.begin - 1];
            if (first || words_.is(before, Role::semicolon) || words_.is(before, Role::colon) ||
                words_.is(before, Role::comma) || words_.is(before, Role::stop))
                out.push_back(cue);
        }
        return out;
    }

    // The name reaches to the first comma or stop; what follows, up to the next lead, is its text.
    void read_lead(const Sentence& sentence, Range range, std::string_view node_type) {
        const Block& block = reading_.block(sentence.block);
        while (range.begin < range.end && words_.is(block.text[range.begin], Role::comma)) ++range.begin;
        std::uint32_t end = range.begin;
        while (end < range.end && !words_.is(block.text[end], Role::comma) && !words_.is(block.text[end], Role::stop) &&
               !words_.is(block.text[end], Role::semicolon))
            ++end;
        if (is_denied(sentence, range)) return;
        const int item = add_item(node_type, sentence.block, {range.begin, end}, "headed.lead");
        if (item < 0) return;
        lead_ = item;
        add_body(item, sentence.block, range);
        if (headed_ >= 0 && item_at(headed_).type == node_type && node_type == type::challenge)
            facts_.connect("PART_OF", item_at(item).node, item_at(headed_).node,
                           {item_at(headed_).name, reading_.place(sentence.block, range)}, "headed.lead-below-heading");
    }

    [[nodiscard]] bool is_denied(const Sentence& sentence, Range range) const {
        const Clause& clause = sentence.clause_at(range.begin);
        return (clause.modality & (conditional | undone)) != 0;
    }

    // "The difficulty lies in X": X is a challenge; "we suggest to X": X is a recommendation.
    bool read_cue(const Sentence& sentence, Topic topic) {
        const bool challenge = topic == Topic::challenge;
        const auto cues =
            reading_.cues(sentence.block, sentence.range, challenge ? "cue.challenge" : "cue.recommendation");
        if (cues.empty() || (topic != Topic::challenge && topic != Topic::recommendation)) return false;
        if (headed_ >= 0) return false;
        // Several are told apart by semicolons.
        const Block& block = reading_.block(sentence.block);
        std::uint32_t from = cues.front().range.end;
        for (std::uint32_t at = from; at < sentence.range.end; ++at) {
            if (!words_.is(block.text[at], Role::semicolon) && at + 1 < sentence.range.end) continue;
            read_lead(sentence, {from, at + 1}, type_of(topic));
            from = at + 1;
        }
        return true;
    }

    void add_body(int item, std::uint32_t block, Range range) {
        if (item >= 0) item_at(item).body.push_back(reading_.place(block, range));
        if (item >= 0 && item != headed_ && headed_ >= 0) item_at(headed_).body.push_back(reading_.place(block, range));
    }

    // ---- What an item is about

    void connect_subjects(const HeadedItem& item) {
        if (item.type == type::characteristic) return;
        const std::string_view edge = item.type == type::challenge ? "CONCERNS" : "PROMOTES";
        for (const Passage& place : item.body)
            for (const Mention* mention :
                 reading_.mentions_in(place.block, place.range, {type::technology, type::scenario, type::industry})) {
                if (mention->score < 1.0 || (item.type == type::recommendation && is_refused(*mention))) continue;
                const Passage shown = reading_.place(*mention);
                const int node = facts_.add(*mention, shown);
                facts_.connect(edge, item.node, node, {item.name, place}, "headed.subject");
            }
    }

    [[nodiscard]] bool is_refused(const Mention& mention) const {
        for (const Sentence& sentence : reading_.sentences(mention.block))
            if (mention.range.begin >= sentence.range.begin && mention.range.end <= sentence.range.end)
                return (sentence.clause_at(mention.range.begin).modality & negated) != 0;
        return false;
    }

    const Reading& reading_;
    const Vocabulary& words_;
    Facts& facts_;
    std::vector<HeadedItem> items_;
    int headed_ = -1; // the item of the nearest heading
    int lead_ = -1;   // the item of the last lead
};

} // namespace

void read_headed(const Reading& reading, Facts& facts) {
    HeadedReader(reading, facts).run();
}

} // namespace zhitu::text
