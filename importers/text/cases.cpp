// Cases: an identified actor did an identified thing. A case opens where an actor and a deed meet, gathers tools,
// scenes, places and results over clauses and sentences, and closes where another actor opens or the block ends.
#include <zhitu/importers/text/families.hpp>

#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/measures.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <optional>

namespace zhitu::text {
namespace {

struct Found { // a mention with the places that show it
    const Mention* mention = nullptr;
    Passage place;
};

struct Result {
    Measure measure;
    Passage place;
};

struct Practice {
    std::vector<Found> actors;
    std::vector<Found> tools, scenes, industries, regions;
    std::vector<Result> results;
    std::vector<Passage> sentences; // the first introduces it
    bool deed = false;
    bool record = false; // told by fields

    [[nodiscard]] bool open() const { return !actors.empty(); }
    [[nodiscard]] bool told() const { return deed && (!tools.empty() || !scenes.empty() || !results.empty()); }
};

bool is_actor_type(std::string_view name) {
    return name == type::firm || name == type::institution || name == type::region || name == type::body;
}

void add_found(std::vector<Found>& list, const Mention* mention, Passage place) {
    const bool known = std::any_of(
        list.begin(), list.end(), [&](const Found& other) { return other.mention->identity() == mention->identity(); });
    if (!known) list.push_back({mention, place});
}

class CaseReader {
  public:
    CaseReader(const Reading& reading, Facts& facts)
        : reading_(reading)
        , words_(reading.words())
        , facts_(facts) {}

    void run() {
        const auto& blocks = reading_.document().blocks;
        for (std::uint32_t i = 0; i < blocks.size(); ++i) {
            const Block& block = blocks[i];
            switch (block.kind) {
            case BlockKind::heading:
                close();
                header_.clear();
                break;
            case BlockKind::table_row:
                read_row(i);
                break;
            case BlockKind::record:
                read_record(i);
                break;
            case BlockKind::paragraph:
            case BlockKind::list_item:
                if (tells_cases(block)) read_block(i);
                break;
            default:
                break;
            }
        }
        close();
    }

  private:
    [[nodiscard]] static bool tells_cases(const Block& block) {
        return !block.latin && block.topic != Topic::challenge && block.topic != Topic::recommendation &&
               block.topic != Topic::characteristic && block.topic != Topic::goal && block.topic != Topic::plan &&
               block.topic != Topic::policy;
    }

    // ---- Running text

    void read_block(std::uint32_t index) {
        const Block& block = reading_.block(index);
        const bool goes_on = block.kind == BlockKind::list_item || begins_with_pronoun(index) || practice_.record;
        dormant_ = !goes_on;
        for (const Sentence& sentence : reading_.sentences(index)) read_sentence(sentence);
    }

    [[nodiscard]] bool begins_with_pronoun(std::uint32_t index) const {
        return words_.starts_with(reading_.block(index).folded, words_.group("actor.pronoun")).has_value();
    }

    void read_sentence(const Sentence& sentence) {
        if (!reading_.mentions_in(sentence.block, sentence.range, {type::policy}).empty()) return;
        waiting_.clear();
        note_speaker(sentence);
        const bool general = is_general_truth(sentence);
        for (const Clause& clause : sentence.clauses) {
            const bool real = clause.modality == fact;
            auto actors = actors_of(sentence, clause);
            if (actors.empty() && speaks_of_itself(clause, sentence)) actors.push_back(*speaker_);
            if (actors.empty()) note_places(sentence, clause);
            if (!actors.empty() && real) meet(std::move(actors), sentence);
            if (!practice_.open() || dormant_ || !real || general) continue;
            if (reading_.has_cue(sentence.block, clause.range, "deed")) practice_.deed = true;
            gather(sentence, clause);
        }
    }

    // What can be done, or is done everywhere, by nobody that the sentence names, is no part of a case.
    [[nodiscard]] bool is_general_truth(const Sentence& sentence) const {
        return is_general(sentence) && !same_sentence(sentence) && !practice_.record &&
               !reading_.has_cue(sentence.block, sentence.clauses.front().range, "actor.pronoun") &&
               reading_.has_cue(sentence.block, sentence.range, "general");
    }

    // "A's director …": A speaks, and "we" is A from then on.
    void note_speaker(const Sentence& sentence) {
        for (const Mention* mention :
             reading_.mentions_in(sentence.block, sentence.range, {type::firm, type::institution})) {
            const auto behind = reading_.folded(sentence.block, {mention->range.end, sentence.range.end}).substr(0, 10);
            if (words_.contains(behind, words_.group("person.title")))
                speaker_ = Found{mention, reading_.place(*mention)};
        }
    }

    [[nodiscard]] bool speaks_of_itself(const Clause& clause, const Sentence& sentence) const {
        return speaker_ && reading_.has_cue(sentence.block, clause.range, "actor.self") &&
               reading_.has_cue(sentence.block, sentence.range, "deed");
    }

    // Places in front of the clause that names the actor: "in P, A …", "P, A …".
    void note_places(const Sentence& sentence, const Clause& clause) {
        for (const Mention* region : reading_.mentions_in(sentence.block, clause.range, {type::region})) {
            const auto front = reading_.folded(sentence.block, {clause.range.begin, region->range.begin});
            const bool alone = front.empty() && region->range.end + 1 >= clause.range.end;
            const bool follows = !waiting_.empty() && waiting_.back().mention->range.end == region->range.begin;
            if (!is_country(*region) && (alone || follows || leads_on(*region, clause) ||
                                         words_.ends_with(front, words_.group("place.before"))))
                waiting_.push_back({region, reading_.place(sentence.block, sentence.range)});
        }
    }

    // A province before its city.
    [[nodiscard]] bool leads_on(const Mention& region, const Clause& clause) const {
        const auto next = reading_.mentions_in(region.block, {region.range.end, clause.range.end}, {type::region});
        return !next.empty() && next.front()->range.begin == region.range.end &&
               region.range.begin == clause.range.begin;
    }

    // An actor opens a case unless it is one of the present ones.
    void meet(std::vector<Found> actors, const Sentence& sentence) {
        const auto present = [&](const Found& actor) {
            return std::any_of(practice_.actors.begin(), practice_.actors.end(), [&](const Found& other) {
                return other.mention->identity() == actor.mention->identity();
            });
        };
        const bool known = practice_.open() && std::all_of(actors.begin(), actors.end(), present);
        if (known) {
            dormant_ = false;
            return;
        }
        // A partner joins: all present actors are named again, or nothing is told yet.
        const bool again =
            practice_.open() && std::all_of(practice_.actors.begin(), practice_.actors.end(), [&](const Found& old) {
                return std::any_of(actors.begin(), actors.end(), [&](const Found& actor) {
                    return actor.mention->identity() == old.mention->identity();
                });
            });
        const bool joins = again || (practice_.open() && !practice_.told() && same_sentence(sentence));
        if (!joins) close();
        for (Found& actor : actors)
            if (!present(actor)) practice_.actors.push_back(std::move(actor));
        for (const Found& place : waiting_) add_found(practice_.regions, place.mention, place.place);
        dormant_ = false;
        note_sentence(sentence);
    }

    [[nodiscard]] bool same_sentence(const Sentence& sentence) const {
        return !practice_.sentences.empty() && practice_.sentences.back().block == sentence.block &&
               practice_.sentences.back().range == sentence.range;
    }

    void note_sentence(const Sentence& sentence) {
        if (!same_sentence(sentence)) practice_.sentences.push_back(reading_.place(sentence.block, sentence.range));
    }

    // ---- Actors of a clause

    // Firms and institutions in front of the deed; a place or a body only where it opens the sentence.
    [[nodiscard]] std::vector<Found> actors_of(const Sentence& sentence, const Clause& clause) const {
        std::vector<Found> out;
        const auto deeds = reading_.cues(sentence.block, clause.range, "deed");
        const std::uint32_t first_deed = deeds.empty() ? clause.range.end : deeds.front().range.begin;
        const auto all = reading_.mentions_in(sentence.block, clause.range);
        const Mention* before = nullptr;
        for (const Mention* mention : all) {
            if (is_actor_type(mention->type) && can_act(sentence, clause, *mention, first_deed, before, !out.empty()))
                out.push_back({mention, reading_.place(*mention)});
            before = mention;
        }
        return out;
    }

    [[nodiscard]] bool can_act(const Sentence& sentence, const Clause& clause, const Mention& mention,
                               std::uint32_t first_deed, const Mention* before, bool joined) const {
        const auto front = reading_.folded(mention.block, {clause.range.begin, mention.range.begin});
        if (words_.ends_with(front, words_.group("actor.not-before"))) return false;
        const auto behind = reading_.folded(mention.block, {mention.range.end, clause.range.end});
        if (words_.starts_with(behind, words_.group("actor.not-after"))) return false;
        const bool partner = words_.ends_with(front, words_.group("actor.with")).has_value();
        if (partner && (mention.type == type::firm || mention.type == type::institution)) {
            const bool together = words_.contains(behind.substr(0, 14), words_.group("together"));
            return joined && together;
        }
        if (mention.range.begin >= first_deed)
            return words_.ends_with(front, words_.group("actor.agent")) &&
                   !words_.starts_with(behind, words_.group("made-by"));
        const bool policy_text = reading_.block(mention.block).topic == Topic::task;
        if (policy_text && mention.reasons.front() != "legal-form" && mention.reasons.front() != "short-form")
            return false;
        const bool listed = joined && before != nullptr && mention.range.begin - before->range.end <= 1;
        if (mention.type == type::firm || mention.type == type::institution) {
            const bool owner = words_.starts_with(behind, words_.group("possessive")).has_value();
            return listed || !joined || !owner;
        }
        const bool comma =
            listed && words_.is(reading_.block(mention.block).text[mention.range.begin - 1], Role::list_comma);
        if (is_country(mention) || joined) return comma && before->type == mention.type;
        const bool opens = opens_sentence(sentence, mention);
        const bool possessive = words_.starts_with(behind, words_.group("possessive")).has_value();
        return opens && !possessive && reading_.mentions_in(mention.block, clause.range, {type::firm}).empty() &&
               reading_.has_cue(mention.block, sentence.range, "deed");
    }

    // Nothing but words such as "for example" stands in front.
    [[nodiscard]] bool opens_sentence(const Sentence& sentence, const Mention& mention) const {
        auto front = reading_.folded(mention.block, {sentence.range.begin, mention.range.begin});
        while (!front.empty()) {
            if (words_.is(front.back(), Role::comma)) {
                front.remove_suffix(1);
                continue;
            }
            const auto word = words_.ends_with(front, words_.group("example"));
            if (!word) return false;
            front.remove_suffix(word->length);
        }
        return true;
    }

    [[nodiscard]] static bool is_country(const Mention& mention) {
        return mention.type == type::region &&
               std::any_of(mention.properties.begin(), mention.properties.end(), [](const auto& property) {
                   return property.first == "kind" && (property.second == "country" || property.second == "area");
               });
    }

    // ---- What a clause tells of the open case

    void gather(const Sentence& sentence, const Clause& clause) {
        const std::size_t known =
            practice_.tools.size() + practice_.scenes.size() + practice_.results.size() + practice_.regions.size();
        for (const Mention* mention : reading_.mentions_in(sentence.block, clause.range)) {
            const Passage place = reading_.place(sentence.block, sentence.range);
            if (mention->type == type::technology) add_found(practice_.tools, mention, place);
            if (mention->type == type::scenario) add_found(practice_.scenes, mention, place);
            if (mention->type == type::industry) add_found(practice_.industries, mention, place);
            if (mention->type == type::region && is_place(sentence, *mention))
                add_found(practice_.regions, mention, place);
        }
        for (const Measure& measure : measures_in(reading_, sentence.block, clause.range))
            practice_.results.push_back({measure, reading_.place(sentence.block, measure.range)});
        if (known !=
            practice_.tools.size() + practice_.scenes.size() + practice_.results.size() + practice_.regions.size())
            note_sentence(sentence);
    }

    // "in P", or P right before the actor; not an actor itself.
    [[nodiscard]] bool is_place(const Sentence& sentence, const Mention& region) const {
        const bool acts = std::any_of(practice_.actors.begin(), practice_.actors.end(), [&](const Found& actor) {
            return actor.mention->identity() == region.identity();
        });
        if (acts || is_country(region)) return false;
        const auto front = reading_.folded(region.block, {sentence.range.begin, region.range.begin});
        const auto behind = reading_.folded(region.block, {region.range.end, sentence.range.end});
        if (words_.ends_with(front, words_.group("place.before")) ||
            words_.starts_with(behind, words_.group("place.after")))
            return true;
        const auto near = [&](const Mention& next) {
            return next.block == region.block && next.range.begin >= region.range.end &&
                   next.range.begin - region.range.end <= 1;
        };
        if (std::any_of(practice_.actors.begin(), practice_.actors.end(),
                        [&](const Found& actor) { return near(*actor.mention); }))
            return true;
        const auto next = reading_.mentions_in(region.block, {region.range.end, sentence.range.end}, {type::region});
        return !next.empty() && next.front()->range.begin == region.range.end && is_place(sentence, *next.front());
    }

    // ---- Records and tables

    // Fields of one record follow each other; the actor's field opens the next one.
    void read_record(std::uint32_t index) {
        const Block& block = reading_.block(index);
        const auto label = words_.starts_with(strip_label(block), words_.group("layout.record"));
        if (!label) return;
        read_field(index, {block.lead, static_cast<std::uint32_t>(block.text.size())}, label->value);
    }

    [[nodiscard]] std::u32string_view strip_label(const Block& block) const {
        std::u32string_view text = block.folded;
        if (!text.empty() && words_.is(text.front(), Role::bracket_open)) text.remove_prefix(1);
        return text;
    }

    void read_field(std::uint32_t block, Range range, std::string_view slot) {
        const Passage place = reading_.place(block, whole(block));
        const auto mentions = reading_.mentions_in(block, range);
        if (slot == "actor") {
            if (practice_.open() && practice_.sentences.front().block != block) close();
            practice_.deed = practice_.record = true;
            dormant_ = false;
            practice_.sentences.push_back(place);
            for (const Mention* mention : mentions)
                if (mention->type == type::firm || mention->type == type::institution || mention->type == type::body)
                    add_found(practice_.actors, mention, place);
            if (practice_.actors.empty())
                for (const Range& part : parts_of(block, range))
                    add_found(practice_.actors, own(block, part, type::firm), place);
            return;
        }
        if (!practice_.open() || slot == "none" || slot == "plan" || slot == "provider") return;
        if (slot == "partner")
            for (const Mention* mention : mentions)
                if (mention->type == type::firm || mention->type == type::institution)
                    add_found(practice_.actors, mention, place);
        if (slot == "place")
            for (const Mention* mention : mentions)
                if (mention->type == type::region) add_found(practice_.regions, mention, place);
        if (slot == "industry")
            for (const Range& part : parts_of(block, range))
                add_found(practice_.industries, own(block, part, type::industry), place);
        if (slot == "scene")
            for (const Range& part : parts_of(block, range))
                add_found(practice_.scenes, own(block, part, type::scenario), place);
        if (slot == "tool" || slot == "result") read_text_field(block, range);
    }

    // The field's parts between commas, semicolons and brackets.
    [[nodiscard]] std::vector<Range> parts_of(std::uint32_t block, Range range) const {
        const Block& text = reading_.block(block);
        std::vector<Range> parts;
        std::uint32_t begin = range.begin;
        for (std::uint32_t at = range.begin; at <= range.end; ++at) {
            const char32_t c = at < range.end ? text.text[at] : U';';
            const bool separator = words_.is(c, Role::list_comma) || words_.is(c, Role::comma) ||
                                   words_.is(c, Role::semicolon) || words_.is(c, Role::stop) ||
                                   words_.is(c, Role::open) || words_.is(c, Role::close) || c == U';' || c == U'/';
            if (!separator) continue;
            if (at - begin >= 2 && at - begin <= 16) parts.push_back({begin, at});
            begin = at + 1;
        }
        return parts;
    }

    // What a field names is of the field's type, whatever the lists say.
    const Mention* own(std::uint32_t block, Range range, std::string_view node_type) {
        for (const Mention* mention : reading_.mentions_in(block, range))
            if (mention->type == node_type && mention->range == range) return mention;
        Mention& mention = own_.emplace_back();
        mention.type = node_type;
        mention.block = block;
        mention.range = range;
        mention.name = to_utf8(reading_.block(block).slice(range));
        mention.score = 5;
        mention.reasons.emplace_back("field");
        return &mention;
    }

    void read_text_field(std::uint32_t block, Range range) {
        for (const Sentence& sentence : reading_.sentences(block)) {
            for (Clause clause : sentence.clauses) {
                clause.range.begin = std::max(clause.range.begin, range.begin);
                clause.range.end = std::min(clause.range.end, range.end);
                if (clause.range.begin < clause.range.end && clause.modality == fact) gather(sentence, clause);
            }
        }
    }

    [[nodiscard]] Range whole(std::uint32_t block) const {
        return {0, static_cast<std::uint32_t>(reading_.block(block).text.size())};
    }

    // The first row names the columns; a table of two columns whose first holds labels is one record.
    void read_row(std::uint32_t index) {
        const auto cells = cells_of(reading_.block(index));
        if (header_.empty()) {
            for (const Range& cell : cells) header_.push_back(slot_of(index, cell));
            return;
        }
        const bool record = cells.size() == 2 && !slot_of(index, cells[0]).empty();
        if (record) return read_field(index, cells[1], slot_of(index, cells[0]));
        const bool known = std::find(header_.begin(), header_.end(), "actor") != header_.end();
        if (!known) return;
        close();
        for (std::size_t i = 0; i < std::min(cells.size(), header_.size()); ++i)
            if (header_[i] == "actor") read_field(index, cells[i], "actor");
        for (std::size_t i = 0; i < std::min(cells.size(), header_.size()); ++i)
            if (!header_[i].empty() && header_[i] != "actor") read_field(index, cells[i], header_[i]);
        close();
    }

    [[nodiscard]] std::string slot_of(std::uint32_t block, Range cell) const {
        const auto value = words_.find(reading_.folded(block, cell), words_.group("layout.record"));
        return value ? std::string(*value) : std::string();
    }

    // ---- Closing

    void close() {
        if (practice_.open() && practice_.told()) make();
        practice_ = {};
    }

    void make() {
        add_heading_context();
        const int practice = facts_.add_new(type::practice, name(), practice_.sentences.front(), "case.actor-deed");
        for (std::size_t i = 1; i < practice_.sentences.size(); ++i)
            facts_.node(practice).evidence.push_back(practice_.sentences[i]);
        for (const Found& actor : practice_.actors) {
            const int node = facts_.add(*actor.mention, reading_.place(*actor.mention));
            facts_.connect("CARRIES_OUT", node, practice, {practice_.sentences.front()}, "case.actor-deed");
        }
        link(practice, practice_.tools, "USES", "case.tool");
        link(practice, practice_.scenes, "EXEMPLIFIES", "case.scene");
        link(practice, practice_.industries, "IN_INDUSTRY", "case.industry");
        link(practice, practice_.regions, "LOCATED_IN", "case.place");
        for (const Result& result : practice_.results) add_outcome(practice, result);
    }

    void link(int practice, const std::vector<Found>& list, std::string_view edge, std::string_view rule) {
        for (const Found& found : list) {
            const int node = facts_.add(*found.mention, reading_.place(*found.mention));
            facts_.connect(edge, practice, node, with_opening(found.place), rule);
        }
    }

    // The fact's own sentence, and the one that names the actor where that is another.
    [[nodiscard]] std::vector<Passage> with_opening(const Passage& place) const {
        const Passage& opening = practice_.sentences.front();
        if (opening.block == place.block && opening.range.begin <= place.range.begin &&
            place.range.end <= opening.range.end)
            return {opening};
        return {opening, place};
    }

    void add_outcome(int practice, const Result& result) {
        const Measure& measure = result.measure;
        const Block& block = reading_.block(result.place.block);
        const int outcome =
            facts_.add_new(type::outcome, to_utf8(block.slice(measure.range)), result.place, "outcome.change");
        FactNode& node = facts_.node(outcome);
        node.owner = practice;
        node.properties["metric"] = to_utf8(block.slice(measure.metric));
        node.properties["value"] = measure.value;
        node.properties["unit"] = measure.unit;
        node.properties["direction"] = measure.direction;
        if (measure.from) node.properties["from"] = *measure.from;
        if (!measure.bound.empty()) node.properties["bound"] = measure.bound;
        facts_.connect("ACHIEVES", practice, outcome, with_opening(result.place), "outcome.change");
    }

    // A heading, or the sentence that opens the block, names the scene and the branch of the cases below.
    void add_heading_context() {
        const Passage& first = practice_.sentences.front();
        const Block& block = reading_.block(first.block);
        if (block.heading >= 0) {
            const auto heading = static_cast<std::uint32_t>(block.heading);
            if (!reading_.has_cue(heading, whole(heading), "join")) add_context(heading, whole(heading));
        }
        if (block.kind != BlockKind::paragraph) return;
        // The first sentence of the block, and the one right before the case's.
        const auto& sentences = reading_.sentences(first.block);
        const Sentence* before = nullptr;
        for (const Sentence& sentence : sentences)
            if (sentence.range.end <= first.range.begin && is_general(sentence)) before = &sentence;
        if (before == nullptr) return;
        const std::size_t known = practice_.scenes.size();
        if (before->range.end == first.range.begin) add_context(first.block, before->range);
        if (known == practice_.scenes.size() && is_general(sentences.front()))
            add_context(first.block, sentences.front().range);
    }

    // Names no actor of its own.
    [[nodiscard]] bool is_general(const Sentence& sentence) const {
        return reading_.mentions_in(sentence.block, sentence.range, {type::firm, type::institution}).empty();
    }

    void add_context(std::uint32_t block, Range range) {
        const auto scenes = reading_.mentions_in(block, range, {type::scenario});
        const Passage place = reading_.place(block, range);
        if (!scenes.empty() && scenes.size() <= 2)
            for (const Mention* scene : scenes)
                if (scene->score >= 1.0) add_found(practice_.scenes, scene, place);
        for (const Mention* industry : reading_.mentions_in(block, range, {type::industry}))
            if (industry->score >= 1.0) add_found(practice_.industries, industry, place);
    }

    // Actors, three at most, and the scene, else the tool, else what stands behind the actor.
    [[nodiscard]] std::string name() const {
        std::string out;
        const std::string_view comma = words_.find(U"join", words_.group("form")).value_or(", ");
        for (std::size_t i = 0; i < practice_.actors.size() && i < 3; ++i) {
            if (i > 0) out += comma;
            out += practice_.actors[i].mention->name;
        }
        const Passage& first = practice_.sentences.front();
        for (const auto* list : {&practice_.scenes, &practice_.tools})
            for (const Found& found : *list)
                if (found.place.block == first.block) return out + found.mention->name;
        if (!practice_.tools.empty()) return out + practice_.tools.front().mention->name;
        if (!practice_.scenes.empty()) return out + practice_.scenes.front().mention->name;
        return out + to_utf8(reading_.block(first.block)
                                 .slice({first.range.begin, std::min(first.range.end, first.range.begin + 12)}));
    }

    const Reading& reading_;
    const Vocabulary& words_;
    Facts& facts_;
    Practice practice_;
    std::vector<std::string> header_; // slots of a table's columns
    std::optional<Found> speaker_;    // whose "we" it is
    std::vector<Found> waiting_;      // places before the sentence's actor
    std::deque<Mention> own_;         // what fields name
    bool dormant_ = false;            // the case goes on only where its actor is named again
};

} // namespace

void read_cases(const Reading& reading, Facts& facts) {
    CaseReader(reading, facts).run();
}

} // namespace zhitu::text
