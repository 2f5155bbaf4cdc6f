// Runs the frames over every clause or sentence: trigger, typed slots, modality, edge.
#include <zhitu/importers/text/families.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/importers/text/frame_rules.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

constexpr std::uint32_t adjacent = 3; // characters between a trigger and a mention right beside it
constexpr std::uint32_t close_by = 6; // characters between a mention and a word that must, or must not, follow it

class FrameRunner {
  public:
    FrameRunner(const Reading& reading, Facts& facts, const Frame& frame)
        : reading_(reading)
        , words_(reading.words())
        , facts_(facts)
        , frame_(frame)
        , trigger_(words_.group(frame.trigger)) {
        for (const std::string& name : frame.with) with_.push_back(words_.group(name));
        for (const std::string& name : frame.without) without_.push_back(words_.group(name));
    }

    void run() {
        for (std::uint32_t i = 0; i < reading_.document().blocks.size(); ++i) {
            const Block& block = reading_.block(i);
            if (!applies(block) || !reading_.may_have_cue(i, reading_.whole(i), trigger_)) continue;
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
        if (!reading_.may_have_cue(sentence.block, sentence.range, trigger_)) return; // most sentences
        if (names_actor(sentence) || tells_of_others(sentence)) return;
        for (const Clause& clause : sentence.clauses) {
            const Range window = frame_.whole_sentence ? sentence.range : clause.range;
            if ((clause.modality & frame_.unless) != 0 || !has_words(sentence.block, window)) continue;
            for (const auto& trigger : reading_.cues(sentence.block, clause.range, trigger_))
                make(sentence, window, trigger.range);
        }
    }

    // Somebody of the `lone` types, who does not only stand there as the owner or maker of a thing ("A's X").
    [[nodiscard]] bool names_actor(const Sentence& sentence) const {
        if (frame_.without_types.empty()) return false;
        const auto mentions = reading_.mentions_in(sentence.block, sentence.range);
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            if (!is_of(frame_.without_types, *mentions[i]) || is_doubtful(*mentions[i])) continue;
            if (i + 1 == mentions.size() || mentions[i + 1]->type != type::technology) return true;
            const auto between =
                reading_.folded(sentence.block, {mentions[i]->range.end, mentions[i + 1]->range.begin});
            if (between.size() > close_by || !words_.ends_with(between, words_.group("possessive"))) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_doubtful(const Mention& mention) const {
        constexpr double sure = 2.0;
        return mention.score < sure && !facts_.find(mention.type, mention.identity());
    }

    // A figure, a place or a pronoun ties a sentence to what is told; without them it holds for all.
    [[nodiscard]] bool is_timeless(const Sentence& sentence) const {
        const auto text = reading_.folded(sentence.block, sentence.range);
        return std::none_of(text.begin(), text.end(), is_digit) &&
               !reading_.has_mention(sentence.block, sentence.range, {type::region, type::firm}) &&
               !reading_.has_cue(sentence.block, sentence.clauses.front().range, "actor.pronoun");
    }

    [[nodiscard]] bool tells_of_others(const Sentence& sentence) const {
        return !frame_.apart.empty() && !is_timeless(sentence) &&
               facts_.has_node_on(frame_.apart, sentence.block, sentence.range);
    }

    [[nodiscard]] bool has_words(std::uint32_t block, Range window) const {
        const auto stands = [&](GroupId word_class) { return reading_.has_cue(block, window, word_class); };
        return std::all_of(with_.begin(), with_.end(), stands) &&
               std::none_of(without_.begin(), without_.end(), stands);
    }

    void make(const Sentence& sentence, Range window, Range trigger) {
        const Mentioned sources = find(frame_.source, sentence, window, trigger, {});
        if (sources.empty()) return;
        const Mentioned targets = find(frame_.target, sentence, window, trigger, sources);
        const Passage place = reading_.place(sentence.block, sentence.range);
        for (const Mention* source : sources)
            for (const Mention* target : targets) {
                if (source == target) continue;
                const int from = facts_.add(*source, reading_.place(*source));
                facts_.connect(frame_.edge, from, facts_.add(*target, reading_.place(*target)), {place}, frame_.name);
            }
    }

    using Mentioned = std::vector<const Mention*>;

    // What fills a slot in the window, else what a pronoun stands for, else who the text before speaks of.
    [[nodiscard]] Mentioned find(const Slot& slot, const Sentence& sentence, Range window, Range trigger,
                                 const Mentioned& taken) const {
        Mentioned out = fill(slot, sentence.block, within_bracket(sentence.block, window, trigger), trigger, taken);
        if (!out.empty()) return out;
        const auto behind = reading_.folded(sentence.block, {trigger.end, window.end});
        const bool pronoun = !slot.pronoun.empty() && words_.starts_with(behind, words_.group(slot.pronoun));
        if (pronoun || slot.carried) return carried(slot, sentence, trigger, taken);
        if (slot.last) return last(slot, sentence, trigger, taken);
        return {};
    }

    // What an opening bracket triggers ends where it closes.
    [[nodiscard]] Range within_bracket(std::uint32_t block, Range window, Range trigger) const {
        const std::u32string& text = reading_.block(block).text;
        if (!words_.is(text[trigger.begin], Role::bracket_open)) return window;
        std::uint32_t end = trigger.end;
        while (end < window.end && !words_.is(text[end], Role::bracket_close)) ++end;
        return {window.begin, end};
    }

    // The actor of the text before, under the same heading, where the clause has no other subject.
    [[nodiscard]] Mentioned carried(const Slot& slot, const Sentence& sentence, Range trigger,
                                    const Mentioned& taken) const {
        const Range front{sentence.clause_at(trigger.begin).range.begin, trigger.begin};
        const bool own = reading_.has_cue(sentence.block, front, "actor.self");
        const auto others = reading_.mentions_in(sentence.block, front, {type::firm, type::institution, type::body});
        if (slot.carried && (own || !others.empty())) return {};
        for (std::uint32_t block = sentence.block + 1; block-- > 0;) {
            const Block& text = reading_.block(block);
            if (text.heading != reading_.block(sentence.block).heading || text.kind == BlockKind::heading) break;
            const std::uint32_t end =
                block == sentence.block ? trigger.begin : static_cast<std::uint32_t>(text.text.size());
            const auto before = reading_.mentions_in(block, {0, end});
            for (auto mention = before.rbegin(); mention != before.rend(); ++mention)
                if (is_of(slot.types, **mention) && !names_one_of(taken, **mention) &&
                    !is_beneficiary(**mention, {0, end}))
                    return {*mention};
        }
        return {};
    }

    [[nodiscard]] Mentioned last(const Slot& slot, const Sentence& sentence, Range trigger,
                                 const Mentioned& taken) const {
        std::uint32_t begin = 0;
        for (const Sentence& other : reading_.sentences(sentence.block))
            if (other.range.end <= sentence.range.begin) begin = other.range.begin;
        const auto before = reading_.mentions_in(sentence.block, {begin, trigger.begin});
        const auto found = std::find_if(before.rbegin(), before.rend(), [&](const Mention* mention) {
            return is_of(slot.types, *mention) && !names_one_of(taken, *mention);
        });
        return found == before.rend() ? Mentioned{} : Mentioned{*found};
    }

    [[nodiscard]] static bool names_one_of(const Mentioned& list, const Mention& mention) {
        return std::any_of(list.begin(), list.end(), [&](const Mention* other) {
            return other->type == mention.type && other->identity() == mention.identity();
        });
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

    [[nodiscard]] Mentioned fill(const Slot& slot, std::uint32_t block, Range window, Range trigger,
                                 const Mentioned& taken) const {
        Mentioned left, right;
        for (const Mention* mention : reading_.mentions_in(block, window)) {
            if ((!is_of(slot.types, *mention) && !stands_alone(slot, *mention, window)) ||
                names_one_of(taken, *mention) || (slot.side == Side::before && is_beneficiary(*mention, window)))
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
        Mentioned out = take(slot, block, left);
        for (const Mention* mention : take(slot, block, right)) out.push_back(mention);
        if (out.empty() || !neighbours_fit(slot, block, window, trigger, out)) return {};
        return out;
    }

    // The words that must, or must not, stand around what fills the slot.
    [[nodiscard]] bool neighbours_fit(const Slot& slot, std::uint32_t block, Range window, Range trigger,
                                      const Mentioned& list) const {
        const auto begins = [](const Mention* a, const Mention* b) { return a->range.begin < b->range.begin; };
        const std::uint32_t begin = (*std::min_element(list.begin(), list.end(), begins))->range.begin;
        const std::uint32_t end = (*std::max_element(list.begin(), list.end(), begins))->range.end;
        const auto front = reading_.folded(block, {window.begin, begin});
        const auto behind = reading_.folded(block, {end, std::max(end, window.end)});
        if (slot.close && !is_close(block, list.front()->range, trigger)) return false;
        if (!slot.not_before.empty() && words_.ends_with(front, words_.group(slot.not_before))) return false;
        if (!slot.followed.empty() && !follows(behind, slot.followed)) return false;
        if (!slot.not_followed.empty() && words_.starts_with(behind, words_.group(slot.not_followed))) return false;
        return !slot.head || !follows(behind.substr(0, adjacent), "possessive");
    }

    // Behind the trigger: in its clause. Before it: what stands between is no subject of its own.
    [[nodiscard]] bool is_close(std::uint32_t block, Range name, Range trigger) const {
        const auto is_mark = [&](char32_t c) { return words_.is(c, Role::comma) || words_.is(c, Role::semicolon); };
        if (name.begin >= trigger.end) {
            const auto between = reading_.folded(block, {trigger.end, name.begin});
            return std::none_of(between.begin(), between.end(), is_mark);
        }
        const auto between = reading_.folded(block, {name.end, trigger.begin});
        std::size_t own = between.size(); // characters behind the last mark
        bool other_clause = false;
        for (std::size_t at = 0; at < between.size(); ++at) {
            if (words_.is(between[at], Role::semicolon)) return false;
            if (!words_.is(between[at], Role::comma)) continue;
            other_clause = true;
            own = between.size() - at - 1;
        }
        return !other_clause || own <= close_by;
    }

    // A word of the class begins close by, not behind a mark.
    [[nodiscard]] bool follows(std::u32string_view text, const std::string& word_class) const {
        for (std::size_t at = 0; at < std::min<std::size_t>(text.size(), close_by); ++at) {
            if (words_.is(text[at], Role::comma) || words_.is(text[at], Role::stop)) return false;
            if (const auto word = words_.starts_with(text.substr(at), words_.group(word_class)))
                return word->value != "none";
        }
        return false;
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
        if (text == U"(") return true; // a name and what its bracket lists
        if (text.empty() && a.type == type::region && b.type == type::region) return true; // a province and its city
        if (words_.find(text, words_.group("and-other"))) return true;                     // "A and other B"
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
    GroupId trigger_;
    std::vector<GroupId> with_, without_;
};

} // namespace

void read_frames(const Reading& reading, Facts& facts) {
    for (const Frame& frame : reading.words().frames()) FrameRunner(reading, facts, frame).run();
}

} // namespace zhitu::text
