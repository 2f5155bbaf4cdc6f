#include <zhitu/importers/text/measures.hpp>

#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/then_now.hpp>
#include <zhitu/importers/text/triggers.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

constexpr std::uint32_t shortest = 4; // what tells a metric and a figure
constexpr std::uint32_t longest_topic = 16;

bool is_measure_stop(const Vocabulary& words, char32_t c) {
    return words.is(c, Role::comma) || words.is(c, Role::semicolon) || words.is(c, Role::stop) ||
           words.is(c, Role::colon);
}

// Where the metric begins: behind connectives and words that only lead to it.
std::uint32_t metric_begin(const Reading& reading, std::uint32_t block, Range clause) {
    const auto& edge = reading.all_mentions().words[block].edge;
    std::uint32_t begin = clause.begin;
    while (begin < clause.end) {
        const auto lead = reading.words().starts_with(reading.folded(block, {begin, clause.end}),
                                                      reading.words().group("outcome.lead"));
        if (!lead || !edge[begin + lead->length]) break;
        begin += lead->length;
    }
    return begin;
}

/// The measures of a clause.
class MeasureReader {
  public:
    MeasureReader(const Reading& reading, std::uint32_t block, Range clause)
        : reading_(reading)
        , words_(reading.words())
        , block_(block)
        , clause_(clause) {
        while (clause_.end > clause_.begin && is_measure_stop(words_, reading.block(block).text[clause_.end - 1]))
            --clause_.end;
    }

    std::vector<Measure> run() {
        figures_ = figures_in(reading_, block_, clause_);
        if (figures_.empty() || reading_.has_cue(block_, clause_, "outcome.not") ||
            tells_then(reading_, block_, clause_))
            return {};
        from_ = metric_begin(reading_, block_, clause_);
        finder_.emplace(reading_, block_, clause_, figures_, from_);
        for (const Trigger& trigger : finder_->run()) read(trigger);
        compare_with_then();
        return std::move(out_);
    }

  private:
    // ---- Measures

    void read(const Trigger& trigger) {
        Measure measure = make(trigger);
        if (is_size(trigger, measure)) return;
        if (measure.metric.size() < 2 && trigger.value != "reach") extend_to_topic(measure);
        if (measure.range.size() < shortest) return;
        from_ = measure.range.end;
        if (read_pairs(trigger, measure)) return;
        out_.push_back(measure);
        if (trigger.value == "reach") read_list(trigger);
    }

    [[nodiscard]] Measure make(const Trigger& trigger) const {
        Measure measure;
        const Figure& reached = *trigger.figure;
        measure.value = reached.value;
        measure.unit = reached.unit;
        const Figure* from = nullptr;
        for (const Figure& figure : figures_)
            if (figure.range.end <= trigger.range.begin && figure.range.begin >= from_ && &figure != &reached &&
                !finder_->is_one(figure) && (are_alike(figure, reached, words_) || finder_->follows_from(figure)))
                from = &figure;
        if (from != nullptr) measure.from = from->value;
        measure.direction = direction_of(trigger, from);
        set_ranges(trigger, measure);
        trim_metric(measure, from);
        set_bound(measure, {std::min(trigger.range.end, reached.range.begin), reached.range.begin});
        return measure;
    }

    // What is reached ("covers 191 lines") is measured by the verb and its object, what is changed by what stands in
    // front of the verb, or by the verb's object.
    void set_ranges(const Trigger& trigger, Measure& measure) const {
        const Range figure = trigger.figure->range;
        if (trigger.value == "behind") {
            measure.range = {figure.begin, trigger.range.end};
            measure.metric = {figure.end, trigger.range.end};
            return;
        }
        if (trigger.value == "done") {
            const bool named = from_ + 2 <= figure.begin;
            measure.range = {from_, named ? trigger.range.end : clause_.end};
            measure.metric = named ? Range{from_, figure.begin} : Range{trigger.range.begin, clause_.end};
            return;
        }
        const bool reach = trigger.value == "reach";
        const std::uint32_t begin = std::min(from_, trigger.range.begin);
        measure.range = {reach ? trigger.range.begin : begin, std::max(figure.end, trigger.range.end)};
        measure.metric = {measure.range.begin, reach ? figure.begin : trigger.range.begin};
        const Range object_range{trigger.range.end, finder_->front_of(*trigger.figure).end};
        if (!reach && trigger.range.end + 2 <= figure.begin && object_range.size() >= 2 &&
            object_range.end > object_range.begin && !finder_->is_share(trigger))
            measure.metric = object_range;
    }

    // Without where the change starts and without words that only time or compare it.
    void trim_metric(Measure& measure, const Figure* from) const {
        Range metric = measure.metric;
        if (from != nullptr && from->range.begin > metric.begin && from->range.end <= metric.end)
            metric.end = start_of(metric, *from);
        while (const auto word = words_.ends_with(reading_.folded(block_, metric), words_.group("metric.trail")))
            metric.end -= word->length;
        if (metric.size() >= 2) measure.metric = metric;
    }

    // The "from" before a figure, else the figure.
    [[nodiscard]] std::uint32_t start_of(Range metric, const Figure& from) const {
        const std::uint32_t first = std::max(metric.begin, from.range.begin - std::min(from.range.begin, near_figure));
        std::uint32_t start = from.range.begin;
        for (std::uint32_t at = first; at < from.range.begin; ++at)
            if (words_.starts_with(reading_.folded(block_, {at, from.range.begin}), words_.group("figure.from")))
                start = at;
        return start;
    }

    [[nodiscard]] std::string_view direction_of(const Trigger& trigger, const Figure* from) const {
        const Figure& reached = *trigger.figure;
        const std::string_view value = trigger.value;
        if (tells_reach(value) || value == "behind" || value == "done") return "level";
        if (is_figure_verb(value)) return value == "figure-down" ? "down" : "up";
        if (value == "up" || value == "down") return value;
        if (from != nullptr && (value == "shift" || from->unit == reached.unit))
            return amount_of(*from, words_) < amount_of(reached, words_) ? "up" : "down";
        constexpr double whole = 100;
        if (is_ratio(reached, words_) && finder_->is_share(trigger) &&
            words_.contains(finder_->between(trigger), words_.group("own-past")))
            return reached.unit != "%" || reached.value >= whole ? "up" : "down";
        return "level";
    }

    // Money spent, the sizes of a house and how long its project took are no results.
    [[nodiscard]] bool is_size(const Trigger& trigger, const Measure& measure) const {
        if (measure.direction != "level") return false;
        constexpr double month = 2592000;
        if (measure.metric.size() < 2 && is_time(*trigger.figure, words_) &&
            amount_of(*trigger.figure, words_) >= month)
            return true;
        const auto sizes = words_.group("outcome.size");
        const Range figure = trigger.figure->range;
        return words_.ends_with(reading_.folded(block_, {clause_.begin, std::min(trigger.range.begin, figure.begin)}),
                                sizes) ||
               words_.ends_with(reading_.folded(block_, {clause_.begin, finder_->front_of(*trigger.figure).end}),
                                sizes);
    }

    // "The bill? Down by four tenths": the clause before names the metric.
    void extend_to_topic(Measure& measure) const {
        if (reading_.block(block_).kind == BlockKind::table_row) return;
        std::optional<Range> topic;
        for (const Sentence& sentence : reading_.sentences(block_))
            for (const Clause& clause : sentence.clauses)
                if (clause.range.end <= measure.range.begin && clause.range.end == clause_.begin) topic = clause.range;
        if (!topic || topic->size() > longest_topic || reading_.has_cue(block_, *topic, "deed") ||
            !figures_in(reading_, block_, *topic).empty())
            return;
        measure.range.begin = topic->begin;
        measure.metric = {topic->begin, topic->end - 1};
    }

    // "… or more" behind the figure, which the measure takes in, else "at least" between change and figure.
    void set_bound(Measure& measure, Range between) const {
        const std::uint32_t end = measure.range.end;
        const auto more = words_.starts_with(reading_.folded(block_, {end, clause_.end}), words_.group("bound.after"));
        if (more) {
            measure.range.end += more->length;
            measure.bound = to_utf8(reading_.block(block_).slice({end, measure.range.end}));
        } else if (between.begin < between.end) {
            for (const auto& cue : reading_.cues(block_, between, "bound.before"))
                measure.bound = to_utf8(reading_.block(block_).slice(cue.range));
        }
    }

    // ---- Several in one clause

    // Between list commas and words that join.
    [[nodiscard]] std::vector<Range> members_of(Range range) const {
        std::vector<Range> out;
        std::uint32_t begin = range.begin;
        for (std::uint32_t at = range.begin; at <= range.end; ++at) {
            const auto joint = at == range.end ? std::uint32_t{0} : joint_at(at);
            if (at < range.end && joint == 0) continue;
            if (at > begin) out.push_back({begin, at});
            begin = at + joint;
        }
        return out;
    }

    [[nodiscard]] std::uint32_t joint_at(std::uint32_t at) const {
        if (words_.is(reading_.block(block_).text[at], Role::list_comma)) return 1;
        const auto word = words_.starts_with(reading_.folded(block_, {at, clause_.end}), words_.group("join"));
        return word ? word->length : 0;
    }

    // The figures from one on that follow each other with nothing between them but a joint.
    [[nodiscard]] std::vector<const Figure*> row_from(const Figure& first) const {
        std::vector<const Figure*> row{&first};
        for (const Figure* next = &first + 1; next != figures_.data() + figures_.size(); ++next) {
            const std::uint32_t end = row.back()->range.end;
            if (next->range.begin <= end || joint_at(end) != next->range.begin - end) break;
            row.push_back(next);
        }
        return row;
    }

    // "A and B fell by 3% and 5% respectively".
    bool read_pairs(const Trigger& trigger, const Measure& whole) {
        const auto cues = reading_.cues(block_, {whole.range.begin, trigger.range.begin}, "respectively");
        if (cues.empty()) return false;
        const auto metrics = members_of({whole.range.begin, cues.front().range.begin});
        const auto reached = row_from(*trigger.figure);
        if (metrics.size() < 2 || metrics.size() != reached.size()) return false;
        std::vector<const Figure*> before;
        const auto first = std::ranges::find_if(
            figures_, [&](const Figure& figure) { return figure.range.begin >= cues.front().range.end; });
        if (first->range.begin < trigger.range.begin) before = row_from(*first);
        for (std::size_t i = 0; i < metrics.size(); ++i) {
            Measure measure = whole;
            measure.range.end = std::max(whole.range.end, reached.back()->range.end);
            measure.metric = metrics[i];
            measure.name = {metrics[i], trigger.range, reached[i]->range};
            measure.value = reached[i]->value;
            measure.unit = reached[i]->unit;
            measure.from.reset();
            if (before.size() == metrics.size()) measure.from = before[i]->value;
            from_ = measure.range.end;
            out_.push_back(measure);
        }
        return true;
    }

    // "Connects 360 stations, 12 000 air conditioners and 5 stores".
    void read_list(const Trigger& trigger) {
        for (const Figure& figure : figures_) {
            if (figure.range.begin < from_) continue;
            const std::uint32_t joint = from_ < clause_.end ? joint_behind_noun() : clause_.end;
            if (joint == clause_.end || figure.range.begin > joint + near_figure ||
                reading_.has_cue(block_, {joint, figure.range.begin}, "change"))
                return;
            Measure measure;
            measure.range = {joint, figure.range.end};
            measure.metric = {joint, figure.range.begin};
            measure.name = {trigger.range, measure.range};
            measure.value = figure.value;
            measure.unit = figure.unit;
            measure.direction = "level";
            set_bound(measure, {joint, figure.range.begin});
            measure.name.back() = measure.range;
            out_.push_back(measure);
            from_ = measure.range.end;
        }
    }

    // Behind the next joint, over the noun that the last figure counts; the clause's end where there is none.
    [[nodiscard]] std::uint32_t joint_behind_noun() const {
        for (std::uint32_t at = from_; at < std::min(clause_.end, from_ + near_figure); ++at)
            if (const std::uint32_t joint = joint_at(at)) return at + joint;
        return clause_.end;
    }

    // ---- Then and now

    void compare_with_then() {
        if (out_.size() > 1) return;
        const auto then = then_of(reading_, block_, clause_, figures_);
        if (!then) return;
        if (out_.empty()) {
            Measure measure;
            measure.value = then->now.value;
            measure.unit = then->now.unit;
            measure.range = then->now.range;
            set_bound(measure, {clause_.begin, then->now.range.begin});
            out_.push_back(measure);
        }
        Measure& measure = out_.front();
        if (measure.value != then->now.value || measure.from) return;
        measure.from = then->was.value;
        measure.direction = amount_of(then->was, words_) < amount_of(then->now, words_) ? "up" : "down";
        const bool before = then->clause.begin < clause_.begin;
        measure.metric = before ? then->metric : Range{from_of(measure), then->now.range.begin};
        measure.range = before ? Range{std::min(then->clause.begin, then->metric.begin), measure.range.end}
                               : Range{measure.metric.begin, then->was.range.end};
        measure.name.clear();
    }

    [[nodiscard]] std::uint32_t from_of(const Measure& measure) const {
        return std::min(measure.range.begin, metric_begin(reading_, block_, clause_));
    }

    const Reading& reading_;
    const Vocabulary& words_;
    std::uint32_t block_;
    Range clause_;
    std::vector<Figure> figures_;
    std::optional<TriggerFinder> finder_;
    std::vector<Measure> out_;
    std::uint32_t from_ = 0; // where the next metric may begin
};

} // namespace

bool names_metric(const std::vector<Measure>& measures, const Range& mention) {
    return std::any_of(measures.begin(), measures.end(), [&](const Measure& measure) {
        return mention.begin == measure.metric.begin && mention.end <= measure.metric.end;
    });
}

std::vector<Measure> measures_in(const Reading& reading, std::uint32_t block, Range clause) {
    return MeasureReader(reading, block, clause).run();
}

} // namespace zhitu::text
