#include <zhitu/importers/text/practice.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

class CaseMaker {
  public:
    CaseMaker(const Reading& reading, Facts& facts, Practice practice)
        : reading_(reading)
        , facts_(facts)
        , practice_(std::move(practice)) {}

    int make() {
        add_heading_context();
        if (practice_.regions.empty()) practice_.regions = practice_.scene_places;
        const int practice = add_node();
        for (const Found& actor : practice_.actors) {
            const int node = facts_.add(*actor.mention, reading_.place(*actor.mention));
            facts_.connect("CARRIES_OUT", node, practice, {practice_.sentences.front()}, "case.actor-deed");
        }
        link(practice, practice_.tools, "USES", "case.tool");
        link(practice, practice_.scenes, "EXEMPLIFIES", "case.scene");
        link(practice, practice_.industries, "IN_INDUSTRY", "case.industry");
        link(practice, practice_.regions, "LOCATED_IN", "case.place");
        for (const Result& result : practice_.results) add_outcome(practice, result);
        for (const Found& actor : practice_.actors)
            if (actor.mention->type == type::firm)
                link(facts_.add(*actor.mention, reading_.place(*actor.mention)), practice_.developed, "DEVELOPS",
                     "case.develops");
        return practice;
    }

  private:
    int add_node() {
        const bool known = practice_.earlier >= 0;
        const int node = known ? practice_.earlier
                               : facts_.add_new(type::practice, name(), practice_.sentences.front(), "case.actor-deed");
        for (std::size_t i = known ? 0 : 1; i < practice_.sentences.size(); ++i)
            facts_.add_place(node, practice_.sentences[i]);
        return node;
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
        std::string name;
        for (const Range& piece : measure.name) name += to_utf8(block.slice(piece));
        if (name.empty()) name = to_utf8(block.slice(measure.range));
        const int outcome = facts_.add_new(type::outcome, std::move(name), result.place, "outcome.change");
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
            const Range whole = reading_.whole(heading);
            const bool row = block.kind == BlockKind::table_row && !practice_.scenes.empty();
            if (!row && !reading_.has_cue(heading, whole, "join")) add_context(heading, whole);
        }
        if (!block.emphasized.empty() && block.emphasized.front().begin == 0)
            add_context(first.block, block.emphasized.front());
        if (block.kind == BlockKind::paragraph) add_opening_context(first);
    }

    // The sentence right before the case's, else the first of the block, where it names no actor.
    void add_opening_context(const Passage& first) {
        const auto& sentences = reading_.sentences(first.block);
        const Sentence* before = nullptr;
        for (const Sentence& sentence : sentences)
            if (sentence.range.end <= first.range.begin && sets_scene(sentence)) before = &sentence;
        if (before == nullptr) return;
        const std::size_t known = practice_.scenes.size();
        if (before->range.end == first.range.begin) add_context(first.block, before->range);
        if (known == practice_.scenes.size() && sets_scene(sentences.front()))
            add_context(first.block, sentences.front().range);
    }

    // It names nobody; where it says what a technology is used for in general, the case uses that too.
    [[nodiscard]] bool sets_scene(const Sentence& sentence) const {
        if (!is_general(reading_, sentence)) return false;
        const auto tools = reading_.mentions_in(sentence.block, sentence.range, {type::technology});
        const auto says = [&](std::string_view cue) { return reading_.has_cue(sentence.block, sentence.range, cue); };
        return tools.empty() || (!says("used-for") && !says("brings-about")) ||
               std::any_of(tools.begin(), tools.end(),
                           [&](const Mention* tool) { return contains(practice_.tools, *tool); });
    }

    void add_context(std::uint32_t block, Range range) {
        const auto scenes = reading_.mentions_in(block, range, {type::scenario});
        const Passage place = reading_.place(block, range);
        if (scenes.size() <= 2)
            for (const Mention* scene : scenes)
                if (scene->score >= 1.0) add_found(practice_.scenes, *scene, place);
        for (const Mention* industry : reading_.mentions_in(block, range, {type::industry}))
            if (industry->score >= 1.0) add_found(practice_.industries, *industry, place);
    }

    // Actors, three at most, and the scene, else the tool, else what stands behind the actor.
    [[nodiscard]] std::string name() const {
        const Passage& first = practice_.sentences.front();
        for (const auto* list : {&practice_.scenes, &practice_.tools})
            for (const Found& found : *list)
                if (found.place.block == first.block && tells_apart(*found.mention))
                    return names_of_actors() + found.mention->name;
        for (const auto* list : {&practice_.tools, &practice_.scenes})
            if (!list->empty()) return names_of_actors() + list->front().mention->name;
        const Range behind{first.range.begin, std::min(first.range.end, first.range.begin + 12)};
        return names_of_actors() + to_utf8(reading_.block(first.block).slice(behind));
    }

    // What every case could be called by is no name of one.
    [[nodiscard]] bool tells_apart(const Mention& mention) const {
        const Vocabulary& words = reading_.words();
        return !words.find(reading_.folded(mention.block, mention.range), words.group("no-compound"));
    }

    [[nodiscard]] std::string names_of_actors() const {
        constexpr std::size_t most = 3;
        std::string out;
        for (std::size_t i = 0; i < std::min(practice_.actors.size(), most); ++i) {
            if (i > 0) out += form("join");
            out += practice_.actors[i].mention->name;
        }
        if (practice_.actors.size() > most) out += form("and-others");
        return out;
    }

    [[nodiscard]] std::string_view form(std::string_view which) const {
        const Vocabulary& words = reading_.words();
        return words.find(to_utf32(which), words.group("form")).value_or(", ");
    }

    const Reading& reading_;
    Facts& facts_;
    Practice practice_;
};

} // namespace

bool contains(const std::vector<Found>& list, const Mention& mention) {
    return std::any_of(list.begin(), list.end(), [&](const Found& found) { return found.same_as(mention); });
}

void add_found(std::vector<Found>& list, const Mention& mention, const Passage& place) {
    if (!contains(list, mention)) list.push_back({&mention, place});
}

bool is_general(const Reading& reading, const Sentence& sentence) {
    return !reading.has_mention(sentence.block, sentence.range, {type::firm, type::institution});
}

int make_case(const Reading& reading, Facts& facts, Practice practice) {
    if (!practice.open() || !(practice.told() || practice.earlier >= 0)) return -1;
    return CaseMaker(reading, facts, std::move(practice)).make();
}

} // namespace zhitu::text
