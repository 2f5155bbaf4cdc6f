// Candidates by the shape of a name: titles, legal forms, tails, quoted and Latin names.
#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <optional>

namespace zhitu::text {
namespace {

constexpr double weight_per_character = 0.35;

double length_weight(std::uint32_t size) { return weight_per_character * std::min<double>(size, 14); }

bool is_punctuation(const Vocabulary& words, char32_t c) {
    return words.is(c, Role::stop) || words.is(c, Role::comma) || words.is(c, Role::semicolon) ||
           words.is(c, Role::list_comma) || words.is(c, Role::open) || words.is(c, Role::close) ||
           words.is(c, Role::colon) || words.is(c, Role::dash) || c == U'|' || c == U' ' || c == U'"';
}

bool letter_or_digit(char32_t c) { return is_latin_letter(c) || is_digit(c); }

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
    std::sort(hits.begin(), hits.end(),
              [](const PackHit& a, const PackHit& b) { return std::tuple(a.end, a.begin) < std::tuple(b.end, b.begin); });
    hits.erase(std::unique(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.end == b.end; }),
               hits.end());
    return hits;
}

/// Does a place name of the lists end or begin here?
std::optional<PackHit> region_at(const BlockView& view, std::uint32_t begin) {
    const GroupId region = view.words.group(type::region);
    std::optional<PackHit> found;
    for (const PackHit& hit : view.lexical.hits) {
        if (hit.begin > begin) break;
        const PackEntry& entry = view.words.pack().entry(hit.entry);
        if (hit.begin == begin && entry.group == region && entry.trust != Trust::block) found = hit;
    }
    return found;
}

// Names with a head: the run of words in front of it, cut where a name can begin.
void propose_with_head(const BlockView& view, std::string_view node_type, const PackHit& head, double weight,
                       std::uint32_t least_front, std::vector<Mention>& out) {
    constexpr std::uint32_t longest_front = 12;
    if (!view.lexical.edge[head.end] && head.end < view.size() && is_han(view.block.text[head.end])) weight -= 0.7;
    const std::uint32_t begin = run_begin(view, head.begin, longest_front);
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

std::uint32_t run_begin(const BlockView& view, std::uint32_t end, std::uint32_t longest) {
    const auto& ends = view.lexical.word_ends;
    const GroupId edge = view.words.group("edge");
    const auto stop = std::lower_bound(ends.begin(), ends.end(), end);
    std::uint32_t begin = end;
    if (stop == ends.end() || (*stop != end && end != 0)) {
        // The head begins inside a word of the lexicon: the run begins at its head.
        if (stop == ends.end() || !view.lexical.edge[end]) return end;
    }
    for (auto word = stop; word != ends.begin();) {
        const std::uint32_t word_begin = word == ends.begin() ? 0 : *std::prev(word);
        --word;
        const auto text = view.folded(word_begin, begin);
        if (end - word_begin > longest) break;
        const bool cut = std::any_of(text.begin(), text.end(), [&](char32_t c) { return is_punctuation(view.words, c); });
        if (cut || view.words.find(text, edge)) break;
        if (std::all_of(text.begin(), text.end(), is_digit)) break;
        begin = word_begin;
    }
    return begin;
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
        const bool policy = words.ends_with(tail, words.group("policy.tail")).has_value();
        if (policy) {
            Mention mention = view.mention(type::policy, {at, close + 1}, 12.0, "title");
            mention.name = to_utf8(view.block.slice(range));
            out.push_back(std::move(mention));
        } else {
            // Whatever stands in title marks is a title: it hides the terms inside.
            Mention mention = view.mention("", {at, close + 1}, 9.0, "other-title");
            out.push_back(std::move(mention));
        }
        at = close;
    }
}

void propose_firms(const BlockView& view, std::vector<Mention>& out) {
    constexpr std::uint32_t longest_front = 18;
    for (const PackHit& legal : longest_by_end(class_hits(view, "Firm.legal"))) {
        const std::uint32_t begin = run_begin(view, legal.begin, longest_front);
        if (legal.begin - begin < 2) continue;
        out.push_back(view.mention(type::firm, {begin, legal.end}, 5.0 + length_weight(legal.end - begin), "legal-form"));
    }
    // A brand of two to four characters and a business word, between edges of words.
    for (const PackHit& business : longest_by_end(class_hits(view, "Firm.business"))) {
        const std::uint32_t run = run_begin(view, business.begin, 6);
        if (run == business.begin || business.begin - run < 2 || business.begin - run > 4) continue;
        const bool edge = view.lexical.edge[business.end];
        const double weight = edge ? -0.9 : -1.6;
        out.push_back(view.mention(type::firm, {run, business.end}, weight + length_weight(business.end - run),
                                   "brand-business"));
    }
}

void propose_bodies(const BlockView& view, std::vector<Mention>& out) {
    for (const char* list : {"IssuingBody.head", "IssuingBody.ambiguous-head"})
        for (const PackHit& head : longest_by_end(class_hits(view, list))) {
            const std::uint32_t begin = run_begin(view, head.begin, 12);
            const auto place = region_at(view, begin);
            const std::uint32_t front = head.begin - begin;
            const bool known = place && place->end <= head.begin;
            const bool shaped = front >= 2 &&
                                view.words.ends_with(view.folded(begin, head.begin), view.words.group("region.tail"));
            if (!known && !shaped) continue;
            Mention mention = view.mention(type::body, {begin, head.end}, 4.5 + length_weight(head.end - begin),
                                           "place-body");
            mention.properties.emplace_back("level", "local");
            out.push_back(std::move(mention));
        }
}

void propose_regions(const BlockView& view, std::vector<Mention>& out) {
    for (const PackHit& tail : longest_by_end(class_hits(view, "region.tail"))) {
        const std::uint32_t begin = run_begin(view, tail.begin, 5);
        const std::uint32_t front = tail.begin - begin;
        if (front < 2 || front > 4) continue;
        const auto value = view.words.pack().entry(tail.entry).name;
        out.push_back(view.mention(type::region, {begin, tail.end},
                                   (value == "strong" ? 1.2 : -1.2) + length_weight(tail.end - begin), "place-tail"));
    }
}

void propose_institutions(const BlockView& view, std::vector<Mention>& out) {
    for (const auto& [list, weight] : {std::pair("Institution.head", 2.2), std::pair("Institution.ambiguous-head", -0.6)})
        for (const PackHit& head : longest_by_end(class_hits(view, list))) {
            const std::uint32_t begin = run_begin(view, head.begin, 16);
            if (head.begin - begin < 2) continue;
            out.push_back(view.mention(type::institution, {begin, head.end},
                                       weight + length_weight(head.end - begin), "institution-head"));
        }
}

void propose_heads(const BlockView& view, std::vector<Mention>& out) {
    for (const PackHit& head : longest_by_end(class_hits(view, "Technology.head")))
        propose_with_head(view, type::technology, head, 0.2, 2, out);
    for (const PackHit& head : longest_by_end(class_hits(view, "Technology.ambiguous-head")))
        propose_with_head(view, type::technology, head, -0.9, 2, out);
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
            const bool inner = (d == U'-' || d == U'/' || d == U'.' || d == U'+' || d == U' ') && end + 1 < view.size() &&
                               letter_or_digit(view.block.text[end + 1]) && (d != U' ' || is_latin_letter(view.block.text[end + 1]));
            if (!letter_or_digit(d) && !inner) break;
            capital = capital || (d >= U'A' && d <= U'Z');
            ++end;
        }
        const Range range{at, end};
        const bool web = view.block.folded.find(U"http") == at || view.folded(at, end).find(U"www.") == 0;
        if (range.size() >= 2 && capital && !web && !view.words.find(view.folded(at, end), generic))
            out.push_back(view.mention(type::technology, range, -0.3 + 0.1 * std::min<double>(range.size(), 10), "latin"));
        at = end;
    }
}

// “Name” + head, head + “Name”, head + Latin name, Latin name + head.
void propose_quoted(const BlockView& view, std::vector<Mention>& out) {
    const Vocabulary& words = view.words;
    const GroupId head = words.group("Technology.head"), weak = words.group("Technology.ambiguous-head");
    const auto head_before = [&](std::uint32_t at) {
        const auto text = view.folded(at > 6 ? at - 6 : 0, at);
        return words.ends_with(text, head).has_value();
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
        for (std::uint32_t length = 2; length <= 10 && close + 1 + length <= view.size(); ++length) {
            const auto text = view.folded(close + 1, close + 1 + length);
            if (is_punctuation(words, text.back())) break;
            if (words.ends_with(text, head) || (length <= 4 && words.ends_with(text, weak)))
                if (view.lexical.edge[close + 1 + length]) best = length;
        }
        if (best > 0) {
            Mention mention = view.mention(type::technology, {at, close + 1 + best}, 4.5, "quoted-head");
            out.push_back(std::move(mention));
        } else if (head_before(at)) {
            Mention mention = view.mention(type::technology, {at, close + 1}, 4.0, "head-quoted");
            mention.name = to_utf8(view.block.slice({at + 1, close}));
            out.push_back(std::move(mention));
        }
        at = close;
    }
    for (std::uint32_t at = 0; at < view.size(); ++at) {
        if (!is_latin_letter(view.block.text[at]) || (at > 0 && letter_or_digit(view.block.text[at - 1]))) continue;
        std::uint32_t end = at;
        while (end < view.size() && (letter_or_digit(view.block.text[end]) || view.block.text[end] == U'-' ||
                                     (view.block.text[end] == U' ' && end + 1 < view.size() &&
                                      is_latin_letter(view.block.text[end + 1]))))
            ++end;
        const bool capital = std::any_of(view.block.text.begin() + at, view.block.text.begin() + end,
                                         [](char32_t c) { return c >= U'A' && c <= U'Z'; });
        if (end - at >= 2 && capital) {
            if (head_before(at)) out.push_back(view.mention(type::technology, {at, end}, 3.5, "head-latin"));
            for (std::uint32_t length = 2; length <= 6 && end + length <= view.size(); ++length)
                if (words.find(view.folded(end, end + length), head))
                    out.push_back(view.mention(type::technology, {at, end + length}, 3.2 + 0.2 * length, "latin-head"));
        }
        at = end;
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
