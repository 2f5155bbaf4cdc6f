// Challenges, characteristics and recommendations: by headings under a topic, by leads in running text, by cues; and
// what they are about.
#include <zhitu/importers/text/answers.hpp>
#include <zhitu/importers/text/families.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <map>
#include <utility>

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

// Scores of mentions that an item is about: the activities that a problem names are what it hinders.
constexpr double least_score = 1.0;
constexpr double least_hindered = 0.5;

class HeadedReader {
  public:
    HeadedReader(const Reading& reading, Facts& facts)
        : reading_(reading)
        , words_(reading.words())
        , facts_(facts) {
        for (const auto& block : reading.all_mentions().chosen)
            for (const Mention& mention : block) ++counts_[{mention.type, mention.identity()}];
    }

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
        announced_ = Topic::none;
        const std::string_view node_type = type_of(block.topic);
        if (node_type.empty() || !is_below_topic(block)) return;
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
        if (const std::uint32_t lead = lead_of(block); lead > 0) {
            const int item = add_item(type_of(topic), index, {0, lead}, "headed.run-in");
            const Range body{lead, static_cast<std::uint32_t>(block.text.size())};
            if (body.size() > 0) add_body(item, index, body);
            for (const Sentence& sentence : reading_.sentences(index)) read_advice(sentence, sentence.range, item);
            return;
        }
        lead_ = -1;
        if (!type_of(topic).empty() && block.kind == BlockKind::list_item && !block.emphasized.empty()) {
            const int item = add_item(type_of(topic), index, block.emphasized.front(), "headed.emphasis");
            add_body(item, index, reading_.whole(index));
            return;
        }
        if (topic == Topic::recommendation && has_parts(block.heading)) return; // an introduction to headed advice
        const auto& sentences = reading_.sentences(index);
        if (sentences.empty()) return;
        if (announced_ != Topic::none && type_of(topic).empty() && !leads_of(sentences.front()).empty())
            topic = announced_;
        else
            announced_ = Topic::none;
        for (const Sentence& sentence : sentences) read_sentence(sentence, topic);
        if (announces(sentences.back())) announced_ = topic;
    }

    [[nodiscard]] bool announces(const Sentence& sentence) const {
        return reading_.has_cue(sentence.block, sentence.range, "announce.recommendation") ||
               reading_.has_cue(sentence.block, sentence.range, "announce.challenge");
    }

    // The lead of a list's item or of a paragraph below a heading of the topic: what stands in front of the first stop,
    // where nothing else marks it.
    [[nodiscard]] std::uint32_t lead_of(const Block& block) const {
        constexpr std::size_t longest = 26;
        if (type_of(block.topic).empty()) return 0;
        if (block.kind == BlockKind::list_item) {
            if (block.lead > 0 || !block.emphasized.empty()) return block.lead;
            const auto stop = std::ranges::find_if(block.text, [&](char32_t c) { return words_.is(c, Role::stop); });
            const auto length = static_cast<std::size_t>(stop - block.text.begin());
            const bool comma =
                std::any_of(block.text.begin(), stop, [&](char32_t c) { return words_.is(c, Role::comma); });
            return length > longest || comma || stop == block.text.end() ? 0 : static_cast<std::uint32_t>(length + 1);
        }
        return is_below_topic(block) ? block.lead : 0;
    }

    [[nodiscard]] bool is_below_topic(const Block& block) const {
        return block.heading >= 0 && reading_.block(static_cast<std::uint32_t>(block.heading)).topic == block.topic;
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
        if (leads.empty() && topic != Topic::challenge && read_reported(sentence)) return;
        const bool counted = counted_ == static_cast<int>(sentence.block);
        if (!leads.empty()) counted_ = static_cast<int>(sentence.block);
        if (node_type.empty() || (leads.empty() && (counted || !read_cue(sentence, topic)))) {
            const int item = lead_ >= 0 ? lead_ : headed_;
            add_body(item, sentence.block, sentence.range);
            read_advice(sentence, sentence.range, item);
            return;
        }
        for (std::size_t i = 0; i < leads.size(); ++i) {
            const std::uint32_t end = i + 1 < leads.size() ? leads[i + 1].range.begin : sentence.range.end;
            read_lead(sentence, {leads[i].range.end, end}, node_type);
            if (lead_ >= 0) read_advice(sentence, {leads[i].range.end, end}, lead_);
        }
    }

    // "Professor A suggests to X": advice of running text, where no heading announces any.
    bool read_reported(const Sentence& sentence) {
        if (headed_ >= 0 || reading_.has_cue(sentence.block, sentence.range, "advice.refused")) return false;
        for (const auto& cue : reading_.cues(sentence.block, sentence.range, "advice.reported")) {
            const Clause& clause = sentence.clause_at(cue.range.begin);
            const auto front = reading_.folded(sentence.block, {clause.range.begin, cue.range.begin});
            if ((clause.modality & negated) != 0 || !names_adviser(front)) continue;
            const int item = read_parts(sentence, cue.range.end, type::recommendation);
            if (item < 0) continue;
            if (clause.range.begin > sentence.range.begin)
                add_body(item, sentence.block, {sentence.range.begin, clause.range.begin});
            return true;
        }
        return false;
    }

    [[nodiscard]] bool names_adviser(std::u32string_view front) const {
        constexpr std::size_t longest = 28;
        if (front.size() > longest) return false;
        const auto pronoun = words_.ends_with(front, words_.group("adviser.pronoun"));
        return pronoun ? pronoun->value != "none" : words_.contains(front, words_.group("adviser"));
    }

    // "…; we suggest to X" within the text of a problem is an advice that answers it.
    void read_advice(const Sentence& sentence, Range range, int item) {
        if (item < 0 || item_at(item).type != type::challenge) return;
        for (const auto& cue : reading_.cues(sentence.block, range, "advice")) {
            if (!opens_clause(sentence, cue.range.begin)) continue;
            const int lead = lead_;
            const int advice = read_lead(sentence, {cue.range.begin, range.end}, type::recommendation);
            lead_ = lead;
            if (advice >= 0)
                facts_.connect("ADDRESSES", item_at(advice).node, item_at(item).node,
                               {item_at(item).name, reading_.place(sentence.block, {cue.range.begin, range.end})},
                               "headed.advice-in-problem");
            return;
        }
    }

    [[nodiscard]] static bool opens_clause(const Sentence& sentence, std::uint32_t at) {
        return std::any_of(sentence.clauses.begin(), sentence.clauses.end(),
                           [&](const Clause& clause) { return clause.range.begin == at; });
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

    // The name reaches to the first comma, colon or stop; what follows, up to the next lead, is its text.
    int read_lead(const Sentence& sentence, Range range, std::string_view node_type) {
        range.begin = begin_of_name(sentence.block, range, node_type);
        const Range name{range.begin, end_of_name(sentence.block, range)};
        lead_ = -1;
        if (is_denied(sentence.block, name) || says_nothing(sentence.block, name)) return -1;
        const int item = add_item(node_type, sentence.block, name, "headed.lead");
        if (item < 0) return -1;
        lead_ = item;
        add_body(item, sentence.block, range);
        if (headed_ >= 0 && item_at(headed_).type == node_type && node_type == type::challenge)
            facts_.connect("PART_OF", item_at(item).node, item_at(headed_).node,
                           {item_at(headed_).name, reading_.place(sentence.block, range)}, "headed.lead-below-heading");
        return item;
    }

    // Behind marks and words that only lead on: "also", "we suggest to".
    [[nodiscard]] std::uint32_t begin_of_name(std::uint32_t block, Range range, std::string_view node_type) const {
        const GroupId group =
            words_.group(node_type == type::recommendation ? GroupName("advice.opener") : GroupName("problem.opener"));
        while (range.begin < range.end) {
            const char32_t c = reading_.block(block).text[range.begin];
            const auto word = words_.starts_with(reading_.folded(block, range), group);
            if (word)
                range.begin += word->length;
            else if (words_.is(c, Role::comma) || words_.is(c, Role::colon))
                ++range.begin;
            else
                break;
        }
        return range.begin;
    }

    [[nodiscard]] std::uint32_t end_of_name(std::uint32_t block, Range range) const {
        constexpr std::uint32_t shortest = 3; // in front of a colon
        const std::u32string& text = reading_.block(block).text;
        const auto ends = [&](std::uint32_t at) {
            const char32_t c = text[at];
            return words_.is(c, Role::comma) || words_.is(c, Role::stop) || words_.is(c, Role::semicolon) ||
                   (words_.is(c, Role::colon) && at >= range.begin + shortest);
        };
        // "For X, do Y": the deed belongs to the name.
        const bool topic = words_.starts_with(reading_.folded(block, range), words_.group("name.topic")).has_value();
        std::uint32_t end = range.begin;
        while (end < range.end && !ends(end)) ++end;
        if (topic && end + 1 < range.end && words_.is(text[end], Role::comma)) do
                ++end;
            while (end < range.end && !ends(end));
        return end;
    }

    // What is refused or only holds under a condition.
    [[nodiscard]] bool is_denied(std::uint32_t block, Range name) const {
        if (reading_.has_cue(block, name, "advice.refused")) return true;
        const auto cues = reading_.cues(block, name, "modality");
        return std::any_of(cues.begin(), cues.end(), [](const Reading::Cue& cue) {
            return cue.value.starts_with("conditional") || cue.value.starts_with("undone");
        });
    }

    // "Here are some suggestions".
    [[nodiscard]] bool says_nothing(std::uint32_t block, Range name) const {
        return reading_.has_cue(block, name, "announce.empty");
    }

    // "The difficulty lies in X": X is a challenge; "we suggest to X": X is a recommendation.
    bool read_cue(const Sentence& sentence, Topic topic) {
        const bool challenge = topic == Topic::challenge;
        const auto cues = reading_.cues(sentence.block, sentence.range,
                                        challenge ? GroupName("cue.challenge") : GroupName("cue.recommendation"));
        if (cues.empty() || (topic != Topic::challenge && topic != Topic::recommendation)) return false;
        if (headed_ >= 0) return false;
        const auto& cue = cues.front();
        return read_parts(sentence, cue.value == "keep" ? cue.range.begin : cue.range.end, type_of(topic)) >= 0;
    }

    // Items that semicolons tell apart; gives the first.
    int read_parts(const Sentence& sentence, std::uint32_t from, std::string_view node_type) {
        const Block& block = reading_.block(sentence.block);
        int first = -1;
        for (std::uint32_t at = from; at < sentence.range.end; ++at) {
            if (!words_.is(block.text[at], Role::semicolon) && at + 1 < sentence.range.end) continue;
            const int item = read_lead(sentence, {from, at + 1}, node_type);
            if (first < 0) first = item;
            from = at + 1;
        }
        return first;
    }

    void add_body(int item, std::uint32_t block, Range range) {
        if (item >= 0) item_at(item).body.push_back(reading_.place(block, range));
        if (item >= 0 && item != headed_ && headed_ >= 0) item_at(headed_).body.push_back(reading_.place(block, range));
    }

    // ---- What an item is about

    void connect_subjects(const HeadedItem& item) {
        if (item.type == type::characteristic) return;
        connect_subjects(item, item.name);
        for (const Passage& place : item.body) connect_subjects(item, place);
    }

    void connect_subjects(const HeadedItem& item, const Passage& place) {
        const bool problem = item.type == type::challenge;
        for (const Mention* mention :
             reading_.mentions_in(place.block, place.range, {type::technology, type::scenario, type::industry})) {
            const bool hindered = problem && mention->type == type::scenario;
            if (mention->score < (hindered ? least_hindered : least_score)) continue;
            if (!problem && is_refused(*mention)) continue;
            const Mention* inner = problem ? inner_of(*mention) : nullptr;
            const Mention& subject = inner == nullptr ? *mention : *inner;
            std::vector<Passage> quotes{item.name};
            if (!is_within(place, item.name)) quotes.push_back(place);
            facts_.connect(problem ? "CONCERNS" : "PROMOTES", item.node, facts_.add(subject, reading_.place(subject)),
                           std::move(quotes), "headed.subject");
        }
    }

    [[nodiscard]] static bool is_within(const Passage& place, const Passage& other) {
        return place.block == other.block && place.range.begin >= other.range.begin &&
               place.range.end <= other.range.end;
    }

    // Of "the X model", which stands only here, X, where the text speaks of X elsewhere too.
    [[nodiscard]] const Mention* inner_of(const Mention& mention) const {
        if (mention.type != type::technology || count(mention) > 1) return nullptr;
        const auto& candidates = reading_.all_mentions().candidates[mention.block];
        const auto found = std::ranges::find_if(candidates, [&](const Mention& inner) {
            return inner.type != type::industry && is_subject_type(inner.type) &&
                   inner.range.begin == mention.range.begin && inner.range.end < mention.range.end &&
                   count(inner) > 0 &&
                   words_.find(reading_.folded(mention.block, {inner.range.end, mention.range.end}),
                               words_.group("thing.tail"));
        });
        return found == candidates.end() ? nullptr : &*found;
    }

    // How often the text names a thing.
    [[nodiscard]] int count(const Mention& mention) const {
        const auto found = counts_.find({mention.type, mention.identity()});
        return found == counts_.end() ? 0 : found->second;
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
    std::map<std::pair<std::string_view, std::string_view>, int> counts_; // of mentions, by type and identity
    int headed_ = -1;                                                     // the item of the nearest heading
    int lead_ = -1;                                                       // the item of the last lead
    int counted_ = -1;                                                    // the block whose items have leads
    Topic announced_ = Topic::none;                                       // what the block before said that follows
};

} // namespace

void read_headed(const Reading& reading, Facts& facts) {
    HeadedReader(reading, facts).run();
}

} // namespace zhitu::text
