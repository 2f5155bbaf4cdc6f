// Policies: titles in the text, who issued them and when, how high they stand, where they hold, what they promote.
#include <zhitu/importers/text/families.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/candidates.hpp>

#include <algorithm>
#include <optional>

namespace zhitu::text {
namespace {

struct Year {
    Range range;
    std::int64_t value = 0;
};

bool is_target_type(std::string_view name) {
    return name == type::technology || name == type::scenario || name == type::industry;
}

class PolicyReader {
  public:
    PolicyReader(const Reading& reading, Facts& facts)
        : reading_(reading)
        , words_(reading.words())
        , facts_(facts) {}

    void run() {
        const auto& blocks = reading_.document().blocks;
        document_year_ = find_document_year();
        for (std::uint32_t i = 0; i < blocks.size(); ++i) {
            if (!readable(blocks[i])) continue;
            if (blocks[i].kind == BlockKind::table_row && read_row(i)) continue;
            if (blocks[i].kind != BlockKind::table_row) columns_.clear();
            current_ = -1;
            for (const Sentence& sentence : reading_.sentences(i)) read_sentence(sentence);
        }
        read_own_text();
    }

  private:
    [[nodiscard]] static bool readable(const Block& block) {
        return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item ||
               block.kind == BlockKind::record || block.kind == BlockKind::table_row ||
               block.kind == BlockKind::abstract || block.kind == BlockKind::title;
    }

    // ---- A table of policies: the first row names the columns

    bool read_row(std::uint32_t block) {
        const auto cells = cells_of(reading_.block(block));
        if (columns_.empty()) {
            for (const Range& cell : cells) columns_.push_back(column_of(block, cell));
            return false;
        }
        const auto title = std::find(columns_.begin(), columns_.end(), "title");
        const auto at = static_cast<std::size_t>(title - columns_.begin());
        if (title == columns_.end() || at >= cells.size() || cells[at].size() < 4) return false;
        const int policy = add_row_policy(block, cells[at]);
        for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i)
            fill_cell(block, policy, cells[i], columns_[i]);
        add_row_year(block, policy);
        set_level(policy);
        return true;
    }

    [[nodiscard]] std::string column_of(std::uint32_t block, Range cell) const {
        const auto value = words_.find(reading_.folded(block, cell), words_.group("policy.column"));
        return value ? std::string(*value) : std::string();
    }

    [[nodiscard]] Passage row(std::uint32_t block) const {
        return reading_.place(block, {0, static_cast<std::uint32_t>(reading_.block(block).text.size())});
    }

    int add_row_policy(std::uint32_t block, Range cell) {
        const auto titles = reading_.mentions_in(block, cell, {type::policy});
        const std::string name =
            titles.empty() ? to_utf8(reading_.block(block).slice(cell)) : identity_of(*titles.front());
        const Range mention = titles.empty() ? cell : titles.front()->range;
        const int policy = facts_.add(type::policy, name, name, {block, row(block).range, mention}, "policy.table-row");
        add_plain_alias(facts_.node(policy), name);
        if (titles.empty()) return policy;
        add_title_targets(policy, *titles.front());
        if (!reading_.sentences(block).empty()) add_region(policy, reading_.sentences(block).front(), *titles.front());
        return policy;
    }

    void fill_cell(std::uint32_t block, int policy, Range cell, std::string_view column) {
        if (column == "body")
            for (const Mention* body : reading_.mentions_in(block, cell, {type::body}))
                facts_.connect("ISSUED", add_body(*body), policy, {row(block)}, "issue.table-row");
        if (column == "target")
            for (const Mention* mention : reading_.mentions_in(block, cell))
                if (is_target_type(mention->type) && mention->score >= 1.0)
                    facts_.connect("TARGETS", policy, facts_.add(*mention, reading_.place(*mention)), {row(block)},
                                   "target.table-row");
    }

    void add_row_year(std::uint32_t block, int policy) {
        const auto text = reading_.folded(block, row(block).range);
        for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
            const bool digits = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                                            text.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_digit);
            if (!digits || (at > 0 && text[at - 1] != U'|' && text[at - 1] != U' ')) continue;
            std::int64_t value = 0;
            for (std::size_t i = at; i < at + 4; ++i) value = value * 10 + static_cast<std::int64_t>(text[i] - U'0');
            if (value >= 1949 && value <= 2099) facts_.node(policy).properties.emplace("year", value);
            return;
        }
    }

    // ---- A sentence: its titles, in order

    void read_sentence(const Sentence& sentence) {
        const auto titles = reading_.mentions_in(sentence.block, sentence.range, {type::policy});
        std::uint32_t from = sentence.range.begin;
        std::vector<int> group; // titles that stand side by side share bodies and targets
        std::uint32_t group_begin = from;
        for (std::size_t i = 0; i < titles.size(); ++i) {
            const Mention& title = *titles[i];
            if (is_not_issued(sentence, title)) continue;
            // Behind the first title of a sentence, one that is not issued there is only cited.
            if (!group.empty() && is_cited(sentence, {from, title.range.begin})) {
                add_policy(sentence, title, {title.range.begin, title.range.begin});
                continue;
            }
            const bool beside = !group.empty() && title.range.begin - titles[i - 1]->range.end <= 1;
            if (!beside) {
                group.clear();
                group_begin = from;
            }
            const int policy = add_policy(sentence, title, {group_begin, title.range.begin});
            group.push_back(policy);
            current_ = policy;
            from = title.range.end;
            std::size_t next = i + 1;
            while (next < titles.size() && is_cited(sentence, {titles[next - 1]->range.end, titles[next]->range.begin}))
                ++next;
            const std::uint32_t end = next < titles.size() ? titles[next]->range.begin : sentence.range.end;
            if (i + 1 < titles.size() && titles[i + 1]->range.begin - title.range.end <= 1) continue;
            for (const int member : group) add_targets(sentence, member, title, {title.range.end, end});
        }
        if (titles.empty() && current_ >= 0) read_continuation(sentence);
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

    // ---- Names

    // "Notice on printing “X”" is X; a short form is what it stands for.
    [[nodiscard]] std::string identity_of(const Mention& title) const {
        const auto& forms = reading_.all_mentions().short_forms;
        const auto form = forms.find(fold(to_utf32(title.name)));
        if (form != forms.end() && form->second.type == type::policy) return form->second.name;
        if (!title.key.empty()) return title.key;
        return inner_title(title.name).value_or(title.name);
    }

    [[nodiscard]] std::optional<std::string> inner_title(const std::string& name) const {
        const std::u32string text = to_utf32(name);
        std::size_t open = std::u32string::npos, close = std::u32string::npos;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (words_.is(text[i], Role::title_open) && open == std::u32string::npos) open = i;
            if (words_.is(text[i], Role::title_close)) close = i;
        }
        if (open == std::u32string::npos || close == std::u32string::npos || close <= open + 1) return std::nullopt;
        return to_utf8(std::u32string_view(text).substr(open + 1, close - open - 1));
    }

    int add_policy(const Sentence& sentence, const Mention& title, Range before) {
        std::string identity = identity_of(title);
        const auto year = year_of(sentence, title, before);
        if (const auto form = words_.find(fold(to_utf32(identity)), words_.group("policy.yearly")); form && year) {
            std::string suffix(*form);
            suffix.replace(suffix.find('%'), 1, std::to_string(year->value));
            identity += suffix;
        }
        const Passage place = reading_.place(title);
        const int policy =
            facts_.add(type::policy, identity, identity, {place.block, place.range, title.range}, "policy.title");
        FactNode& node = facts_.node(policy);
        if (title.name != identity && !is_yearly(title)) add_alias(node, title.name);
        if (!is_yearly(title)) add_plain_alias(node, identity);
        if (year) node.properties.emplace("year", year->value);
        add_issuers(sentence, title, policy, before);
        add_region(policy, sentence, title);
        set_level(policy);
        add_title_targets(policy, title);
        return policy;
    }

    [[nodiscard]] bool is_yearly(const Mention& title) const {
        return words_.find(fold(to_utf32(identity_of(title))), words_.group("policy.yearly")).has_value();
    }

    // Without the years in brackets at its end.
    void add_plain_alias(FactNode& node, const std::string& name) {
        const std::u32string text = to_utf32(name);
        if (text.empty() || fold(text.back()) != U')') return;
        for (std::size_t i = text.size(); i > 0; --i)
            if (fold(text[i - 1]) == U'(') {
                const bool digits = std::any_of(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), is_digit);
                if (digits) add_alias(node, to_utf8(std::u32string_view(text).substr(0, i - 1)));
                return;
            }
    }

    // ---- Years

    [[nodiscard]] std::vector<Year> years_in(std::uint32_t index, Range range) const {
        std::vector<Year> out;
        const Block& block = reading_.block(index);
        const GroupId unit = words_.group("time.year");
        for (std::uint32_t at = range.begin; at + 4 < range.end; ++at) {
            const auto text = reading_.folded(index, {at, range.end});
            if (!std::all_of(text.begin(), text.begin() + 4, is_digit)) continue;
            if ((at > 0 && is_digit(block.text[at - 1])) || !words_.starts_with(text.substr(4), unit)) continue;
            std::int64_t value = 0;
            for (std::size_t i = 0; i < 4; ++i) value = value * 10 + static_cast<std::int64_t>(text[i] - U'0');
            if (value >= 1949 && value <= 2099) out.push_back({{at, at + 5}, value});
        }
        return out;
    }

    [[nodiscard]] std::optional<Year> year_of(const Sentence& sentence, const Mention& title, Range before) {
        const Range front{sentence.range.begin, title.range.begin};
        auto years = years_in(sentence.block, front);
        std::erase_if(years, [&](const Year& year) { // years of goals and years inside titles
            const auto inside = reading_.mentions_in(sentence.block, sentence.range, {type::policy});
            const bool in_title = std::any_of(inside.begin(), inside.end(), [&](const Mention* other) {
                return other->range.begin <= year.range.begin && year.range.end <= other->range.end;
            });
            const Range word_before{year.range.begin > 2 ? year.range.begin - 2 : 0, year.range.begin};
            return in_title ||
                   words_.ends_with(reading_.folded(sentence.block, word_before), words_.group("time.goal-before"));
        });
        std::optional<Year> year;
        if (!years.empty()) year = years.back();
        // A year that says itself by another: the same year, the next.
        for (const auto& cue : reading_.cues(sentence.block, before, "time.relative")) {
            if (year && year->range.begin > cue.range.begin) continue;
            const std::int64_t shift = cue.value == "1" ? 1 : cue.value == "-1" ? -1 : 0;
            if (cue.value.starts_with('d')) {
                if (document_year_) year = Year{cue.range, *document_year_ + (cue.value == "d-1" ? -1 : 0)};
            } else if (last_year_) {
                year = Year{cue.range, *last_year_ + shift};
            }
        }
        if (!year) year = number_year(sentence, title);
        if (!year) year = year_behind(sentence, title);
        if (year) last_year_ = year->value;
        return year;
    }

    // "“X”, issued in 2023 by …": up to the next title.
    [[nodiscard]] std::optional<Year> year_behind(const Sentence& sentence, const Mention& title) const {
        Range behind{title.range.end, sentence.clause_at(title.range.end - 1).range.end};
        const auto next = reading_.mentions_in(sentence.block, {title.range.end, sentence.range.end}, {type::policy});
        if (!next.empty()) behind.end = std::min(behind.end, next.front()->range.begin);
        if (!reading_.has_cue(sentence.block, behind, "issue")) return std::nullopt;
        const auto years = years_in(sentence.block, behind);
        return years.empty() ? std::nullopt : std::optional(years.front());
    }

    // The year of the document's number behind the title.
    [[nodiscard]] std::optional<Year> number_year(const Sentence& sentence, const Mention& title) const {
        const Block& block = reading_.block(sentence.block);
        std::uint32_t at = title.range.end;
        if (at >= block.text.size() || block.folded[at] != U'(') return std::nullopt;
        for (const std::uint32_t end = std::min<std::uint32_t>(at + 24, static_cast<std::uint32_t>(block.text.size()));
             at + 5 < end; ++at) {
            if (!words_.is(block.text[at], Role::bracket_open)) continue;
            const auto text = reading_.folded(sentence.block, {at + 1, at + 5});
            if (!std::all_of(text.begin(), text.end(), is_digit)) continue;
            std::int64_t value = 0;
            for (const char32_t c : text) value = value * 10 + static_cast<std::int64_t>(c - U'0');
            if (value >= 1949 && value <= 2099) return Year{{at + 1, at + 5}, value};
        }
        return std::nullopt;
    }

    // The year of the paper: of its date of issue, else the last year that its references or text name.
    [[nodiscard]] std::optional<std::int64_t> find_document_year() const {
        const auto& blocks = reading_.document().blocks;
        for (std::uint32_t i = 0; i < blocks.size(); ++i) {
            const Block& block = blocks[i];
            const bool dated = block.kind == BlockKind::meta || block.kind == BlockKind::footnote ||
                               (block.kind == BlockKind::foreign && i < 6) || block.kind == BlockKind::authors;
            if (!dated) continue;
            const auto years = years_in(i, {0, static_cast<std::uint32_t>(block.text.size())});
            if (!years.empty()) return years.front().value;
            if (const auto written = written_year(block)) return written;
        }
        return std::nullopt;
    }

    // Four numerals of the pack's script before the word for year.
    [[nodiscard]] std::optional<std::int64_t> written_year(const Block& block) const {
        for (std::uint32_t at = 0; at + 5 <= block.folded.size(); ++at) {
            std::int64_t value = 0;
            bool all = true;
            for (std::uint32_t i = 0; i < 4 && all; ++i) {
                const auto digit = words_.numeral(std::u32string_view(block.folded).substr(at + i, 1));
                all = digit && digit->value < 10;
                if (all) value = value * 10 + digit->value;
            }
            const auto rest = std::u32string_view(block.folded).substr(at + 4);
            if (all && words_.starts_with(rest, words_.group("time.year")) && value > 1948 && value < 2100)
                return value;
        }
        return std::nullopt;
    }

    // ---- Bodies

    void add_issuers(const Sentence& sentence, const Mention& title, int policy, Range before) {
        std::vector<std::pair<int, Passage>> issuers;
        const Passage place = reading_.place(sentence.block, issue_range(sentence, title));
        auto bodies = reading_.mentions_in(sentence.block, before, {type::body});
        std::erase_if(bodies, [&](const Mention* body) { return in_brackets(*body, before.begin); });
        const bool issued = reading_.has_cue(sentence.block, before, "issue");
        const bool adjacent = !bodies.empty() && bodies.back()->range.end + 1 >= title.range.begin;
        if (issued || adjacent)
            for (const Mention* body : bodies) issuers.emplace_back(add_body(*body), place);
        if (bodies.empty() && issued) add_region_as_body(sentence, before, issuers, place);
        // "“X” was issued jointly by A and B."
        const std::uint32_t clause_end = sentence.clause_at(title.range.end - 1).range.end;
        const Range behind{title.range.end, clause_end};
        if (issuers.empty() && reading_.has_cue(sentence.block, behind, "issue") &&
            reading_.has_cue(sentence.block, behind, "passive"))
            for (const Mention* body : reading_.mentions_in(sentence.block, behind, {type::body}))
                issuers.emplace_back(add_body(*body), place);
        if (issuers.empty()) add_bodies_of_title(title, issuers);
        const auto count = number_of_bodies(sentence, {before.begin, clause_end});
        for (const auto& [body, evidence] : issuers) {
            facts_.connect("ISSUED", body, policy, {evidence}, "issue.body-before-title");
            if (count) facts_.edge("ISSUED", body, policy)->properties["bodies"] = *count;
        }
    }

    // The number of a document in brackets names bodies that did not issue this one.
    [[nodiscard]] bool in_brackets(const Mention& mention, std::uint32_t from) const {
        int depth = 0;
        for (std::uint32_t at = from; at < mention.range.begin; ++at) {
            const char32_t c = reading_.block(mention.block).folded[at];
            depth += c == U'(' ? 1 : c == U')' && depth > 0 ? -1 : 0;
        }
        return depth > 0;
    }

    // From the body to the title, both in one quote.
    [[nodiscard]] Range issue_range(const Sentence& sentence, const Mention& title) const {
        return {sentence.range.begin, sentence.clause_at(title.range.end - 1).range.end};
    }

    int add_body(const Mention& body) { return facts_.add(body, reading_.place(body)); }

    // A place that issues stands for its government, where the text or its references name that.
    void add_region_as_body(const Sentence& sentence, Range before, std::vector<std::pair<int, Passage>>& issuers,
                            const Passage& place) {
        const auto regions = reading_.mentions_in(sentence.block, before, {type::region});
        if (regions.empty()) return;
        const Mention& region = *regions.back();
        const std::string government = government_of(region);
        const int body = facts_.add(type::body, government, government,
                                    {region.block, reading_.place(region).range, region.range}, "issue.place");
        add_alias(facts_.node(body), region.name);
        facts_.node(body).properties.emplace("level", "local");
        issuers.emplace_back(body, place);
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

    void add_bodies_of_title(const Mention& title, std::vector<std::pair<int, Passage>>& issuers) {
        // Candidates inside the title that begin where it begins, or are joined to such.
        std::uint32_t at = title.range.begin + 1;
        const auto& candidates = reading_.all_mentions().candidates[title.block];
        while (true) {
            const Mention* best = nullptr;
            for (const Mention& mention : candidates)
                if (mention.type == type::body && mention.range.begin == at && mention.range.end < title.range.end &&
                    (best == nullptr || mention.range.end > best->range.end))
                    best = &mention;
            if (best == nullptr) return;
            const Passage place = reading_.place(title);
            issuers.emplace_back(facts_.add(*best, {place.block, place.range, best->range}), place);
            at = best->range.end;
            if (!words_.is(reading_.block(title.block).text[at], Role::list_comma)) return;
            ++at;
        }
    }

    [[nodiscard]] std::optional<std::int64_t> number_of_bodies(const Sentence& sentence, Range range) const {
        const GroupId unit = words_.group("body.unit");
        for (const auto& cue : reading_.cues(sentence.block, range, "body.and-others")) {
            const auto rest = reading_.folded(sentence.block, {cue.range.end, range.end});
            std::size_t digits = 0;
            std::int64_t value = 0;
            while (digits < rest.size() && is_digit(rest[digits])) value = value * 10 + (rest[digits++] - U'0');
            if (digits == 0) {
                const auto numeral = words_.numeral(rest);
                if (!numeral) continue;
                digits = numeral->length;
                value = numeral->value;
            }
            const std::size_t skip = digits < rest.size() && rest[digits] == U' ' ? 1 : 0;
            if (words_.starts_with(rest.substr(digits + skip), unit)) return value;
        }
        return std::nullopt;
    }

    // ---- Level and region

    void add_region(int policy, const Sentence& sentence, const Mention& title) {
        const std::uint32_t begin = title.range.begin + 1;
        const Mention* best = nullptr;
        for (const Mention& mention : reading_.all_mentions().candidates[title.block])
            if (mention.type == type::region && mention.range.begin == begin && mention.range.end < title.range.end &&
                (best == nullptr || mention.range.end > best->range.end))
                best = &mention;
        if (best == nullptr || is_country(*best)) return;
        if (words_.starts_with(reading_.folded(title.block, {best->range.end, title.range.end}),
                               words_.group("body.government")))
            return;
        const Passage place = reading_.place(sentence.block, reading_.place(title).range);
        const int region = facts_.add(*best, {place.block, place.range, best->range});
        facts_.connect("APPLIES_TO", policy, region, {place}, "policy.region-in-title");
        facts_.node(policy).properties.emplace("level", "local");
    }

    [[nodiscard]] static bool is_country(const Mention& region) {
        return std::any_of(region.properties.begin(), region.properties.end(), [](const auto& property) {
            return property.first == "kind" && (property.second == "country" || property.second == "area");
        });
    }

    // A policy stands as high as the highest of its bodies.
    void set_level(int policy) {
        static constexpr std::string_view order[] = {"national", "ministry", "local"};
        for (const std::string_view level : order)
            for (const FactEdge& edge : facts_.edges()) {
                if (edge.type != "ISSUED" || edge.to != policy) continue;
                const auto& properties = facts_.node(edge.from).properties;
                const auto found = properties.find("level");
                if (found != properties.end() && found->second == Value(level)) {
                    facts_.node(policy).properties["level"] = level;
                    return;
                }
            }
        if (words_.contains(fold(to_utf32(facts_.node(policy).name)), words_.group("policy.national")))
            facts_.node(policy).properties.emplace("level", "national");
    }

    // ---- Targets

    // What the title names: the best cover of the candidates inside.
    void add_title_targets(int policy, const Mention& title) {
        std::vector<Mention> inside;
        for (const Mention& mention : reading_.all_mentions().candidates[title.block])
            if (mention.range.begin > title.range.begin && mention.range.end + 1 < title.range.end &&
                !mention.type.empty() && mention.type != type::policy)
                inside.push_back(mention);
        const Passage place = reading_.place(title);
        const BlockView view{reading_.block(title.block), title.block, reading_.all_mentions().words[title.block],
                             words_};
        for (const Mention& mention : settle(view, inside)) {
            if (mention.type != type::technology && mention.type != type::industry) continue;
            if (mention.score < 1.0) continue;
            const int target = facts_.add(mention, {place.block, place.range, mention.range});
            facts_.connect("TARGETS", policy, target, {place}, "target.title");
        }
    }

    void add_targets(const Sentence& sentence, int policy, const Mention& title, Range behind) {
        if (behind.size() < 3 || !reading_.has_cue(sentence.block, behind, "promote")) return;
        connect_targets(sentence, policy, behind, Range{title.range.begin, sentence.range.end}, "target.promote");
    }

    void connect_targets(const Sentence& sentence, int policy, Range range, Range quote, std::string_view rule) {
        for (const Mention* mention : reading_.mentions_in(sentence.block, range)) {
            if (!is_target_type(mention->type)) continue;
            const Clause& clause = sentence.clause_at(mention->range.begin);
            if ((clause.modality & (negated | doubtful)) != 0 || is_goal(sentence, clause)) continue;
            const int target = facts_.add(*mention, reading_.place(*mention));
            facts_.connect("TARGETS", policy, target, {reading_.place(sentence.block, quote)}, rule);
        }
    }

    // A goal with a figure for a year to come is no target.
    [[nodiscard]] bool is_goal(const Sentence& sentence, const Clause& clause) const {
        return reading_.has_cue(sentence.block, clause.range, "time.goal") &&
               !years_in(sentence.block, clause.range).empty();
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
        const int title = reading_.document().title;
        if (title < 0) return;
        const auto titles = reading_.mentions(static_cast<std::uint32_t>(title));
        const Mention* own = nullptr;
        for (const Mention& mention : titles)
            if (mention.type == type::policy) own = &mention;
        if (own == nullptr) return;
        const auto policy = facts_.find(type::policy, identity_of(*own));
        if (!policy) return;
        if (document_year_) facts_.node(*policy).properties.emplace("year", *document_year_);
        for (std::uint32_t i = 0; i < reading_.document().blocks.size(); ++i) {
            const Block& block = reading_.block(i);
            if (block.topic != Topic::task || !readable(block)) continue;
            for (const Sentence& sentence : reading_.sentences(i)) read_task(sentence, *policy);
        }
    }

    void read_task(const Sentence& sentence, int policy) {
        for (const Clause& clause : sentence.clauses) {
            if ((clause.modality & negated) != 0 || is_goal(sentence, clause)) continue;
            if (!reading_.mentions_in(sentence.block, sentence.range, {type::firm}).empty()) continue;
            connect_targets(sentence, policy, clause.range, sentence.range, "target.task");
        }
    }

    const Reading& reading_;
    const Vocabulary& words_;
    Facts& facts_;
    std::vector<std::string> columns_; // slots of a table's columns
    int current_ = -1;                 // the policy that the next sentence may go on about
    std::optional<std::int64_t> last_year_;
    std::optional<std::int64_t> document_year_;
};

} // namespace

void read_policies(const Reading& reading, Facts& facts) {
    PolicyReader(reading, facts).run();
}

} // namespace zhitu::text
