// Cases: an identified actor did an identified thing. A case opens where an actor and a deed meet, gathers tools,
// scenes, places and results over clauses and sentences, and closes where another actor opens or the block ends.
#include <zhitu/importers/text/families.hpp>

#include <zhitu/importers/text/case_actors.hpp>
#include <zhitu/importers/text/case_fields.hpp>
#include <zhitu/importers/text/measures.hpp>
#include <zhitu/importers/text/practice.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace zhitu::text {
namespace {

constexpr double least_scene_score = 0.75; // a doubtful scene is none of a case

bool tells_cases(const Block& block) {
    return !block.latin && block.topic != Topic::challenge && block.topic != Topic::recommendation &&
           block.topic != Topic::characteristic && block.topic != Topic::goal && block.topic != Topic::plan &&
           block.topic != Topic::policy;
}

class CaseReader {
  public:
    CaseReader(const Reading& reading, Facts& facts)
        : reading_(reading)
        , words_(reading.words())
        , facts_(facts)
        , fields_(reading, practice_) {}

    void run() {
        for (std::uint32_t i = 0; i < reading_.document().blocks.size(); ++i) read_block(i);
        close();
    }

  private:
    void read_block(std::uint32_t index) {
        switch (reading_.block(index).kind) {
        case BlockKind::heading:
            close();
            scene_places_.clear();
            header_.clear();
            break;
        case BlockKind::question:
            asked_ = true;
            break;
        case BlockKind::table_row:
            read_row(index);
            break;
        case BlockKind::record:
            read_record(index);
            break;
        case BlockKind::paragraph:
        case BlockKind::list_item:
            if (tells_cases(reading_.block(index))) read_text(index);
            break;
        default:
            break;
        }
    }

    // ---- Running text

    void read_text(std::uint32_t index) {
        const auto fields = fields_in(reading_, index);
        constexpr std::size_t least_fields = 2;
        if (fields.size() >= least_fields) return read_fields(index, fields);
        const Block& block = reading_.block(index);
        const bool pronoun = words_.starts_with(block.folded, words_.group("actor.pronoun")).has_value();
        if (block.kind == BlockKind::list_item) scene_places_.clear();
        dormant_ = block.kind != BlockKind::list_item && !pronoun && !practice_.record && !asked_;
        for (const Sentence& sentence : reading_.sentences(index)) read_sentence(sentence);
        asked_ = false;
    }

    void read_sentence(const Sentence& sentence) {
        if (reading_.has_mention(sentence.block, sentence.range, {type::policy})) return;
        waiting_.clear();
        note_speaker(sentence);
        const bool general = is_general_truth(sentence);
        std::vector<Found> subject;
        for (const Clause& clause : sentence.clauses) {
            const bool real = clause.modality == fact;
            auto actors = actors_of(reading_, sentence, clause);
            if (practice_.open() && !dormant_ && only_make(actors, sentence, clause)) actors.clear();
            if (actors.empty() && speaks_of_itself(clause, sentence)) actors.push_back(*speaker_);
            if (actors.empty() && real && practice_.open() && !dormant_) join_partners(sentence, clause);
            if (actors.empty()) note_places(sentence, clause);
            if (!actors.empty() && clause.modality == negated) { // it is still the subject of what follows
                subject = std::move(actors);
                continue;
            }
            if (actors.empty() && real && !subject.empty() && has_deed(sentence, clause)) actors = std::move(subject);
            if (!actors.empty() && real && is_for_present(sentence, clause))
                for (const Found& actor : actors) add_found(practice_.actors, *actor.mention, actor.place);
            else if (!actors.empty() && real)
                meet(std::move(actors), sentence);
            if (!practice_.open() || dormant_ || !real || general) continue;
            note_deeds(sentence, clause);
            note_latter(sentence, clause);
            gather(sentence, clause);
        }
        if (!waiting_.empty() && is_general(reading_, sentence)) scene_places_ = waiting_;
    }

    // "The robots were made by A": of an open case A is the maker only.
    [[nodiscard]] bool only_make(const std::vector<Found>& actors, const Sentence& sentence,
                                 const Clause& clause) const {
        return std::any_of(actors.begin(), actors.end(), [&](const Found& actor) {
            const Range name = actor.mention->range;
            return words_.ends_with(reading_.folded(sentence.block, {clause.range.begin, name.begin}),
                                    words_.group("actor.agent")) &&
                   reading_.has_cue(sentence.block, {name.end, clause.range.end}, "develop");
        });
    }

    // "…, together with B": B joins the open case.
    void join_partners(const Sentence& sentence, const Clause& clause) {
        for (const Mention* mention :
             reading_.mentions_in(sentence.block, clause.range, {type::firm, type::institution})) {
            const auto front = reading_.folded(sentence.block, {clause.range.begin, mention->range.begin});
            const auto behind = reading_.folded(sentence.block, {mention->range.end, clause.range.end});
            if (words_.ends_with(front, words_.group("actor.with")) &&
                words_.contains(behind.substr(0, 10), words_.group("together")))
                add_found(practice_.actors, *mention, reading_.place(*mention));
        }
    }

    // "B provides it with …": B joins the open case.
    [[nodiscard]] bool is_for_present(const Sentence& sentence, const Clause& clause) const {
        return practice_.open() && !dormant_ && reading_.has_cue(sentence.block, clause.range, "actor.for-present");
    }

    // To bring out a product is no practice yet.
    void note_deeds(const Sentence& sentence, const Clause& clause) {
        for (const auto& deed : reading_.cues(sentence.block, clause.range, "deed")) {
            const auto word = reading_.folded(sentence.block, deed.range);
            (words_.find(word, words_.group("launch")) ? practice_.launch : practice_.deed) = true;
        }
    }

    [[nodiscard]] bool has_deed(const Sentence& sentence, const Clause& clause) const {
        return reading_.has_cue(sentence.block, clause.range, "deed");
    }

    // What can be done, or is done everywhere, by nobody that the sentence names, is no part of a case.
    [[nodiscard]] bool is_general_truth(const Sentence& sentence) const {
        return is_general(reading_, sentence) && !same_sentence(sentence) && !practice_.record &&
               !reading_.has_cue(sentence.block, front_of(sentence), "actor.pronoun") &&
               reading_.has_cue(sentence.block, sentence.range, "general");
    }

    // The first clause, and the second where the first only dates it.
    [[nodiscard]] static Range front_of(const Sentence& sentence) {
        constexpr std::uint32_t longest_date = 12;
        const auto& clauses = sentence.clauses;
        const bool dates = clauses.size() > 1 && clauses.front().range.size() <= longest_date;
        return {sentence.range.begin, clauses[dates ? 1 : 0].range.end};
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
        dormant_ = false;
        if (asked_ && reading_.has_cue(sentence.block, sentence.range, "deed")) {
            close();
            asked_ = false;
        }
        const bool known = std::all_of(actors.begin(), actors.end(),
                                       [&](const Found& actor) { return contains(practice_.actors, *actor.mention); });
        if (known) return;
        if (!joins(actors, sentence)) close();
        for (const Found& actor : actors) add_found(practice_.actors, *actor.mention, actor.place);
        for (const Found& place : waiting_) add_found(practice_.regions, *place.mention, place.place);
        if (waiting_.empty()) practice_.scene_places = scene_places_;
        if (const auto row = rows_.find(practice_.actors.front().mention->identity()); row != rows_.end())
            practice_.earlier = row->second;
        note_sentence(sentence);
    }

    // A partner joins: all present actors are named again, or nothing is told yet.
    [[nodiscard]] bool joins(const std::vector<Found>& actors, const Sentence& sentence) const {
        if (!practice_.open()) return false;
        const bool again = std::all_of(practice_.actors.begin(), practice_.actors.end(),
                                       [&](const Found& present) { return contains(actors, *present.mention); });
        return (again && practice_.results.empty()) || (!practice_.told() && same_sentence(sentence));
    }

    [[nodiscard]] bool same_sentence(const Sentence& sentence) const {
        return !practice_.sentences.empty() && practice_.sentences.back().block == sentence.block &&
               practice_.sentences.back().range == sentence.range;
    }

    void note_sentence(const Sentence& sentence) {
        if (!same_sentence(sentence)) practice_.sentences.push_back(reading_.place(sentence.block, sentence.range));
    }

    // ---- What a clause tells of the open case

    // "A built it for B; the latter …": B reached the result too.
    void note_latter(const Sentence& sentence, const Clause& clause) {
        for (const auto& cue : reading_.cues(sentence.block, clause.range, "actor.latter")) {
            const auto before =
                reading_.mentions_in(sentence.block, {0, cue.range.begin}, {type::firm, type::institution});
            if (!before.empty()) add_found(practice_.actors, *before.back(), reading_.place(*before.back()));
        }
    }

    // "with this system": the last technology before it.
    void note_tool_again(const Sentence& sentence, const Clause& clause, const Passage& place) {
        for (const auto& cue : reading_.cues(sentence.block, clause.range, "tool.pronoun")) {
            const auto before = reading_.mentions_in(sentence.block, {0, cue.range.begin}, {type::technology});
            const auto head = reading_.folded(sentence.block, cue.range).substr(1);
            const auto same = std::find_if(before.rbegin(), before.rend(), [&](const Mention* tool) {
                return reading_.folded(sentence.block, tool->range).ends_with(head);
            });
            if (same != before.rend()) add_found(practice_.tools, **same, place);
        }
    }

    // What a clause says the actors made, where it names nobody else.
    void note_developed(const Sentence& sentence, const Clause& clause, const Passage& place) {
        for (const Mention* firm : reading_.mentions_in(sentence.block, clause.range, {type::firm, type::institution}))
            if (!contains(practice_.actors, *firm)) return;
        const auto cues = reading_.cues(sentence.block, clause.range, "develop");
        if (cues.empty()) return;
        const auto tools =
            reading_.mentions_in(sentence.block, {cues.back().range.end, clause.range.end}, {type::technology});
        if (!tools.empty()) add_found(practice_.developed, *tools.front(), place);
    }

    void gather(const Sentence& sentence, const Clause& clause) {
        const std::size_t known = practice_.size();
        const Passage place = reading_.place(sentence.block, sentence.range);
        const auto measures = measures_in(reading_, sentence.block, clause.range);
        for (const Mention* mention : reading_.mentions_in(sentence.block, clause.range)) {
            if (mention->type == type::technology) add_found(practice_.tools, *mention, place);
            if (mention->type == type::scenario && mention->score >= least_scene_score &&
                !names_metric(measures, mention->range))
                add_found(practice_.scenes, *mention, place);
            if (mention->type == type::industry) add_found(practice_.industries, *mention, place);
            if (mention->type == type::region && is_place(sentence, *mention))
                add_found(practice_.regions, *mention, place);
        }
        note_tool_again(sentence, clause, place);
        note_developed(sentence, clause, place);
        for (const Measure& measure : measures)
            practice_.results.push_back({measure, reading_.place(sentence.block, measure.range)});
        if (known != practice_.size()) note_sentence(sentence);
    }

    // "in P", or P right before the actor; not an actor itself.
    [[nodiscard]] bool is_place(const Sentence& sentence, const Mention& region) const {
        if (contains(practice_.actors, region) || is_country(region)) return false;
        const auto front = reading_.folded(region.block, {sentence.range.begin, region.range.begin});
        const auto behind = reading_.folded(region.block, {region.range.end, sentence.range.end});
        if (words_.ends_with(front, words_.group("place.before")) ||
            words_.starts_with(behind, words_.group("place.after")) || is_before_actor(region))
            return true;
        const auto before =
            reading_.mentions_in(region.block, {sentence.range.begin, region.range.begin}, {type::region});
        if (!before.empty() && before.back()->range.end == region.range.begin)
            return leads_place(sentence, *before.back());
        const auto next = reading_.mentions_in(region.block, {region.range.end, sentence.range.end}, {type::region});
        return !next.empty() && next.front()->range.begin == region.range.end && is_place(sentence, *next.front());
    }

    // "in P's Q": what holds for the province holds for its city.
    [[nodiscard]] bool leads_place(const Sentence& sentence, const Mention& province) const {
        const auto front = reading_.folded(province.block, {sentence.range.begin, province.range.begin});
        return words_.ends_with(front, words_.group("place.before")).has_value();
    }

    [[nodiscard]] bool is_before_actor(const Mention& region) const {
        return std::any_of(practice_.actors.begin(), practice_.actors.end(), [&](const Found& actor) {
            const Mention& next = *actor.mention;
            return next.block == region.block && next.range.begin >= region.range.end &&
                   next.range.begin - region.range.end <= 1;
        });
    }

    // ---- Records and tables

    void read_record(std::uint32_t index) {
        const Block& block = reading_.block(index);
        const auto size = static_cast<std::uint32_t>(block.text.size());
        read_field(index, {block.lead, size}, slot_of_record(reading_, index));
    }

    // What stands before the first field names the scene.
    void read_fields(std::uint32_t index, const std::vector<Field>& fields) {
        close();
        for (const Field& field : fields) read_field(index, field.range, field.slot);
        for (const Mention* scene : reading_.mentions_in(index, {0, fields.front().range.begin}, {type::scenario}))
            if (practice_.open()) add_found(practice_.scenes, *scene, reading_.place(index, reading_.whole(index)));
        close();
    }

    // Fields of one record follow each other; the actor's field opens the next one.
    void read_field(std::uint32_t block, Range field, std::string_view slot) {
        if (slot == "actor") {
            if (practice_.open() && practice_.sentences.front().block != block) close();
            dormant_ = false;
            fields_.read_actor(block, field);
        } else if (practice_.open() && (slot == "tool" || slot == "result")) {
            read_text_field(block, field);
        } else if (practice_.open()) {
            fields_.read_names(block, field, slot);
        }
    }

    void read_text_field(std::uint32_t block, Range field) {
        for (const Sentence& sentence : reading_.sentences(block))
            for (Clause clause : sentence.clauses) {
                clause.range.begin = std::max(clause.range.begin, field.begin);
                clause.range.end = std::min(clause.range.end, field.end);
                if (clause.range.begin < clause.range.end && clause.modality == fact) gather(sentence, clause);
            }
    }

    // The first row names the columns; a table of two columns whose first holds labels is one record.
    void read_row(std::uint32_t index) {
        const auto cells = cells_of(reading_.block(index));
        if (header_.empty()) {
            for (const Range& cell : cells) header_.push_back(slot_of(reading_, index, cell));
            return;
        }
        if (cells.size() == 2)
            if (const auto slot = slot_of(reading_, index, cells[0]); !slot.empty())
                return read_field(index, cells[1], slot);
        if (std::find(header_.begin(), header_.end(), "actor") != header_.end()) read_case_row(index, cells);
    }

    // A row is a case: the actor's cells first, since they open it.
    void read_case_row(std::uint32_t index, const std::vector<Range>& cells) {
        close();
        const std::size_t count = std::min(cells.size(), header_.size());
        for (std::size_t i = 0; i < count; ++i)
            if (header_[i] == "actor") read_field(index, cells[i], header_[i]);
        for (std::size_t i = 0; i < count; ++i)
            if (header_[i] != "actor") read_field(index, cells[i], header_[i]);
        close();
    }

    void close() {
        const bool record = practice_.record;
        const std::string actor = practice_.open() ? practice_.actors.front().mention->identity() : "";
        const int made = make_case(reading_, facts_, std::move(practice_));
        if (record && made >= 0) rows_.emplace(actor, made);
        practice_ = {};
    }

    const Reading& reading_;
    const Vocabulary& words_;
    Facts& facts_;
    Practice practice_;
    CaseFields fields_;
    std::vector<std::string_view> header_; // slots of a table's columns
    std::optional<Found> speaker_;         // whose "we" it is
    bool asked_ = false;                   // a question stands before the block
    std::vector<Found> waiting_;           // places before the sentence's actor
    std::vector<Found> scene_places_;      // places that open the scene of the paragraph or the section
    std::map<std::string, int> rows_;      // cases of tables and records, by the first actor
    bool dormant_ = false;                 // the case goes on only where its actor is named again
};

} // namespace

void read_cases(const Reading& reading, Facts& facts) {
    CaseReader(reading, facts).run();
}

} // namespace zhitu::text
