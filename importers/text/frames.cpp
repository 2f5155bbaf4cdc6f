// Runs the frames over every clause or sentence: trigger, typed slots, modality, edge.
#include <zhitu/importers/text/families.hpp>

#include <zhitu/importers/text/frame_rules.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

constexpr std::uint32_t adjacent = 3; // characters between a trigger and a mention right beside it

class FrameRunner {
  public:
    FrameRunner(const Reading& reading, Facts& facts, const Frame& frame)
        : reading_(reading)
        , words_(reading.words())
        , facts_(facts)
        , frame_(frame) {}

    void run() {
        for (std::uint32_t i = 0; i < reading_.document().blocks.size(); ++i) {
            const Block& block = reading_.block(i);
            if (!applies(block)) continue;
            for (const Sentence& sentence : reading_.sentences(i)) read_sentence(sentence);
        }
    }

  private:
    [[nodiscard]] bool applies(const Block& block) const {
        const bool body = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item ||
                          block.kind == BlockKind::record || block.kind == BlockKind::table_row ||
                          block.kind == BlockKind::abstract;
        return body && std::find(frame_.skip.begin(), frame_.skip.end(), block.topic) == frame_.skip.end();
    }

    void read_sentence(const Sentence& sentence) {
        const auto has_types = [&](const std::string& type) {
            return !reading_.mentions_in(sentence.block, sentence.range, {type}).empty();
        };
        if (std::any_of(frame_.without_types.begin(), frame_.without_types.end(), has_types)) return;
        for (const Clause& clause : sentence.clauses) {
            const Range window = frame_.whole_sentence ? sentence.range : clause.range;
            if ((clause.modality & frame_.unless) != 0 || !has_words(sentence.block, window)) continue;
            for (const auto& trigger : reading_.cues(sentence.block, clause.range, frame_.trigger))
                make(sentence, window, trigger.range);
        }
    }

    [[nodiscard]] bool has_words(std::uint32_t block, Range window) const {
        const auto stands = [&](const std::string& name) { return reading_.has_cue(block, window, name); };
        return std::all_of(frame_.with.begin(), frame_.with.end(), stands) &&
               std::none_of(frame_.without.begin(), frame_.without.end(), stands);
    }

    void make(const Sentence& sentence, Range window, Range trigger) {
        auto sources = fill(frame_.source, sentence.block, window, trigger);
        if (sources.empty() && frame_.source.carried) sources = carried(sentence, trigger);
        if (sources.empty()) return;
        const auto targets = fill(frame_.target, sentence.block, window, trigger);
        const Passage place = reading_.place(sentence.block, sentence.range);
        for (const Mention* source : sources)
            for (const Mention* target : targets) {
                if (source == target) continue;
                const int from = facts_.add(*source, reading_.place(*source));
                facts_.connect(frame_.edge, from, facts_.add(*target, reading_.place(*target)), {place}, frame_.name);
            }
    }

    // No name stands in the clause, or a word for one: the actor of the text before it, under the same heading.
    [[nodiscard]] std::vector<const Mention*> carried(const Sentence& sentence, Range trigger) const {
        for (std::uint32_t block = sentence.block + 1; block-- > 0;) {
            const Block& text = reading_.block(block);
            if (text.heading != reading_.block(sentence.block).heading || text.kind == BlockKind::heading) break;
            const std::uint32_t end =
                block == sentence.block ? trigger.begin : static_cast<std::uint32_t>(text.text.size());
            const auto before = reading_.mentions_in(block, {0, end});
            for (auto mention = before.rbegin(); mention != before.rend(); ++mention)
                if (is_of(frame_.source.types, **mention) && !is_beneficiary(**mention, {0, end})) return {*mention};
        }
        return {};
    }

    // A mention of another type, with none of the slot's types right behind it ("the German maker X" is X).
    [[nodiscard]] bool stands_alone(const Slot& slot, const Mention& mention, Range window) const {
        if (!is_of(slot.other_types, mention)) return false;
        const auto behind = reading_.mentions_in(mention.block, {mention.range.end, window.end});
        return behind.empty() || behind.front()->range.begin != mention.range.end ||
               !is_of(slot.types, *behind.front());
    }

    [[nodiscard]] static bool is_of(const std::vector<std::string>& types, const Mention& mention) {
        return std::find(types.begin(), types.end(), mention.type) != types.end();
    }

    [[nodiscard]] std::vector<const Mention*> fill(const Slot& slot, std::uint32_t block, Range window,
                                                   Range trigger) const {
        std::vector<const Mention*> left, right;
        for (const Mention* mention : reading_.mentions_in(block, window)) {
            if ((!is_of(slot.types, *mention) && !stands_alone(slot, *mention, window)) ||
                (slot.side == Side::before && is_beneficiary(*mention, window)))
                continue;
            if (mention->range.end <= trigger.begin) left.push_back(mention);
            if (mention->range.begin >= trigger.end) right.push_back(mention);
        }
        std::reverse(left.begin(), left.end()); // nearest first
        if (slot.side == Side::before || slot.side == Side::adjacent_before) right.clear();
        if (slot.side == Side::after || slot.side == Side::adjacent_after) left.clear();
        if (slot.side == Side::adjacent_before && !left.empty() && trigger.begin - left.front()->range.end > adjacent)
            return {};
        if (slot.side == Side::adjacent_after && !right.empty() && right.front()->range.begin - trigger.end > adjacent)
            return {};
        std::vector<const Mention*> out = take(slot, block, left);
        for (const Mention* mention : take(slot, block, right)) out.push_back(mention);
        return out;
    }

    // "for A": A is not the one who does it.
    [[nodiscard]] bool is_beneficiary(const Mention& mention, Range window) const {
        return mention.type == type::firm &&
               words_.ends_with(reading_.folded(mention.block, {window.begin, mention.range.begin}),
                                words_.group("beneficiary.before"));
    }

    [[nodiscard]] std::vector<const Mention*> take(const Slot& slot, std::uint32_t block,
                                                   const std::vector<const Mention*>& ordered) const {
        std::vector<const Mention*> out;
        for (const Mention* mention : ordered) {
            if (out.empty() || slot.take == Take::all ||
                (slot.take == Take::list && is_listed(block, *out.back(), *mention)))
                out.push_back(mention);
            else if (slot.take == Take::nearest || slot.take == Take::list)
                break;
        }
        if (!slot.before.empty())
            std::erase_if(out, [&](const Mention* mention) {
                const std::uint32_t begin = mention->range.begin > 8 ? mention->range.begin - 8 : 0;
                return !words_.ends_with(reading_.folded(block, {begin, mention->range.begin}),
                                         words_.group(slot.before)) &&
                       !(out.size() > 1 && mention != out.front());
            });
        return out;
    }

    // Only joining words, quotes and brackets stand between the members of a list; a place may stand before each.
    [[nodiscard]] bool is_listed(std::uint32_t block, const Mention& a, const Mention& b) const {
        const Range between{std::min(a.range.end, b.range.end), std::max(a.range.begin, b.range.begin)};
        auto text = reading_.folded(block, between);
        if (text == U"(") return true;                                 // a name and what its bracket lists
        if (words_.find(text, words_.group("and-other"))) return true; // "A and other B"
        const auto regions = reading_.mentions_in(block, between, {type::region});
        std::size_t at = 0;
        bool joined = false;
        while (at < text.size()) {
            const auto position = between.begin + static_cast<std::uint32_t>(at);
            const auto region = std::find_if(regions.begin(), regions.end(),
                                             [&](const Mention* mention) { return mention->range.begin == position; });
            if (region != regions.end()) {
                at += (*region)->range.size();
                continue;
            }
            if (const auto word = words_.starts_with(text.substr(at), words_.group("join"))) {
                at += word->length;
                joined = true;
                continue;
            }
            const char32_t c = reading_.block(block).text[position];
            const bool quote = words_.is(c, Role::open) || words_.is(c, Role::close) || c == U'"';
            const auto grade = words_.starts_with(text.substr(at), words_.group("grade"));
            if (!quote && !grade) return false;
            at += grade ? grade->length : 1;
        }
        return joined;
    }

    const Reading& reading_;
    const Vocabulary& words_;
    Facts& facts_;
    const Frame& frame_;
};

} // namespace

void read_frames(const Reading& reading, Facts& facts) {
    for (const Frame& frame : reading.words().frames()) FrameRunner(reading, facts, frame).run();
}

} // namespace zhitu::text
