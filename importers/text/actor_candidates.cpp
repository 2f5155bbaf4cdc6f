// Candidates by the shape of the names of those who act: firms, brands, bodies, places and institutions.
#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/importers/text/runs.hpp>
#include <zhitu/importers/text/weights.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

void propose_legal_forms(const BlockView& view, std::vector<Mention>& out) {
    constexpr std::uint32_t longest_front = 18;
    for (const PackHit& legal : heads_of(view, "Firm.legal")) {
        const Range name{run_begin(view, legal.begin, longest_front, Verbs::any), legal.end};
        if (legal.begin - name.begin >= 2)
            out.push_back(view.mention(type::firm, name, shape_weight(name), "legal-form"));
    }
}

// A common word may be a brand too, but not where the lists know it as something else, or it only grades.
bool is_common_brand(const BlockView& view, Range range) {
    const auto text = view.folded(range.begin, range.end);
    const bool place = place_before(view, range.end) == range.begin;
    return std::all_of(text.begin(), text.end(), is_han) && (place || !is_term(view, range)) &&
           !view.words.find(text, view.words.group("firm.no-brand"));
}

bool is_free_left(const BlockView& view, std::uint32_t at) {
    if (at == 0) return true;
    const char32_t before = view.block.text[at - 1];
    return !is_latin_letter(before) && !is_digit(before) && before != U'-';
}

bool begins_with_house(const BlockView& view, Range brand) {
    return end_of_actor(view, brand) > brand.begin;
}

// "P's X"
bool is_of_place(const BlockView& view, std::uint32_t begin) {
    const auto word =
        view.words.ends_with(view.folded(begin > 2 ? begin - 2 : 0, begin), view.words.group("possessive"));
    return word && place_before(view, begin - word->length);
}

// Of a longer brand the first two characters are enough.
bool has_rare_front(const BlockView& view, Range brand) {
    return brand.size() == 4 && is_brand(view, {brand.begin, brand.begin + 2});
}

struct BusinessWords {
    GroupName word_class;
    double rare, common; // weights of a rare and of a common word in front; 0: no firm
    double house;        // more where the brand begins with a firm or a place of the lists: it outweighs these
};

// A brand of two to four characters and a business word, between edges of words.
void propose_businesses(const BlockView& view, const BusinessWords& kind, std::vector<Mention>& out) {
    for (const PackHit& business : heads_of(view, kind.word_class)) {
        const Range name{run_begin(view, business.begin, 6, Verbs::any), business.end};
        const std::uint32_t front = business.begin - name.begin;
        if (front < 2 || front > 4 || !is_free_left(view, name.begin)) continue;
        const auto word = view.folded(business.begin, business.end);
        if (view.words.find(word, view.words.group("Scenario.head"))) continue;
        const bool product = view.words.find(word, view.words.group("Technology.head")).has_value();
        const Range brand{name.begin, business.begin};
        const double base = is_brand(view, brand) || (kind.house > 0 && !product && has_rare_front(view, brand))
                                ? kind.rare
                            : !product && is_common_brand(view, brand) ? kind.common
                                                                       : 0;
        if (base == 0) continue;
        double weight = view.lexical.edge[business.end] ? base : base - 1.3;
        if (is_of_place(view, name.begin)) weight += 1.2;
        if (kind.house > 0 && begins_with_house(view, brand)) weight += kind.house;
        out.push_back(view.mention(type::firm, name, weight + length_weight(name), "brand-business"));
    }
}

// A mine, a port, a yard that has a name of its own: a place or a rare word in front.
void propose_facilities(const BlockView& view, std::vector<Mention>& out) {
    for (const PackHit& head : heads_of(view, "Firm.facility")) {
        if (!view.lexical.edge[head.end]) continue;
        const Range name{run_begin(view, head.begin, 5, Verbs::any), head.end};
        const Range front{name.begin, head.begin};
        if (front.size() < 2 || front.size() > 4) continue;
        const bool place = is_place_at(view, front.begin) && place_before(view, front.end) == front.begin;
        const bool housed = begins_with_house(view, front);
        if (!place && !housed && (is_term(view, front) || !is_brand(view, front, 7.5))) continue;
        out.push_back(view.mention(type::firm, name, (place || housed ? 2.9 : 1.2) + length_weight(name), "facility"));
    }
}

bool is_country(const PackEntry& entry) {
    return std::any_of(entry.properties.begin(), entry.properties.end(),
                       [](const auto& property) { return property.first == "kind" && property.second == "country"; });
}

bool ends_brand(const BlockView& view, std::uint32_t end) {
    return end == view.size() || is_punctuation(view.words, view.block.text[end]) ||
           view.words.starts_with(view.folded(end, view.size()).substr(0, 6), view.words.group("brand.end"));
}

// The shortest brand of two to five characters that begins here.
void propose_brand_at(const BlockView& view, std::uint32_t begin, std::vector<Mention>& out) {
    for (std::uint32_t end = begin + 2; end <= std::min(view.size(), begin + 5); ++end) {
        if (!is_han(view.block.text[end - 1])) return;
        // A brand behind its country may be a less rare word, one that holds a market more so.
        const bool holder =
            view.words.contains(view.folded(end, view.size()).substr(0, 20), view.words.group("dominate"));
        if (!ends_brand(view, end) || !is_brand(view, {begin, end}, holder ? 4.5 : 6.5)) continue;
        out.push_back(view.mention(type::firm, {begin, end}, 1.6, "brand-of-country"));
        return;
    }
}

bool begins_with_term(const BlockView& view, std::string_view node_type, Range name) {
    return end_of_terms(view, node_type, {name.begin, name.end - 1}) > name.begin;
}

// A rare word of two to five characters, or a brand with a business word behind it.
bool is_company_name(const BlockView& view, Range name) {
    if (name.size() >= 2 && name.size() <= 5 && is_brand(view, name)) return true;
    if (name.size() < 4 || name.size() > 7) return false;
    const auto text = view.folded(name.begin, name.end);
    for (const GroupName list :
         {GroupName("Firm.business"), GroupName("Firm.strong-business"), GroupName("Firm.ambiguous-business")})
        if (const auto word = view.words.ends_with(text, view.words.group(list))) {
            const Range brand{name.begin, name.end - word->length};
            if (brand.size() >= 2 && brand.size() <= 4 && (is_brand(view, brand) || is_common_brand(view, brand)))
                return true;
        }
    return false;
}

// "The city's bureau of …", in a text of that place.
void propose_placeless_body(const BlockView& view, const PackHit& head, std::vector<Mention>& out) {
    const auto rank = view.words.ends_with(view.folded(head.begin > 2 ? head.begin - 2 : 0, head.begin),
                                           view.words.group("body.rank"));
    if (!rank || view.words.starts_with(view.folded(head.begin, head.end), view.words.group("body.government"))) return;
    const Range name{head.begin - rank->length, head.end};
    Mention mention = view.mention(type::body, name, shape_weight(name), "placeless-body");
    mention.properties.emplace_back("level", "local");
    out.push_back(std::move(mention));
}

bool begins_clause(const BlockView& view, std::uint32_t at) {
    return at == 0 || is_punctuation(view.words, view.block.text[at - 1]);
}

} // namespace

void propose_firms(const BlockView& view, std::vector<Mention>& out) {
    propose_legal_forms(view, out);
    for (const BusinessWords& kind :
         {BusinessWords{"Firm.business", 0.4, -2.2, 0}, BusinessWords{"Firm.strong-business", 3.2, 0.4, 5.0},
          BusinessWords{"Firm.ambiguous-business", -1.0, 0, 0}})
        propose_businesses(view, kind, out);
    propose_facilities(view, out);
}

// "the German maker X", "X Company" without a legal form: a brand behind a country or before a word for a firm.
void propose_brands(const BlockView& view, std::vector<Mention>& out) {
    for (const PackHit& hit : hits_of(view, type::region)) {
        const PackEntry& entry = view.words.pack().entry(hit.entry);
        if (entry.trust == Trust::certain && is_country(entry)) propose_brand_at(view, hit.end, out);
    }
    for (const PackHit& word : hits_of(view, "brand.company")) {
        const Range run{run_begin(view, word.begin, 6, Verbs::any), word.begin};
        const Range brand{end_of_actor(view, run), word.begin};
        if (!is_company_name(view, brand)) continue;
        out.push_back(view.mention(type::firm, {brand.begin, word.end}, 3.8, "brand-company"));
    }
}

void propose_bodies(const BlockView& view, std::vector<Mention>& out) {
    for (const GroupName list : {GroupName("IssuingBody.head"), GroupName("IssuingBody.ambiguous-head")})
        for (const PackHit& head : heads_of(view, list)) {
            const auto begin = place_before(view, head.begin);
            if (!begin) {
                propose_placeless_body(view, head, out);
                continue;
            }
            const Range name{*begin, head.end};
            Mention mention = view.mention(type::body, name, shape_weight(name), "place-body");
            mention.properties.emplace_back("level", "local");
            out.push_back(std::move(mention));
        }
}

void propose_regions(const BlockView& view, std::vector<Mention>& out) {
    for (const PackHit& tail : heads_of(view, "region.tail")) {
        const Range name{run_begin(view, tail.begin, 5), tail.end};
        const std::uint32_t front = tail.begin - name.begin;
        if (front < 2 || front > 4 || !view.lexical.edge[tail.end]) continue;
        if (view.words.contains(view.folded(name.begin, tail.begin), view.words.group("place.no-name"))) continue;
        const bool strong = view.words.pack().entry(tail.entry).name == "strong";
        if (!strong && !is_brand(view, {name.begin, tail.begin})) continue;
        const double opening = begins_clause(view, name.begin) ? 1.0 : 0;
        out.push_back(
            view.mention(type::region, name, (strong ? 1.2 : -1.2) + opening + length_weight(name), "place-tail"));
    }
}

void propose_institutions(const BlockView& view, std::vector<Mention>& out) {
    struct Kind {
        GroupName heads;
        double weight;
        double rare; // what the front of a proper name costs a character
    };
    for (const auto& [list, weight, rare] :
         {Kind{"Institution.head", 2.2, 5.8}, Kind{"Institution.ambiguous-head", -0.6, 8.6}})
        for (const PackHit& head : heads_of(view, list)) {
            const Range name{run_begin(view, head.begin, 16), head.end};
            if (head.begin - name.begin < 2) continue;
            // A proper name has a place or something rare in front; the rest are kinds of institutions.
            const bool proper = is_place_at(view, name.begin) || is_brand(view, {name.begin, head.begin}, rare);
            // An institute of a larger house outweighs the house and the places in its name.
            const double house = begins_with_term(view, type::institution, name) ? 4 : 0;
            out.push_back(view.mention(type::institution, name, weight + house + length_weight(name) - (proper ? 0 : 4),
                                       "institution-head"));
        }
}

} // namespace zhitu::text
