#include <zhitu/importers/text/policy_bodies.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace zhitu::text {
namespace {

/// Gathers the bodies of one title: each step is asked where those before it found none.
class Issuers {
  public:
    Issuers(const Reading& reading, Facts& facts, const TitlePlace& place)
        : reading_(reading)
        , words_(reading.words())
        , facts_(facts)
        , place_(place)
        , block_(place.sentence.block)
        , quote_(reading.place(block_, {place.sentence.range.begin, place.behind().end})) {}

    void connect(int policy) {
        find_before();
        if (issuers_.empty()) find_behind();
        if (issuers_.empty()) find_in_title();
        add_regions(policy);
        const Range said{place_.before.begin, place_.behind().end};
        const auto count = number_of_bodies(said);
        const std::string several = count ? std::string() : uncounted_bodies(said);
        for (const auto& [body, evidence] : issuers_) {
            facts_.connect("ISSUED", body, policy, {evidence}, "issue.body-before-title");
            auto& properties = facts_.edge("ISSUED", body, policy)->properties;
            if (count) properties["bodies"] = *count;
            if (!several.empty()) properties["joint"] = several;
        }
    }

  private:
    void add(const Mention& body) {
        issuers_.emplace_back(facts_.add(body, reading_.place(body)), quote_);
        bodies_.push_back(&body);
    }

    // The policy of a local body holds for the place in front of the body's name, where the title names none.
    void add_regions(int policy) const {
        if (!facts_.targets("APPLIES_TO", policy).empty()) return;
        for (const Mention* body : bodies_)
            if (const Mention* region = longest_in_title(reading_, *body, type::region, body->range.begin);
                region != nullptr && !is_country(*region)) {
                const Passage place = reading_.place(*body);
                const int node = facts_.add(*region, {place.block, place.range, region->range});
                facts_.connect("APPLIES_TO", policy, node, {quote_}, "policy.region-of-body");
            }
    }

    // Bodies of a clause that issues, or right before the title.
    void find_before() {
        const Range before = part_before();
        auto bodies = reading_.mentions_in(block_, before, {type::body});
        std::erase_if(bodies, [&](const Mention* body) { return in_brackets(*body); });
        const bool issued = reading_.has_cue(block_, before, "issue");
        const bool adjacent = !bodies.empty() && only_links({bodies.back()->range.end, place_.title.range.begin});
        if (issued || adjacent)
            for (const Mention* body : bodies) add(*body);
        if (bodies.empty() && issued && !find_again(before)) find_region();
    }

    // What stands behind the last semicolon, where that names a body.
    [[nodiscard]] Range part_before() const {
        Range part = place_.before;
        for (std::uint32_t at = part.begin; at < part.end; ++at)
            if (words_.is(reading_.block(block_).text[at], Role::semicolon)) part.begin = at + 1;
        return part;
    }

    // "The office also issued …": the bodies of the last policy before.
    bool find_again(Range before) {
        if (!reading_.has_cue(block_, before, "body.pronoun")) return false;
        const auto& edges = facts_.edges();
        const auto last =
            std::find_if(edges.rbegin(), edges.rend(), [](const FactEdge& edge) { return edge.type == "ISSUED"; });
        const std::vector<int> bodies = last == edges.rend() ? std::vector<int>{} : facts_.sources("ISSUED", last->to);
        for (const int body : bodies) issuers_.emplace_back(body, quote_);
        return !bodies.empty();
    }

    // Nothing, or only dates and words such as "in", stand between a body and its title.
    [[nodiscard]] bool only_links(Range between) const {
        auto text = reading_.folded(block_, between);
        while (!text.empty()) {
            std::size_t length = is_digit(text.front()) ? 1 : 0;
            if (length == 0)
                if (const auto word = words_.starts_with(text, words_.group("body.link"))) length = word->length;
            if (length == 0) return false;
            text.remove_prefix(length);
        }
        return true;
    }

    // The number of a document in brackets names bodies that did not issue this one.
    [[nodiscard]] bool in_brackets(const Mention& mention) const {
        int depth = 0;
        for (const char32_t c : reading_.folded(block_, {place_.before.begin, mention.range.begin}))
            depth += c == U'(' ? 1 : c == U')' && depth > 0 ? -1 : 0;
        return depth > 0;
    }

    // A place that issues stands for its government, where the text or its references name that.
    void find_region() {
        const auto regions = reading_.mentions_in(block_, place_.before, {type::region});
        if (regions.empty()) return;
        const Mention& region = *regions.back();
        const std::string government = government_of(region);
        const int body = facts_.add(type::body, government, government, reading_.place(region), "issue.place");
        add_alias(facts_.node(body), region.name);
        facts_.node(body).properties.emplace("level", "local");
        issuers_.emplace_back(body, quote_);
    }

    [[nodiscard]] std::string government_of(const Mention& region) const {
        const std::u32string front = fold(to_utf32(region.name));
        for (const auto& block : reading_.all_mentions().chosen)
            for (const Mention& mention : block) {
                if (mention.type != type::body) continue;
                const std::u32string name = fold(to_utf32(mention.name));
                if (name.starts_with(front) &&
                    words_.find(std::u32string_view(name).substr(front.size()), words_.group("body.government")))
                    return mention.name;
            }
        return region.name;
    }

    // "“X” was issued jointly by A and B."
    void find_behind() {
        Range behind = place_.behind();
        for (const Clause& clause : place_.sentence.clauses) // the body may lead the clause after next
            if (clause.range.begin == behind.end && reading_.has_cue(block_, clause.range, "issue.led-by"))
                behind.end = end_of_lead(clause);
        const bool issued = reading_.has_cue(block_, behind, "issue") && reading_.has_cue(block_, behind, "passive");
        if (!issued && !reading_.has_cue(block_, behind, "issue.led-by")) return;
        for (const Mention* body : reading_.mentions_in(block_, behind, {type::body})) add(*body);
    }

    // "…, led by A, signed by B, C and five others, …": the clauses that name bodies.
    [[nodiscard]] std::uint32_t end_of_lead(const Clause& lead) const {
        std::uint32_t end = lead.range.end;
        for (const Clause& clause : place_.sentence.clauses)
            if (clause.range.begin == end && reading_.has_cue(block_, clause.range, "issue.led-by") &&
                reading_.has_mention(block_, clause.range, {type::body}))
                end = clause.range.end;
        return end;
    }

    // Candidates inside the title that begin where it begins, or are joined to such.
    void find_in_title() {
        const Mention& title = place_.title;
        const Passage clause = reading_.place(title);
        std::uint32_t at = inside_title(reading_, title).begin;
        while (const Mention* body = longest_in_title(reading_, title, type::body, at)) {
            issuers_.emplace_back(facts_.add(*body, {clause.block, clause.range, body->range}), clause);
            at = body->range.end;
            if (!words_.is(reading_.block(title.block).text[at], Role::list_comma)) return;
            ++at;
        }
    }

    // "A and five other bodies".
    [[nodiscard]] std::optional<std::int64_t> number_of_bodies(Range range) const {
        for (const auto& cue : reading_.cues(block_, range, "body.and-others")) {
            if (const auto count = counted_bodies(reading_.folded(block_, {cue.range.end, range.end}), words_))
                return count;
        }
        return std::nullopt;
    }

    // "A and several bodies": the words that leave the number open.
    [[nodiscard]] std::string uncounted_bodies(Range range) const {
        for (const auto& cue : reading_.cues(block_, range, "body.and-others")) {
            const auto rest = reading_.folded(block_, {cue.range.end, range.end});
            const auto several = words_.starts_with(rest, words_.group("body.several"));
            if (!several) continue;
            const auto unit = words_.starts_with(rest.substr(several->length), words_.group("body.unit"));
            if (!unit) continue;
            const Range said{cue.range.end, cue.range.end + several->length + unit->length};
            return to_utf8(reading_.block(block_).slice(said));
        }
        return {};
    }

    const Reading& reading_;
    const Vocabulary& words_;
    Facts& facts_;
    const TitlePlace& place_;
    std::uint32_t block_;
    Passage quote_; // from the body to the title, both in one quote
    std::vector<std::pair<int, Passage>> issuers_;
    std::vector<const Mention*> bodies_;
};

bool has_body_of_level(const Facts& facts, int policy, std::string_view level) {
    const auto bodies = facts.sources("ISSUED", policy);
    return std::any_of(bodies.begin(), bodies.end(), [&](int body) {
        const auto& properties = facts.node(body).properties;
        const auto found = properties.find("level");
        return found != properties.end() && found->second == Value(level);
    });
}

} // namespace

void add_issuers(const Reading& reading, Facts& facts, int policy, const TitlePlace& place) {
    Issuers(reading, facts, place).connect(policy);
}

std::optional<std::int64_t> counted_bodies(std::u32string_view folded, const Vocabulary& words) {
    const auto number = words.number(folded);
    if (!number) return std::nullopt;
    folded.remove_prefix(number->length);
    if (folded.starts_with(U' ')) folded.remove_prefix(1);
    if (!words.starts_with(folded, words.group("body.unit"))) return std::nullopt;
    return number->value;
}

void set_level(Facts& facts, int policy, const Vocabulary& words) {
    static constexpr std::array<std::string_view, 3> from_the_top{"national", "ministry", "local"};
    auto& properties = facts.node(policy).properties;
    for (const std::string_view level : from_the_top)
        if (has_body_of_level(facts, policy, level)) {
            properties["level"] = level;
            return;
        }
    if (words.contains(fold(to_utf32(facts.node(policy).name)), words.group("policy.national")))
        properties.emplace("level", "national");
}

} // namespace zhitu::text
