// Policies: titles in the text, who issued them and when, how high they stand, where they hold, what they promote.
#include <zhitu/importers/text/families.hpp>

#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/policy_bodies.hpp>
#include <zhitu/importers/text/policy_table.hpp>
#include <zhitu/importers/text/policy_titles.hpp>
#include <zhitu/importers/text/policy_years.hpp>

#include <algorithm>
#include <optional>

namespace zhitu::text {
namespace {

bool is_readable(const Block& block) {
    return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item ||
           block.kind == BlockKind::record || block.kind == BlockKind::table_row || block.kind == BlockKind::abstract ||
           block.kind == BlockKind::title;
}

class PolicyReader {
  public:
    PolicyReader(const Reading& reading, Facts& facts)
        : reading_(reading)
        , words_(reading.words())
        , facts_(facts)
        , years_(reading)
        , table_(reading, facts) {}

    void run() {
        for (std::uint32_t i = 0; i < reading_.document().blocks.size(); ++i)
            if (is_readable(reading_.block(i))) read_block(i);
        read_own_text();
    }

  private:
    void read_block(std::uint32_t index) {
        const bool row = reading_.block(index).kind == BlockKind::table_row;
        if (row && table_.read_row(index)) return;
        if (!row) table_.close();
        current_ = -1;
        for (const Sentence& sentence : reading_.sentences(index)) read_sentence(sentence);
    }

    // ---- A sentence: its titles, in order

    void read_sentence(const Sentence& sentence) {
        const Titles titles = reading_.mentions_in(sentence.block, sentence.range, {type::policy});
        if (titles.empty() && current_ >= 0) return read_continuation(sentence);
        Group group{{}, sentence.range.begin};
        std::uint32_t from = sentence.range.begin;
        for (std::size_t i = 0; i < titles.size(); ++i) {
            const Mention& title = *titles[i];
            if (is_not_issued(sentence, title)) continue;
            // Behind the first title of a sentence, one that is not issued there is only cited.
            if (!group.policies.empty() && is_cited(sentence, {from, title.range.begin})) {
                add_policy({sentence, title, {from, title.range.begin}});
                continue;
            }
            if (group.policies.empty() || !is_beside(*titles[i - 1], title)) group = {{}, from};
            current_ = add_policy({sentence, title, {group.begin, title.range.begin}});
            group.policies.push_back(current_);
            from = title.range.end;
            if (i + 1 < titles.size() && is_beside(title, *titles[i + 1])) continue;
            for (const int policy : group.policies)
                add_targets(sentence, policy, title, {title.range.end, end_of_text(sentence, titles, i)});
        }
    }

    using Titles = std::vector<const Mention*>;

    /// Titles that stand side by side share bodies and targets.
    struct Group {
        std::vector<int> policies;
        std::uint32_t begin = 0; // of the text that says who issued them
    };

    [[nodiscard]] static bool is_beside(const Mention& left, const Mention& right) {
        return right.range.begin - left.range.end <= 1;
    }

    // The text about a title reaches to the next one that is not only cited.
    [[nodiscard]] std::uint32_t end_of_text(const Sentence& sentence, const Titles& titles, std::size_t title) const {
        for (std::size_t next = title + 1; next < titles.size(); ++next)
            if (!is_cited(sentence, {titles[next - 1]->range.end, titles[next]->range.begin}))
                return titles[next]->range.begin;
        return sentence.range.end;
    }

    [[nodiscard]] bool is_cited(const Sentence& sentence, Range between) const {
        return between.size() > 1 && !reading_.has_cue(sentence.block, between, "issue") &&
               reading_.has_cue(sentence.block, between, "policy.cited");
    }

    // Drafts, rumours, what is still being asked for opinions.
    [[nodiscard]] bool is_not_issued(const Sentence& sentence, const Mention& title) const {
        const Clause& clause = sentence.clause_at(title.range.begin);
        std::uint32_t end = clause.range.end;
        for (const Clause& next : sentence.clauses)
            if (next.range.begin >= end && next.range.begin <= clause.range.end + 20) end = next.range.end;
        const std::uint32_t begin = clause.range.begin;
        const auto next_title = reading_.mentions_in(sentence.block, {title.range.end, end}, {type::policy});
        if (!next_title.empty()) end = next_title.front()->range.begin;
        return reading_.has_cue(sentence.block, {begin, end}, "policy.not-issued");
    }

    int add_policy(const TitlePlace& place) {
        const Mention& title = place.title;
        std::string identity = identity_of(reading_, title);
        const auto year = years_.next(place);
        const auto yearly = words_.find(fold(to_utf32(identity)), words_.group("policy.yearly"));
        if (yearly && year) identity += suffix_of_year(*yearly, *year);
        const Passage clause = reading_.place(title);
        const int policy = facts_.add(type::policy, identity, identity, clause, "policy.title");
        FactNode& node = facts_.node(policy);
        if (title.name != identity && !yearly) add_alias(node, title.name);
        if (!yearly) add_plain_alias(node, identity);
        if (year) node.properties.emplace("year", *year);
        add_region_of_title(reading_, facts_, policy, title);
        add_issuers(reading_, facts_, policy, place);
        set_level(facts_, policy, words_);
        add_targets_of_title(reading_, facts_, policy, title);
        return policy;
    }

    // Reports of every year are told apart by it: % in the pack's form stands for the year.
    [[nodiscard]] static std::string suffix_of_year(std::string_view form, std::int64_t year) {
        std::string suffix(form);
        return suffix.replace(suffix.find('%'), 1, std::to_string(year));
    }

    void add_targets(const Sentence& sentence, int policy, const Mention& title, Range behind) {
        if (behind.size() < 3 || !reading_.has_cue(sentence.block, behind, "promote")) return;
        connect_targets(sentence, policy, behind, Range{title.range.begin, sentence.range.end}, "target.promote");
    }

    void connect_targets(const Sentence& sentence, int policy, Range range, Range quote, std::string_view rule) {
        for (const Mention* mention : reading_.mentions_in(sentence.block, range)) {
            if (!is_subject_type(mention->type)) continue;
            const Clause& clause = sentence.clause_at(mention->range.begin);
            if ((clause.modality & (negated | doubtful)) != 0 || is_goal(sentence, clause)) continue;
            const int target = facts_.add(*mention, reading_.place(*mention));
            facts_.connect("TARGETS", policy, target, {reading_.place(sentence.block, quote)}, rule);
        }
    }

    // A goal with a figure for a year to come is no target.
    [[nodiscard]] bool is_goal(const Sentence& sentence, const Clause& clause) const {
        return reading_.has_cue(sentence.block, clause.range, "time.goal") &&
               !years_in(reading_, sentence.block, clause.range).empty();
    }

    // The next sentences go on about the policy when they begin with a word for it.
    void read_continuation(const Sentence& sentence) {
        const Range front{sentence.range.begin, std::min(sentence.range.end, sentence.range.begin + 14)};
        const bool goes_on = reading_.has_cue(sentence.block, front, "policy.pronoun");
        if (!goes_on || !reading_.has_cue(sentence.block, sentence.range, "promote")) {
            current_ = -1;
            return;
        }
        connect_targets(sentence, current_, sentence.range, sentence.range, "target.continued");
    }

    // ---- A policy's own text: what its tasks promote

    void read_own_text() {
        const auto policy = own_policy();
        if (!policy) return;
        if (years_.of_document()) facts_.node(*policy).properties.emplace("year", *years_.of_document());
        for (std::uint32_t i = 0; i < reading_.document().blocks.size(); ++i) {
            const Block& block = reading_.block(i);
            if (block.topic != Topic::task || !is_readable(block)) continue;
            for (const Sentence& sentence : reading_.sentences(i)) read_task(sentence, *policy);
        }
    }

    // The policy that the document's title names.
    [[nodiscard]] std::optional<int> own_policy() const {
        const int title = reading_.document().title;
        if (title < 0) return std::nullopt;
        const auto& mentions = reading_.mentions(static_cast<std::uint32_t>(title));
        const auto own = std::find_if(mentions.rbegin(), mentions.rend(),
                                      [](const Mention& mention) { return mention.type == type::policy; });
        return own == mentions.rend() ? std::nullopt : facts_.find(type::policy, identity_of(reading_, *own));
    }

    void read_task(const Sentence& sentence, int policy) {
        if (reading_.has_mention(sentence.block, sentence.range, {type::firm})) return;
        for (const Clause& clause : sentence.clauses)
            if ((clause.modality & negated) == 0 && !is_goal(sentence, clause))
                connect_targets(sentence, policy, clause.range, sentence.range, "target.task");
    }

    const Reading& reading_;
    const Vocabulary& words_;
    Facts& facts_;
    PolicyYears years_;
    PolicyTable table_;
    int current_ = -1; // the policy that the next sentence may go on about
};

} // namespace

void read_policies(const Reading& reading, Facts& facts) {
    PolicyReader(reading, facts).run();
}

} // namespace zhitu::text
