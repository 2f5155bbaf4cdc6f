// Candidates by the shape of the names of things: titles, names with a head, Latin and quoted names.
#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/runs.hpp>
#include <zhitu/importers/text/weights.hpp>

#include <algorithm>
#include <optional>

namespace zhitu::text {
namespace {

// ---- Titles

/// Where the title that opens at `open` closes, with titles inside.
std::optional<std::uint32_t> end_of_title(const BlockView& view, std::uint32_t open) {
    constexpr std::uint32_t longest = 120;
    std::uint32_t depth = 1;
    for (std::uint32_t at = open + 1; at < view.size() && at - open < longest; ++at) {
        if (view.words.is(view.block.text[at], Role::title_open)) ++depth;
        if (view.words.is(view.block.text[at], Role::title_close) && --depth == 0) return at;
    }
    return std::nullopt;
}

bool is_policy_title(const BlockView& view, Range range) {
    const Vocabulary& words = view.words;
    const std::u32string_view title = view.folded(range.begin, range.end);
    // Brackets at the end hold years or "(trial)": the tail word stands before them.
    std::u32string_view tail = title;
    if (tail.ends_with(U')')) tail = tail.substr(0, tail.rfind(U'('));
    const std::uint32_t mark = range.begin - 1;
    const auto front = view.folded(mark > 8 ? mark - 8 : 0, mark);
    return words.ends_with(tail, words.group("policy.tail")) || words.find(title, words.group(type::policy)) ||
           words.ends_with(front, words.group("issue"));
}

// Does a public body stand shortly before a place?
bool has_body_before(const BlockView& view, std::uint32_t at) {
    constexpr std::uint32_t window = 24;
    const auto stands_before = [&](const PackHit& hit) { return hit.end <= at && hit.end + window >= at; };
    const auto any = [&](GroupName group, auto names_body) {
        const std::uint32_t reach = window + view.words.pack().longest_form(view.words.group(group));
        const auto hits = hits_of(view, group);
        const auto first = std::ranges::lower_bound(hits, at > reach ? at - reach : 0, {}, &PackHit::begin);
        const auto last = std::ranges::lower_bound(first, hits.end(), at, {}, &PackHit::begin);
        return std::any_of(first, last, [&](const PackHit& hit) { return stands_before(hit) && names_body(hit); });
    };
    const auto is_certain = [&](const PackHit& hit) { return view.words.pack().trust_of(hit.entry) == Trust::certain; };
    return any(type::body, is_certain) || any("IssuingBody.head", [](const PackHit&) { return true; });
}

// The end of a title without marks that begins at `begin`: the last tail of a policy before punctuation.
std::uint32_t end_of_bare_title(const BlockView& view, std::uint32_t begin) {
    constexpr std::uint32_t shortest = 7, longest = 45;
    const GroupId tail = view.words.group("policy.tail");
    std::uint32_t best = begin;
    for (std::uint32_t end = begin + 1; end <= std::min(view.size(), begin + longest); ++end) {
        if (is_punctuation(view.words, view.block.text[end - 1])) break;
        if (end - begin >= shortest && view.lexical.edge[end] && view.words.ends_with(view.folded(begin, end), tail))
            best = end;
    }
    return best;
}

// A document's title that is a policy's: it begins with a place, a body or a plan's period and ends as policies do.
bool names_own_policy(const BlockView& view) {
    constexpr std::uint32_t shortest = 8;
    if (view.block.kind != BlockKind::title || view.size() < shortest) return false;
    std::u32string_view title = view.block.folded;
    if (std::any_of(view.block.text.begin(), view.block.text.end(),
                    [&](char32_t c) { return view.words.is(c, Role::title_open) || view.words.is(c, Role::colon); }))
        return false;
    if (title.ends_with(U')')) title = title.substr(0, title.rfind(U'('));
    const bool begins = is_place_at(view, 0) || has_body_before(view, std::min<std::uint32_t>(view.size(), 12)) ||
                        view.words.is(view.block.text.front(), Role::quote_open);
    return begins && view.words.ends_with(title, view.words.group("policy.own-tail"));
}

// ---- Heads

// The run of words in front of a head, cut where a name can begin.
std::uint32_t front_of_head(const BlockView& view, std::string_view node_type, std::uint32_t head) {
    constexpr std::uint32_t longest_front = 12;
    std::uint32_t begin = run_begin(view, head, longest_front, Verbs::adjacent);
    if (begin < head) begin = std::min(mended_begin(view, begin, longest_front), head);
    begin = end_of_actor(view, {begin, head});
    return node_type == type::scenario ? end_of_terms(view, type::technology, {begin, head}) : begin;
}

std::optional<Mention> name_with_head(const BlockView& view, std::string_view node_type, const PackHit& head,
                                      double weight) {
    constexpr std::uint32_t least_front = 2;
    if (!view.lexical.edge[head.end] && head.end < view.size() && is_han(view.block.text[head.end])) weight -= 0.7;
    const std::uint32_t begin = front_of_head(view, node_type, head.begin);
    const Range range{std::min(without_lead_verb(view, node_type, {begin, head.end}), head.begin), head.end};
    const std::uint32_t front = head.begin - range.begin;
    if (front < least_front) return std::nullopt;
    const GroupId generic = view.words.group(std::string(node_type) + ".generic");
    const auto text = view.folded(range.begin, range.end);
    if (view.words.find(text, generic) ||
        view.words.ends_with(text, view.words.group(std::string(node_type) + ".no-tail")))
        return std::nullopt;
    const double score = weight + 0.2 * std::min<double>(front, 4) + 0.1 * length_weight(range);
    Mention mention = view.mention(node_type, range, score, "head");
    const std::string_view kind = view.words.pack().entry(head.entry).name;
    if (!kind.empty() && node_type == type::technology) mention.properties.emplace_back("kind", kind);
    return mention;
}

// ---- Latin names

bool is_latin_or_digit(char32_t c) {
    return is_latin_letter(c) || is_digit(c);
}

bool begins_latin_name(const BlockView& view, std::uint32_t at) {
    return is_latin_letter(view.block.text[at]) && (at == 0 || !is_latin_or_digit(view.block.text[at - 1]));
}

bool is_latin_letter_at(const BlockView& view, std::uint32_t at) {
    return at < view.size() && is_latin_letter(view.block.text[at]);
}

// Marks hold a name together where it goes on behind them, blanks where a letter follows.
std::uint32_t end_of_latin_name(const BlockView& view, std::uint32_t at) {
    const std::u32string_view marks = U"-/.+";
    for (; at < view.size(); ++at) {
        const char32_t c = view.block.text[at];
        if (is_latin_or_digit(c) || (c == U' ' && is_latin_letter_at(view, at + 1))) continue;
        const bool inner = marks.find(c) != std::u32string_view::npos && at + 1 < view.size() &&
                           is_latin_or_digit(view.block.text[at + 1]);
        if (!inner) break;
    }
    return at;
}

// The words of a name beside a head: a hyphen may end it too.
std::uint32_t end_of_latin_words(const BlockView& view, std::uint32_t at) {
    for (; at < view.size(); ++at) {
        const char32_t c = view.block.text[at];
        if (!is_latin_or_digit(c) && c != U'-' && !(c == U' ' && is_latin_letter_at(view, at + 1))) break;
    }
    return at;
}

bool has_capital(const BlockView& view, Range range) {
    const auto text = view.block.slice(range);
    return std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= U'A' && c <= U'Z'; });
}

bool is_address(const BlockView& view, Range range) {
    return view.block.folded.find(U"http") == range.begin || view.folded(range.begin, range.end).starts_with(U"www.");
}

bool is_in_quotes(const BlockView& view, Range range) {
    return range.begin > 0 && view.words.is(view.block.text[range.begin - 1], Role::quote_open) &&
           range.end < view.size() && view.words.is(view.block.text[range.end], Role::quote_close);
}

// ---- Quoted and Latin names beside a head

/// Where the run with a head that ends at `at` begins.
std::optional<std::uint32_t> begin_of_head_before(const BlockView& view, std::uint32_t at) {
    const auto head = view.words.ends_with(view.folded(at > 6 ? at - 6 : 0, at), view.words.group("Technology.head"));
    if (!head) return std::nullopt;
    const std::uint32_t head_begin = at - head->length;
    return end_of_actor(view, {run_begin(view, head_begin, 8, Verbs::adjacent), head_begin});
}

/// Where a short quote without punctuation closes.
std::optional<std::uint32_t> end_of_quote(const BlockView& view, std::uint32_t open) {
    constexpr std::uint32_t shortest = 3, longest = 15; // with the opening mark
    for (std::uint32_t at = open + 1; at < view.size() && at - open <= longest; ++at) {
        const char32_t c = view.block.text[at];
        if (view.words.is(c, Role::quote_close)) return at - open >= shortest ? std::optional(at) : std::nullopt;
        if (is_punctuation(view.words, c)) return std::nullopt;
    }
    return std::nullopt;
}

/// Is a word of a range one that no name goes on over?
bool has_edge_word(const BlockView& view, Range range) {
    std::uint32_t begin = range.begin;
    for (auto word = std::ranges::upper_bound(view.lexical.lexicon, begin, {}, &LexiconHit::end);
         word != view.lexical.lexicon.end() && word->end <= range.end; begin = word->end, ++word)
        if (view.words.find(view.folded(begin, word->end), view.words.group("edge"))) return true;
    return false;
}

/// The end of the longest run of words from `begin` that ends in a head.
std::optional<std::uint32_t> end_of_head_behind(const BlockView& view, std::uint32_t begin) {
    constexpr std::uint32_t longest = 10;
    const Vocabulary& words = view.words;
    std::optional<std::uint32_t> best;
    if (words.starts_with(view.folded(begin, view.size()).substr(0, 3), words.group("list.end"))) return best;
    for (std::uint32_t end = begin + 2; end <= std::min(view.size(), begin + longest); ++end) {
        const auto text = view.folded(begin, end);
        if (is_punctuation(words, text.back()) || is_punctuation(words, text.front())) break;
        if (end - begin > 2 && view.lexical.edge[end] && has_edge_word(view, {begin, end})) break;
        if (view.lexical.edge[end] && words.ends_with(text, words.group("Technology.head"))) best = end;
    }
    return best;
}

void propose_quote(const BlockView& view, Range quote, std::vector<Mention>& out) {
    const std::uint32_t behind = quote.end + 1;
    if (const auto end = end_of_head_behind(view, behind)) {
        out.push_back(view.mention(type::technology, {quote.begin, *end}, shape_weight(quote), "quoted-head"));
    } else if (const auto begin = begin_of_head_before(view, quote.begin)) {
        Mention mention =
            view.mention(type::technology, {*begin, behind}, shape_weight({*begin, quote.end}), "head-quoted");
        mention.name = to_utf8(view.block.slice({quote.begin + 1, quote.end}));
        out.push_back(std::move(mention));
    }
}

void propose_latin_beside_head(const BlockView& view, Range latin, std::vector<Mention>& out) {
    if (const auto begin = begin_of_head_before(view, latin.begin)) {
        const Range range{*begin, latin.end};
        Mention mention = view.mention(type::technology, range, shape_weight(range), "head-latin");
        mention.name = to_utf8(view.block.slice(latin));
        out.push_back(std::move(mention));
    }
    if (const auto end = end_of_head_behind(view, latin.end)) {
        const Range range{latin.begin, *end};
        out.push_back(view.mention(type::technology, range, 3.2 + 0.2 * (*end - latin.end), "latin-head"));
    }
}

} // namespace

void propose_titles(const BlockView& view, std::vector<Mention>& out) {
    for (std::uint32_t open = 0; open < view.size(); ++open) {
        if (!view.words.is(view.block.text[open], Role::title_open)) continue;
        const auto close = end_of_title(view, open);
        if (!close || *close == open + 1) continue;
        // Whatever stands in title marks is a title: what is no policy has no type and hides the terms inside.
        const bool policy = is_policy_title(view, {open + 1, *close});
        Mention mention = view.mention(policy ? type::policy : std::string_view{}, {open, *close + 1},
                                       shape_weight({open, *close}), policy ? "title" : "other-title");
        if (policy) mention.name = to_utf8(view.block.slice({open + 1, *close}));
        out.push_back(std::move(mention));
        open = *close;
    }
}

// "The State Council issued the opinions on …": a body, a verb of issuing, and words up to a tail of policies.
void propose_bare_titles(const BlockView& view, std::vector<Mention>& out) {
    if (names_own_policy(view)) {
        const Range title{0, view.size()};
        out.push_back(view.mention(type::policy, title, shape_weight(title), "own-title"));
        return;
    }
    for (const PackHit& verb : hits_of(view, "issue.strict")) {
        if (verb.end >= view.size() || !is_han(view.block.text[verb.end]) || !has_body_before(view, verb.begin))
            continue;
        const std::uint32_t end = end_of_bare_title(view, verb.end);
        if (end == verb.end) continue;
        const Range title{verb.end, end};
        out.push_back(view.mention(type::policy, title, shape_weight(title), "bare-title"));
    }
}

void propose_heads(const BlockView& view, std::vector<Mention>& out) {
    struct List {
        std::string_view type;
        GroupName word_class;
        double weight;
    };
    static constexpr List lists[] = {{type::technology, "Technology.head", 0.2},
                                     {type::technology, "Technology.ambiguous-head", -1.5},
                                     {type::scenario, "Scenario.head", -0.6},
                                     {type::scenario, "Scenario.ambiguous-head", -1.8},
                                     {type::industry, "Industry.head", -0.4}};
    for (const List& list : lists)
        for (const PackHit& head : heads_of(view, list.word_class)) {
            auto mention = name_with_head(view, list.type, head, list.weight);
            if (!mention) continue;
            // An industry is called by the bare name.
            if (list.type == type::industry)
                mention->key = to_utf8(view.block.slice({mention->range.begin, head.begin}));
            out.push_back(std::move(*mention));
        }
}

void propose_latin(const BlockView& view, std::vector<Mention>& out) {
    const GroupId generic = view.words.group("latin.generic");
    for (std::uint32_t at = 0; at < view.size(); ++at) {
        if (!begins_latin_name(view, at)) continue;
        const Range range{at, end_of_latin_name(view, at)};
        at = range.end;
        if (range.size() < 2 || !has_capital(view, range) || is_address(view, range) ||
            view.words.find(view.folded(range.begin, range.end), generic))
            continue;
        const double weight = (is_in_quotes(view, range) ? 1.2 : -0.3) + 0.1 * std::min<double>(range.size(), 10);
        out.push_back(view.mention(type::technology, range, weight, "latin"));
    }
}

// “Name” + head, head + “Name”.
void propose_quoted(const BlockView& view, std::vector<Mention>& out) {
    for (std::uint32_t at = 0; at < view.size(); ++at) {
        if (!view.words.is(view.block.text[at], Role::quote_open)) continue;
        const auto close = end_of_quote(view, at);
        if (!close) continue;
        propose_quote(view, {at, *close}, out);
        at = *close;
    }
}

// Head + Latin name, Latin name + head.
void propose_latin_heads(const BlockView& view, std::vector<Mention>& out) {
    for (std::uint32_t at = 0; at < view.size(); ++at) {
        if (!begins_latin_name(view, at)) continue;
        const Range latin{at, end_of_latin_words(view, at)};
        at = latin.end;
        if (latin.size() >= 2 && has_capital(view, latin)) propose_latin_beside_head(view, latin, out);
    }
}

} // namespace zhitu::text
