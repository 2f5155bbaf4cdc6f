#include <zhitu/importers/text/case_actors.hpp>

namespace zhitu::text {
namespace {

bool is_organization(const Mention& mention) {
    return mention.type == type::firm || mention.type == type::institution;
}

bool is_actor_type(const Mention& mention) {
    return is_organization(mention) || mention.type == type::region || mention.type == type::body;
}

/// Asks of the mentions of a clause, in order, whether they act.
class ClauseActors {
  public:
    ClauseActors(const Reading& reading, const Sentence& sentence, const Clause& clause)
        : reading_(reading)
        , words_(reading.words())
        , sentence_(sentence)
        , clause_(clause) {
        const auto deeds = reading.cues(sentence.block, clause.range, "deed");
        first_deed_ = deeds.empty() ? clause.range.end : deeds.front().range.begin;
    }

    std::vector<Found> find() {
        for (const Mention* mention : reading_.mentions_in(sentence_.block, clause_.range)) {
            if (is_actor_type(*mention) && acts(*mention)) actors_.push_back({mention, reading_.place(*mention)});
            before_ = mention;
        }
        return std::move(actors_);
    }

  private:
    [[nodiscard]] bool acts(const Mention& mention) const {
        const auto front = reading_.folded(mention.block, {clause_.range.begin, mention.range.begin});
        const auto behind = reading_.folded(mention.block, {mention.range.end, clause_.range.end});
        if (ends(front, "actor.not-before") || starts(behind, "actor.not-after")) return false;
        if (ends(front, "actor.with") && is_organization(mention))
            return !actors_.empty() && words_.contains(behind.substr(0, 14), words_.group("together"));
        if (mention.range.begin >= first_deed_) return ends(front, "actor.agent") && !starts(behind, "made-by");
        if (is_only_called_on(mention)) return false;
        const bool owner = starts(behind, "possessive");
        if (is_organization(mention)) return actors_.empty() || is_listed(mention) || !owner;
        if (is_country(mention) || !actors_.empty()) return is_listed_alike(mention);
        return !owner && opens_sentence(mention) && !reading_.has_mention(mention.block, clause_.range, {type::firm}) &&
               reading_.has_cue(mention.block, sentence_.range, "deed");
    }

    [[nodiscard]] bool starts(std::u32string_view text, GroupName group) const {
        return words_.starts_with(text, words_.group(group)).has_value();
    }

    [[nodiscard]] bool ends(std::u32string_view text, GroupName group) const {
        return words_.ends_with(text, words_.group(group)).has_value();
    }

    // The tasks of a policy call on kinds of firms; only a full name is one that acts.
    [[nodiscard]] bool is_only_called_on(const Mention& mention) const {
        return reading_.block(mention.block).topic == Topic::task && mention.rule != "legal-form" &&
               mention.rule != "short-form";
    }

    // Right behind another mention, after an actor.
    [[nodiscard]] bool is_listed(const Mention& mention) const {
        return !actors_.empty() && before_ != nullptr && mention.range.begin - before_->range.end <= 1;
    }

    [[nodiscard]] bool is_listed_alike(const Mention& mention) const {
        return is_listed(mention) && before_->type == mention.type &&
               words_.is(reading_.block(mention.block).text[mention.range.begin - 1], Role::list_comma);
    }

    // Nothing but words such as "for example" stands in front.
    [[nodiscard]] bool opens_sentence(const Mention& mention) const {
        auto front = reading_.folded(mention.block, {sentence_.range.begin, mention.range.begin});
        while (!front.empty()) {
            std::size_t length = 1;
            if (!words_.is(front.back(), Role::comma)) {
                const auto word = words_.ends_with(front, words_.group("example"));
                if (!word) return false;
                length = word->length;
            }
            front.remove_suffix(length);
        }
        return true;
    }

    const Reading& reading_;
    const Vocabulary& words_;
    const Sentence& sentence_;
    const Clause& clause_;
    std::uint32_t first_deed_ = 0;
    std::vector<Found> actors_;
    const Mention* before_ = nullptr; // the mention before, of any type
};

} // namespace

std::vector<Found> actors_of(const Reading& reading, const Sentence& sentence, const Clause& clause) {
    return ClauseActors(reading, sentence, clause).find();
}

} // namespace zhitu::text
