#include <zhitu/importers/text/triggers.hpp>

#include <zhitu/importers/text/then_now.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

constexpr std::uint32_t with_object = 14; // between a verb and its figure, with the object between them

} // namespace

bool tells_reach(std::string_view value) {
    return value == "reach" || value == "tend";
}

bool is_figure_verb(std::string_view value) {
    return value.starts_with("figure");
}

TriggerFinder::TriggerFinder(const Reading& reading, std::uint32_t block, Range clause,
                             const std::vector<Figure>& figures, std::uint32_t begin)
    : reading_(reading)
    , words_(reading.words())
    , block_(block)
    , clause_(clause)
    , figures_(figures)
    , from_(begin) {}

std::vector<Trigger> TriggerFinder::run() const {
    std::vector<Trigger> out;
    const auto changes = changes_in_clause();
    for (const bool reach : {false, true})
        for (auto change = changes.begin(); change != changes.end(); ++change) {
            if (tells_reach(change->value) != reach) continue;
            const auto next = std::find_if(std::next(change), changes.end(), [&](const Reading::Cue& other) {
                return !may_be_object(*change) || !tells_reach(other.value);
            });
            Trigger trigger{change->range, change->value, figure_of(*change, begin_of(next, changes))};
            if (trigger.figure == nullptr) trigger.figure = share_behind_object(*change);
            if (trigger.figure != nullptr && !is_taken(out, *trigger.figure) && fits(trigger)) out.push_back(trigger);
        }
    for (const Figure& figure : figures_) {
        if (is_taken(out, figure)) continue;
        if (const auto trigger = beside(figure)) out.push_back(*trigger);
    }
    std::ranges::sort(out, {}, [](const Trigger& trigger) { return trigger.range.begin; });
    return out;
}

std::uint32_t TriggerFinder::begin_of(std::vector<Reading::Cue>::const_iterator change,
                                      const std::vector<Reading::Cue>& changes) const {
    return change != changes.end() ? change->range.begin : clause_.end;
}

// "Is three times that of manual inspection": a verb of reach stands in what it is a share of.
const Figure* TriggerFinder::share_behind_object(const Reading::Cue& change) const {
    if (tells_reach(change.value)) return nullptr;
    const Figure* figure = figure_of(change, clause_.end);
    return figure != nullptr && is_ratio(*figure, words_) && is_share({change.range, change.value, figure}) ? figure
                                                                                                            : nullptr;
}

// "Fell by more than": the second word bounds the first one's figure.
std::vector<Reading::Cue> TriggerFinder::changes_in_clause() const {
    std::vector<Reading::Cue> out;
    const bool of_one_person = reading_.has_cue(block_, clause_, "person.one");
    for (const auto& change : reading_.cues(block_, clause_, "change")) {
        if (change.value == "tend" && !of_one_person) continue;
        const bool bounds = !out.empty() && out.back().range.end == change.range.begin && change.value == "level" &&
                            words_.find(reading_.folded(block_, change.range), words_.group("bound.before"));
        if (!bounds) out.push_back(change);
    }
    return out;
}

bool TriggerFinder::is_taken(const std::vector<Trigger>& triggers, const Figure& figure) {
    return std::ranges::find(triggers, &figure, &Trigger::figure) != triggers.end();
}

// "Cuts the cost of monitoring by 5%": a verb of reach behind it is part of its object.
bool TriggerFinder::may_be_object(const Reading::Cue& change) {
    return change.value == "up" || change.value == "down";
}

// The last figure inside a verb that is one, else the first one behind the change.
const Figure* TriggerFinder::figure_of(const Reading::Cue& change, std::uint32_t limit) const {
    if (is_figure_verb(change.value)) {
        const auto inside = std::find_if(figures_.rbegin(), figures_.rend(), [&](const Figure& figure) {
            return figure.range.begin >= change.range.begin && figure.range.begin < change.range.end;
        });
        if (inside != figures_.rend()) return &*inside;
    }
    const bool short_reach = change.value == "level" || change.value == "shift";
    const std::uint32_t reach = short_reach ? near_figure : with_object;
    const auto behind = std::find_if(figures_.begin(), figures_.end(), [&](const Figure& figure) {
        return figure.range.begin + 1 >= change.range.end && figure.range.begin <= change.range.end + reach &&
               figure.range.begin < limit;
    });
    return behind == figures_.end() ? nullptr : &*behind;
}

// "In use for two years" reaches nothing; "is" and "takes up" need a share of something.
bool TriggerFinder::fits(const Trigger& trigger) const {
    if (is_start(trigger)) return false;
    if (tells_reach(trigger.value))
        return !is_time(*trigger.figure, words_) && !is_one(*trigger.figure) && !holds_list(between(trigger)) &&
               (!is_ratio(*trigger.figure, words_) || trigger.figure->range.begin <= trigger.range.end + 2);
    if (trigger.value == "shift")
        return !is_one(*trigger.figure) && std::ranges::any_of(figures_, [&](const Figure& figure) {
            return figure.range.end <= trigger.range.begin && trigger.range.begin <= figure.range.end + 2;
        });
    if (trigger.value == "level" && words_.ends_with(between(trigger), words_.group("change.mark"))) return false;
    if (trigger.value == "ratio") return is_ratio(*trigger.figure, words_) && is_share(trigger);
    return trigger.value == "up" || trigger.value == "down" || is_figure_verb(trigger.value) ||
           !is_one(*trigger.figure);
}

// "From 3 days" is where a change starts.
bool TriggerFinder::is_start(const Trigger& trigger) const {
    return trigger.figure->range.begin >= trigger.range.end &&
           words_.contains(between(trigger), words_.group("figure.from"));
}

bool TriggerFinder::follows_from(const Figure& figure) const {
    return words_.ends_with(reading_.folded(block_, {clause_.begin, figure.range.begin}), words_.group("figure.from"))
        .has_value();
}

// A verb of change stands right behind it.
bool TriggerFinder::is_left_behind(const Figure& figure) const {
    const Range behind{figure.range.end, std::min(clause_.end, figure.range.end + near_figure)};
    const auto changes = reading_.cues(block_, behind, "change");
    return !changes.empty() && changes.front().range.begin <= figure.range.end + 1 &&
           !tells_reach(changes.front().value);
}

// "One step" is no count.
bool TriggerFinder::is_one(const Figure& figure) const {
    return words_.starts_with(reading_.folded(block_, figure.range), words_.group("figure.one")) && figure.value == 1 &&
           !is_time(figure, words_) && !is_ratio(figure, words_);
}

std::u32string_view TriggerFinder::between(const Trigger& trigger) const {
    return reading_.folded(block_,
                           {std::min(trigger.range.end, trigger.figure->range.begin), trigger.figure->range.begin});
}

bool TriggerFinder::holds_list(std::u32string_view text) const {
    return std::ranges::any_of(text, [&](char32_t c) { return words_.is(c, Role::list_comma); });
}

// "A third of …".
bool TriggerFinder::is_share(const Trigger& trigger) const {
    return words_.ends_with(between(trigger), words_.group("possessive")).has_value();
}

// What stands right before or behind a figure makes it a result.
std::optional<Trigger> TriggerFinder::beside(const Figure& figure) const {
    const Range front = front_of(figure);
    const auto text = reading_.folded(block_, front);
    if (const auto verb = words_.ends_with(text, words_.group("change.near")); verb && verb->value != "none") {
        const bool compares = verb->value.ends_with('?');
        if (!is_one(figure) && (!compares || reading_.has_cue(block_, clause_, "compare")))
            return Trigger{{front.end - verb->length, front.end},
                           verb->value.substr(0, verb->value.size() - (compares ? 1 : 0)),
                           &figure};
    }
    if (is_one(figure) || is_left_behind(figure)) return std::nullopt;
    if (const auto tail = words_.ends_with(text, words_.group("metric.tail")); tail && tail->value != "none")
        return Trigger{{front.end, front.end}, "level", &figure};
    if (const auto trigger = activity_of(figure)) return trigger;
    return behind(figure);
}

// "Inspects 18 000 pylons": the clause begins with the activity that counts them.
std::optional<Trigger> TriggerFinder::activity_of(const Figure& figure) const {
    if (is_time(figure, words_) || is_ratio(figure, words_)) return std::nullopt;
    for (const Mention* mention : reading_.mentions_in(block_, {clause_.begin, figure.range.begin}, {type::scenario}))
        if (mention->range.begin == from_ && figure.range.begin <= mention->range.end + near_figure)
            return Trigger{mention->range, "reach", &figure};
    return std::nullopt;
}

// "… in 3 days is done", "98% accuracy", "40 lines are connected".
std::optional<Trigger> TriggerFinder::behind(const Figure& figure) const {
    const std::uint32_t end = figure.range.end;
    const auto text = reading_.folded(block_, {end, clause_.end});
    if (is_time(figure, words_)) {
        const auto done = words_.starts_with(text, words_.group("time.done"));
        return done ? std::optional<Trigger>{{{end, end + done->length}, "done", &figure}} : std::nullopt;
    }
    const std::uint32_t last = std::min(clause_.end, end + with_object);
    if (is_ratio(figure, words_)) {
        if (!words_.starts_with(text, words_.group("possessive"))) return std::nullopt;
        for (const std::string_view words : {"metric.tail", "reach.behind"})
            for (const auto& tail : reading_.cues(block_, {end + 1, last}, words))
                return Trigger{tail.range, "behind", &figure};
        return std::nullopt;
    }
    constexpr double many = 10;
    if (amount_of(figure, words_) < many) return std::nullopt;
    for (const auto& verb : reading_.cues(block_, {end, last}, "reach.behind"))
        return Trigger{verb.range, "behind", &figure};
    return std::nullopt;
}

// What stands before a figure, without "about" and its like.
Range TriggerFinder::front_of(const Figure& figure) const {
    Range front{clause_.begin, figure.range.begin};
    for (;;) {
        const auto text = reading_.folded(block_, front);
        auto word = words_.ends_with(text, words_.group("bound.before"));
        if (!word) word = words_.ends_with(text, words_.group("figure.lead"));
        if (!word) return front;
        front.end -= word->length;
    }
}

} // namespace zhitu::text
