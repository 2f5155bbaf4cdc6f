// Candidates by the shape of a name: titles, legal forms, tails, quoted and Latin names.
#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <optional>

namespace zhitu::text {
namespace {

constexpr double weight_per_character = 0.35;

double length_weight(std::uint32_t size) {
    return weight_per_character * std::min<double>(size, 14);
}

// A shape that is hardly ever wrong outweighs all that could be found inside it.
double shape_weight(Range range) {
    return 4.0 + 2.0 * range.size();
}

bool is_punctuation(const Vocabulary& words, char32_t c) {
    return words.is(c, Role::stop) || words.is(c, Role::comma) || words.is(c, Role::semicolon) ||
           words.is(c, Role::list_comma) || words.is(c, Role::open) || words.is(c, Role::close) ||
           words.is(c, Role::colon) || words.is(c, Role::dash) || c == U'|' || c == U' ' || c == U'"';
}

bool letter_or_digit(char32_t c) {
    return is_latin_letter(c) || is_digit(c);
}

/// The hits of one word class, in order of their ends.
std::vector<PackHit> class_hits(const BlockView& view, std::string_view name) {
    const GroupId group = view.words.group(name);
    std::vector<PackHit> out;
    if (group == Pack::no_group) return out;
    for (const PackHit& hit : view.lexical.hits)
        if (view.words.pack().entry(hit.entry).group == group) out.push_back(hit);
    return out;
}

// Of hits that end alike only the longest is a head.
std::vector<PackHit> longest_by_end(std::vector<PackHit> hits) {
    std::sort(hits.begin(), hits.end(), [](const PackHit& a, const PackHit& b) {
        return std::tuple(a.end, a.begin) < std::tuple(b.end, b.begin);
    });
    hits.erase(std::unique(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.end == b.end; }),
               hits.end());
    return hits;
}

/// The begin of a place name that ends at `end`: one of the lists, or up to four characters and a tail of places,
/// between edges of words.
std::optional<std::uint32_t> place_before(const BlockView& view, std::uint32_t end) {
    const GroupId region = view.words.group(type::region);
    std::optional<std::uint32_t> begin;
    for (const PackHit& hit : view.lexical.hits) {
        const PackEntry& entry = view.words.pack().entry(hit.entry);
        if (hit.end == end && entry.group == region && entry.trust != Trust::block && (!begin || hit.begin < *begin))
            begin = hit.begin;
    }
    if (begin) return begin;
    const auto tail = view.words.ends_with(view.folded(0, end), view.words.group("region.tail"));
    if (!tail) return std::nullopt;
    for (std::uint32_t front = 2; front <= 4 && front + tail->length <= end; ++front) {
        const std::uint32_t at = end - tail->length - front;
        const auto name = view.folded(at, end - tail->length);
        if (!std::all_of(name.begin(), name.end(), is_han)) return std::nullopt;
        const bool free = at == 0 || !is_han(view.block.text[at - 1]) ||
                          view.words.ends_with(view.folded(0, at), view.words.group("edge"));
        if (free && view.lexical.edge[at]) return at;
    }
    return std::nullopt;
}

/// Where the last place, firm or body of the lists inside a run ends: a name begins behind it.
std::uint32_t end_of_actor(const BlockView& view, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t found = begin;
    for (const PackHit& hit : view.lexical.hits) {
        if (hit.begin < begin || hit.end > end) continue;
        const PackEntry& entry = view.words.pack().entry(hit.entry);
        const auto group = view.words.pack().group_name(entry.group);
        if (entry.trust == Trust::certain && (group == type::region || group == type::firm || group == type::body) &&
            view.lexical.edge[hit.begin] && view.lexical.edge[hit.end])
            found = std::max(found, hit.end);
    }
    return found;
}

/// Where the last certain term of a type inside a run ends.
std::uint32_t end_of_terms(const BlockView& view, std::string_view node_type, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t found = begin;
    for (const PackHit& hit : view.lexical.hits) {
        const PackEntry& entry = view.words.pack().entry(hit.entry);
        if (hit.begin >= begin && hit.end <= end && entry.trust == Trust::certain &&
            view.words.pack().group_name(entry.group) == node_type)
            found = std::max(found, hit.end);
    }
    return found;
}

// A brand is what the general lexicon hardly knows: its characters cost more than those of common words.
bool is_brand(const BlockView& view, Range range) {
    constexpr std::uint32_t rare = 256 * 86 / 10; // a character
    std::uint32_t begin = 0, cost = 0;
    for (const LexiconHit& word : view.lexical.lexicon) {
        if (begin >= range.begin && word.end <= range.end) cost += word.cost;
        begin = word.end;
        if (begin >= range.end) break;
    }
    return cost >= rare * range.size();
}

bool place_at(const BlockView& view, std::uint32_t begin) {
    const GroupId region = view.words.group(type::region);
    return std::any_of(view.lexical.hits.begin(), view.lexical.hits.end(), [&](const PackHit& hit) {
        const PackEntry& entry = view.words.pack().entry(hit.entry);
        return hit.begin == begin && entry.group == region && entry.trust != Trust::block;
    });
}

// Names with a head: the run of words in front of it, cut where a name can begin.
void propose_with_head(const BlockView& view, std::string_view node_type, const PackHit& head, double weight,
                       std::uint32_t least_front, std::vector<Mention>& out) {
    constexpr std::uint32_t longest_front = 12;
    if (!view.lexical.edge[head.end] && head.end < view.size() && is_han(view.block.text[head.end])) weight -= 0.7;
    std::uint32_t begin = run_begin(view, head.begin, longest_front, Verbs::adjacent);
    begin = std::max(begin, end_of_actor(view, begin, head.begin));
    if (node_type == type::scenario) begin = std::max(begin, end_of_terms(view, type::technology, begin, head.begin));
    const std::uint32_t front = head.begin - begin;
    if (front < least_front) return;
    const Range range{begin, head.end};
    const std::string generic = std::string(node_type) + ".generic";
    if (view.words.find(view.folded(range.begin, range.end), view.words.group(generic))) return;
    const double score = weight + 0.2 * std::min<double>(front, 4) + 0.1 * length_weight(range.size());
    Mention mention = view.mention(node_type, range, score, "head");
    const std::string_view kind = view.words.pack().entry(head.entry).name;
    if (!kind.empty() && node_type == type::technology) mention.properties.emplace_back("kind", kind);
    out.push_back(std::move(mention));
}

} // namespace

std::uint32_t run_begin(const BlockView& view, std::uint32_t end, std::uint32_t longest, Verbs verbs) {
    const auto& lexicon = view.lexical.lexicon;
    const GroupId edge = view.words.group("edge"), model = view.words.group("name.model");
    const GroupId step_head = view.words.group("Scenario.head"),
                  weak_step_head = view.words.group("Scenario.ambiguous-head");
    auto word = std::lower_bound(lexicon.begin(), lexicon.end(), end,
                                 [](const LexiconHit& hit, std::uint32_t at) { return hit.end < at; });
    std::uint32_t begin = end;
    std::vector<std::pair<std::uint32_t, WordClass>> taken; // begins of the words, from right to left
    while (begin > 0 && word != lexicon.end()) {
        const std::uint32_t word_begin = word == lexicon.begin() ? 0 : std::prev(word)->end;
        if (word_begin == begin) { // `end` is where this word begins
            if (word == lexicon.begin()) break;
            --word;
            continue;
        }
        const auto text = view.folded(word_begin, begin);
        if (end - word_begin > longest) break;
        if (std::any_of(text.begin(), text.end(), [&](char32_t c) { return is_punctuation(view.words, c); })) break;
        const auto tail = verbs == Verbs::any ? std::nullopt : view.words.ends_with(text, edge);
        if (view.words.find(text, edge) || (tail && tail->length > 1)) break;
        if (word->word_class == WordClass::function && verbs != Verbs::any) break;
        const bool step = view.words.find(text, step_head) || view.words.find(text, weak_step_head);
        const bool verb = word->word_class == WordClass::verb && verbs != Verbs::any && !step;
        if (verb && !(verbs == Verbs::adjacent && taken.empty())) break;
        const bool number = std::all_of(text.begin(), text.end(), is_digit);
        if (number && !view.words.starts_with(view.folded(begin, view.size()), model)) break;
        taken.emplace_back(word_begin, step ? WordClass::other : word->word_class);
        begin = word_begin;
        if (word == lexicon.begin()) break;
        --word;
    }
    while (verbs != Verbs::any && !taken.empty() && taken.back().second == WordClass::verb) taken.pop_back();
    return taken.empty() ? end : taken.back().first;
}

void propose_titles(const BlockView& view, std::vector<Mention>& out) {
    const Vocabulary& words = view.words;
    for (std::uint32_t at = 0; at < view.size(); ++at) {
        if (!words.is(view.block.text[at], Role::title_open)) continue;
        std::uint32_t close = at + 1, depth = 1;
        constexpr std::uint32_t longest = 120;
        while (close < view.size() && close - at < longest) {
            if (words.is(view.block.text[close], Role::title_open)) ++depth;
            if (words.is(view.block.text[close], Role::title_close) && --depth == 0) break;
            ++close;
        }
        if (close >= view.size() || depth != 0 || close == at + 1) continue;
        Range range{at + 1, close};
        std::u32string_view title = view.folded(range.begin, range.end);
        // Brackets at the end hold years or "(trial)": the tail word stands before them.
        std::u32string_view tail = title;
        if (tail.ends_with(U')')) tail = tail.substr(0, tail.rfind(U'('));
        const auto front = view.folded(at > 8 ? at - 8 : 0, at);
        const bool policy = words.ends_with(tail, words.group("policy.tail")) ||
                            words.find(title, words.group(type::policy)) ||
                            words.ends_with(front, words.group("issue"));
        if (policy) {
            Mention mention = view.mention(type::policy, {at, close + 1}, shape_weight({at, close}), "title");
            mention.name = to_utf8(view.block.slice(range));
            out.push_back(std::move(mention));
        } else {
            // Whatever stands in title marks is a title: it hides the terms inside.
            Mention mention = view.mention("", {at, close + 1}, shape_weight({at, close}), "other-title");
            out.push_back(std::move(mention));
        }
        at = close;
    }
}

void propose_firms(const BlockView& view, std::vector<Mention>& out) {
    constexpr std::uint32_t longest_front = 18;
    for (const PackHit& legal : longest_by_end(class_hits(view, "Firm.legal"))) {
        const std::uint32_t begin = run_begin(view, legal.begin, longest_front, Verbs::any);
        if (legal.begin - begin < 2) continue;
        out.push_back(view.mention(type::firm, {begin, legal.end}, shape_weight({begin, legal.end}), "legal-form"));
    }
    // A brand of two to four characters and a business word, between edges of words.
    for (const PackHit& business : longest_by_end(class_hits(view, "Firm.business"))) {
        const std::uint32_t run = run_begin(view, business.begin, 6, Verbs::any);
        if (run == business.begin || business.begin - run < 2 || business.begin - run > 4) continue;
        const auto word = view.folded(business.begin, business.end);
        const bool step = view.words.find(word, view.words.group("Scenario.head")).has_value();
        if (step || !is_brand(view, {run, business.begin})) continue;
        const double weight = view.lexical.edge[business.end] ? 0.4 : -0.9;
        out.push_back(view.mention(type::firm, {run, business.end}, weight + length_weight(business.end - run),
                                   "brand-business"));
    }
}

// "the German maker X", "X Company" without a legal form: a brand behind a country or before a word for a firm.
void propose_brands(const BlockView& view, std::vector<Mention>& out) {
    const GroupId region = view.words.group(type::region), end_word = view.words.group("brand.end");
    for (const PackHit& hit : view.lexical.hits) {
        const PackEntry& entry = view.words.pack().entry(hit.entry);
        if (entry.group != region || entry.trust != Trust::certain) continue;
        const bool country = std::any_of(entry.properties.begin(), entry.properties.end(), [](const auto& property) {
            return property.first == "kind" && property.second == "country";
        });
        if (!country) continue;
        for (std::uint32_t end = hit.end + 2; end <= std::min(view.size(), hit.end + 5); ++end) {
            if (!is_han(view.block.text[end - 1])) break;
            const bool closed = end == view.size() || is_punctuation(view.words, view.block.text[end]) ||
                                view.words.starts_with(view.folded(end, view.size()).substr(0, 6), end_word);
            if (!closed || !is_brand(view, {hit.end, end})) continue;
            out.push_back(view.mention(type::firm, {hit.end, end}, 1.6, "brand-of-country"));
            break;
        }
    }
    for (const PackHit& word : class_hits(view, "brand.company")) {
        const std::uint32_t begin = run_begin(view, word.begin, 6, Verbs::any);
        const std::uint32_t from = std::max(begin, end_of_actor(view, begin, word.begin));
        if (word.begin - from < 2 || word.begin - from > 5 || !is_brand(view, {from, word.begin})) continue;
        out.push_back(view.mention(type::firm, {from, word.end}, 2.0, "brand-company"));
    }
}

void propose_bodies(const BlockView& view, std::vector<Mention>& out) {
    for (const char* list : {"IssuingBody.head", "IssuingBody.ambiguous-head"})
        for (const PackHit& head : longest_by_end(class_hits(view, list))) {
            const auto begin = place_before(view, head.begin);
            if (!begin) continue;
            Mention mention =
                view.mention(type::body, {*begin, head.end}, shape_weight({*begin, head.end}), "place-body");
            mention.properties.emplace_back("level", "local");
            out.push_back(std::move(mention));
        }
}

void propose_regions(const BlockView& view, std::vector<Mention>& out) {
    for (const PackHit& tail : longest_by_end(class_hits(view, "region.tail"))) {
        const std::uint32_t begin = run_begin(view, tail.begin, 5);
        const std::uint32_t front = tail.begin - begin;
        if (front < 2 || front > 4 || !view.lexical.edge[tail.end]) continue;
        if (view.words.pack().entry(tail.entry).name != "strong" && !is_brand(view, {begin, tail.begin})) continue;
        const auto value = view.words.pack().entry(tail.entry).name;
        out.push_back(view.mention(type::region, {begin, tail.end},
                                   (value == "strong" ? 1.2 : -1.2) + length_weight(tail.end - begin), "place-tail"));
    }
}

void propose_institutions(const BlockView& view, std::vector<Mention>& out) {
    for (const auto& [list, weight] :
         {std::pair("Institution.head", 2.2), std::pair("Institution.ambiguous-head", -0.6)})
        for (const PackHit& head : longest_by_end(class_hits(view, list))) {
            const std::uint32_t begin = run_begin(view, head.begin, 16);
            if (head.begin - begin < 2) continue;
            // A proper name has a place or something rare in front; the rest are kinds of institutions.
            const bool proper = place_at(view, begin) || is_brand(view, {begin, std::min(head.begin, begin + 2)});
            out.push_back(view.mention(type::institution, {begin, head.end},
                                       weight + length_weight(head.end - begin) - (proper ? 0 : 4),
                                       "institution-head"));
        }
}

void propose_heads(const BlockView& view, std::vector<Mention>& out) {
    for (const PackHit& head : longest_by_end(class_hits(view, "Technology.head")))
        propose_with_head(view, type::technology, head, 0.2, 2, out);
    for (const PackHit& head : longest_by_end(class_hits(view, "Technology.ambiguous-head")))
        propose_with_head(view, type::technology, head, -1.5, 2, out);
    for (const PackHit& head : longest_by_end(class_hits(view, "Scenario.head")))
        propose_with_head(view, type::scenario, head, -0.6, 2, out);
    for (const PackHit& head : longest_by_end(class_hits(view, "Scenario.ambiguous-head")))
        propose_with_head(view, type::scenario, head, -1.8, 2, out);
    for (const PackHit& head : longest_by_end(class_hits(view, "Industry.head"))) {
        propose_with_head(view, type::industry, head, -0.4, 2, out);
        if (out.empty() || out.back().type != type::industry || out.back().range.end != head.end) continue;
        // The node is called by the bare name.
        Mention& mention = out.back();
        mention.key = to_utf8(view.block.slice({mention.range.begin, head.begin}));
    }
}

void propose_latin(const BlockView& view, std::vector<Mention>& out) {
    const GroupId generic = view.words.group("latin.generic");
    for (std::uint32_t at = 0; at < view.size(); ++at) {
        const char32_t c = view.block.text[at];
        if (!is_latin_letter(c) || (at > 0 && letter_or_digit(view.block.text[at - 1]))) continue;
        std::uint32_t end = at;
        bool capital = false;
        while (end < view.size()) {
            const char32_t d = view.block.text[end];
            const bool inner = (d == U'-' || d == U'/' || d == U'.' || d == U'+' || d == U' ') &&
                               end + 1 < view.size() && letter_or_digit(view.block.text[end + 1]) &&
                               (d != U' ' || is_latin_letter(view.block.text[end + 1]));
            if (!letter_or_digit(d) && !inner) break;
            capital = capital || (d >= U'A' && d <= U'Z');
            ++end;
        }
        const Range range{at, end};
        const bool web = view.block.folded.find(U"http") == at || view.folded(at, end).find(U"www.") == 0;
        const bool quoted = at > 0 && view.words.is(view.block.text[at - 1], Role::quote_open) && end < view.size() &&
                            view.words.is(view.block.text[end], Role::quote_close);
        const double weight = (quoted ? 1.2 : -0.3) + 0.1 * std::min<double>(range.size(), 10);
        if (range.size() >= 2 && capital && !web && !view.words.find(view.folded(at, end), generic))
            out.push_back(view.mention(type::technology, range, weight, "latin"));
        at = end;
    }
}

// “Name” + head, head + “Name”, head + Latin name, Latin name + head.
void propose_quoted(const BlockView& view, std::vector<Mention>& out) {
    const Vocabulary& words = view.words;
    const GroupId head = words.group("Technology.head");
    // Where the run with a head that ends at `at` begins.
    const auto run_before = [&](std::uint32_t at) -> std::optional<std::uint32_t> {
        const auto word = words.ends_with(view.folded(at > 6 ? at - 6 : 0, at), head);
        if (!word) return std::nullopt;
        const std::uint32_t begin = run_begin(view, at - word->length, 8, Verbs::adjacent);
        return std::max(begin, end_of_actor(view, begin, at - word->length));
    };
    for (std::uint32_t at = 0; at < view.size(); ++at) {
        if (!words.is(view.block.text[at], Role::quote_open)) continue;
        std::uint32_t close = at + 1;
        while (close < view.size() && close - at <= 14 && !words.is(view.block.text[close], Role::quote_close)) ++close;
        if (close >= view.size() || !words.is(view.block.text[close], Role::quote_close) || close - at < 3) continue;
        const bool plain = std::none_of(view.block.text.begin() + at + 1, view.block.text.begin() + close,
                                        [&](char32_t c) { return is_punctuation(words, c); });
        if (!plain) continue;
        // The longest run of words behind the quote that ends in a head.
        std::uint32_t best = 0;
        const bool loose =
            words.starts_with(view.folded(close + 1, view.size()).substr(0, 3), words.group("list.end")).has_value();
        for (std::uint32_t length = 2; length <= 10 && close + 1 + length <= view.size() && !loose; ++length) {
            const auto text = view.folded(close + 1, close + 1 + length);
            if (is_punctuation(words, text.back()) || is_punctuation(words, text.front())) break;
            if (words.ends_with(text, head))
                if (view.lexical.edge[close + 1 + length]) best = length;
        }
        if (best > 0) {
            Mention mention =
                view.mention(type::technology, {at, close + 1 + best}, shape_weight({at, close}), "quoted-head");
            out.push_back(std::move(mention));
        } else if (const auto begin = run_before(at)) {
            Mention mention =
                view.mention(type::technology, {*begin, close + 1}, shape_weight({*begin, close}), "head-quoted");
            mention.name = to_utf8(view.block.slice({at + 1, close}));
            out.push_back(std::move(mention));
        }
        at = close;
    }
    for (std::uint32_t at = 0; at < view.size(); ++at) {
        if (!is_latin_letter(view.block.text[at]) || (at > 0 && letter_or_digit(view.block.text[at - 1]))) continue;
        std::uint32_t end = at;
        while (end < view.size() &&
               (letter_or_digit(view.block.text[end]) || view.block.text[end] == U'-' ||
                (view.block.text[end] == U' ' && end + 1 < view.size() && is_latin_letter(view.block.text[end + 1]))))
            ++end;
        const bool capital = std::any_of(view.block.text.begin() + at, view.block.text.begin() + end,
                                         [](char32_t c) { return c >= U'A' && c <= U'Z'; });
        if (end - at >= 2 && capital) {
            if (const auto begin = run_before(at)) {
                Mention mention =
                    view.mention(type::technology, {*begin, end}, shape_weight({*begin, end}), "head-latin");
                mention.name = to_utf8(view.block.slice({at, end}));
                out.push_back(std::move(mention));
            }
            for (std::uint32_t length = 2; length <= 6 && end + length <= view.size(); ++length)
                if (words.find(view.folded(end, end + length), head))
                    out.push_back(view.mention(type::technology, {at, end + length}, 3.2 + 0.2 * length, "latin-head"));
        }
        at = end;
    }
}

// A doubtful candidate beside a chosen mention of its type, with only a joining word between, is no longer doubtful.
void propose_joined(const BlockView& view, const std::vector<Mention>& chosen, const std::vector<Mention>& candidates,
                    std::vector<Mention>& out) {
    const GroupId join = view.words.group("join");
    const auto joined = [&](const Mention& left, const Mention& right) {
        return left.range.end < right.range.begin && right.range.begin - left.range.end <= 2 &&
               view.words.find(view.folded(left.range.end, right.range.begin), join);
    };
    for (const Mention& mention : chosen) {
        if (mention.type.empty()) continue;
        for (const Mention& candidate : candidates) {
            if (candidate.type != mention.type || candidate.score > 0) continue;
            if (!joined(mention, candidate) && !joined(candidate, mention)) continue;
            Mention more = candidate;
            more.score += 2.0;
            more.reasons.emplace_back("joined");
            out.push_back(std::move(more));
        }
    }
}

void propose_enumerated(const BlockView& view, const std::vector<Mention>& chosen, std::vector<Mention>& out) {
    const Vocabulary& words = view.words;
    const GroupId edge = words.group("edge");
    const auto joins = [&](std::uint32_t at) { return words.is(view.block.text[at], Role::list_comma); };
    const auto plain_run = [&](Range range) {
        if (range.size() < 2 || range.size() > 14) return false;
        for (std::uint32_t i = range.begin; i < range.end; ++i)
            if (is_punctuation(words, view.block.text[i])) return false;
        return view.lexical.edge[range.begin] && view.lexical.edge[range.end] &&
               !words.find(view.folded(range.begin, range.end), edge);
    };
    for (const Mention& mention : chosen) {
        if (mention.type != type::technology && mention.type != type::scenario && mention.type != type::industry &&
            mention.type != type::firm)
            continue;
        // The member to the right: from a comma to the next comma or joining word.
        if (mention.range.end < view.size() && joins(mention.range.end)) {
            const std::uint32_t begin = mention.range.end + 1;
            std::uint32_t end = begin;
            while (end < view.size() && end - begin <= 14 && !is_punctuation(words, view.block.text[end]) &&
                   !(end > begin + 1 && view.lexical.edge[end] &&
                     words.starts_with(view.folded(end, view.size()).substr(0, 3), words.group("list.end"))))
                ++end;
            if (plain_run({begin, end}) && run_begin(view, end, 14) == begin)
                out.push_back(view.mention(mention.type, {begin, end}, 0.7, "enumeration"));
        }
        // The member to the left: back to a comma, a cue or the sentence's begin.
        if (mention.range.begin > 1 && joins(mention.range.begin - 1)) {
            const std::uint32_t end = mention.range.begin - 1;
            const std::uint32_t begin = run_begin(view, end, 12);
            const bool bounded = begin > 0 && begin < end;
            if (bounded && plain_run({begin, end}))
                out.push_back(view.mention(mention.type, {begin, end}, 0.5, "enumeration"));
        }
    }
}

} // namespace zhitu::text
