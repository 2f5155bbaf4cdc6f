#include <zhitu/importers/text/mentions.hpp>

#include <zhitu/importers/text/candidates.hpp>
#include <zhitu/importers/text/speakers.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace zhitu::text {
namespace {

bool readable(const Block& block) {
    return block.kind != BlockKind::foreign && block.kind != BlockKind::footnote && !block.text.empty();
}

BlockWords look_up(const Block& block, const Vocabulary& words) {
    BlockWords out;
    out.hits = words.pack().scan(block.folded);
    out.by_group = HitsByGroup(out.hits, words.pack());
    out.lexicon = words.pack().segment(block.folded, out.hits);
    out.edge.assign(block.text.size() + 1, false);
    out.edge[0] = true;
    for (const LexiconHit& word : out.lexicon) out.edge[word.end] = true;
    return out;
}

void propose_all(const BlockView& view, std::vector<Mention>& out) {
    propose_terms(view, out);
    propose_titles(view, out);
    propose_bare_titles(view, out);
    propose_firms(view, out);
    propose_brands(view, out);
    propose_bodies(view, out);
    propose_regions(view, out);
    propose_institutions(view, out);
    propose_heads(view, out);
    propose_latin(view, out);
    propose_quoted(view, out);
    propose_latin_heads(view, out);
    propose_framed(view, out);
    propose_heading(view, out);
    propose_listed(view, out);
}

// One thing has one type: a name that was taken for a technology here and a scenario or an industry there is what most
// of its evidence speaks for.
void unify_types(std::vector<std::vector<Mention>>& chosen) {
    std::map<std::string_view, std::map<std::string_view, double>> scores; // by name, then type
    for (const auto& block : chosen)
        for (const Mention& mention : block)
            if (is_subject_type(mention.type)) scores[mention.name][mention.type] += mention.score;
    for (auto& block : chosen)
        for (Mention& mention : block) {
            if (!is_subject_type(mention.type)) continue;
            const auto& types = scores[mention.name];
            if (types.size() > 1)
                mention.type = std::ranges::max_element(types, {}, [](const auto& t) { return t.second; })->first;
        }
}

// What the text defines as a short form is the thing it stands for, by whatever rule it was found.
void apply_short_forms(const Document& document, Mentions& mentions) {
    for (auto& block : mentions.chosen)
        for (Mention& mention : block) {
            const ShortForm* form =
                mentions.short_forms.find(document.blocks[mention.block].folded_slice(mention.range));
            if (form != nullptr && form->type == mention.type) mention.key = form->name;
        }
}

constexpr std::size_t longest_place = 4; // in front of a company's name

// Is what stands behind a company's name what it does, and its legal form?
bool ends_company(std::u32string_view rest, const Vocabulary& words) {
    const auto legal = words.ends_with(rest, words.group("Firm.legal"));
    if (!legal) return false;
    rest.remove_suffix(legal->length);
    while (!rest.empty()) {
        auto word = words.starts_with(rest, words.group("Firm.business"));
        if (!word) word = words.starts_with(rest, words.group("Firm.strong-business"));
        if (!word) return false;
        rest.remove_prefix(word->length);
    }
    return true;
}

/// The companies that a text names in full, found by what stands at their begin or behind a place.
class FullNames {
  public:
    /// The first identity of a name stays.
    void add(std::u32string_view full, const std::string& identity) { names_.emplace(full, identity); }
    /// When all are added, before the first question. O(names log names).
    void index() {
        for (const auto& [full, identity] : names_)
            for (std::size_t at = 0; at <= std::min(longest_place, full.size()); ++at)
                tails_.emplace_back(std::u32string_view(full).substr(at), &full);
        std::sort(tails_.begin(), tails_.end());
    }
    [[nodiscard]] bool contains(std::u32string_view name) const { return names_.contains(name); }

    /// The identity of the only company of which `part` is the name. O(log names + names that have it there).
    [[nodiscard]] const std::string* only_company(std::u32string_view part, const Vocabulary& words) const {
        const std::u32string* found = nullptr;
        const auto first = std::ranges::lower_bound(tails_, part, {}, &Tail::first);
        for (auto tail = first; tail != tails_.end() && tail->first.starts_with(part); ++tail) {
            const std::u32string& full = *tail->second;
            const bool nearest = full.find(part) == full.size() - tail->first.size();
            if (!nearest || !ends_company(tail->first.substr(part.size()), words)) continue;
            if (found != nullptr) return nullptr;
            found = &full;
        }
        return found == nullptr ? nullptr : &names_.at(*found);
    }

  private:
    using Tail = std::pair<std::u32string_view, const std::u32string*>; // from a place on, and all of it
    std::map<std::u32string, std::string, std::less<>> names_;          // folded, with what they stand for
    std::vector<Tail> tails_;
};

// A firm's name without its place and legal form, where the text has one company of that name.
void unify_firms(const Document& document, const Vocabulary& words, Mentions& mentions) {
    constexpr std::size_t shortest_name = 3;
    FullNames full_names;
    const auto text_of = [&](const Mention& mention) {
        return document.blocks[mention.block].folded_slice(mention.range);
    };
    for (const auto& block : mentions.chosen)
        for (const Mention& mention : block)
            if (mention.type == type::firm && words.ends_with(text_of(mention), words.group("Firm.legal")))
                full_names.add(text_of(mention), mention.identity());
    full_names.index();
    for (auto& block : mentions.chosen)
        for (Mention& mention : block) {
            if (mention.type != type::firm || !mention.key.empty()) continue;
            const std::u32string_view part = text_of(mention);
            if (part.size() < shortest_name || full_names.contains(part)) continue;
            if (const std::string* full = full_names.only_company(part, words)) mention.key = *full;
        }
}

} // namespace

HitsByGroup::HitsByGroup(std::span<const PackHit> hits, const Pack& pack)
    : hits_(hits.size()) {
    std::vector<std::uint32_t> next(pack.group_count(), 0); // how many of a group, then where its next one goes
    for (const PackHit& hit : hits) ++next[pack.group_of(hit.entry)];
    std::uint32_t begin = 0;
    for (std::size_t group = 0; group < next.size(); ++group) {
        const std::uint32_t count = std::exchange(next[group], begin);
        if (count == 0) continue;
        runs_.push_back({static_cast<GroupId>(group), begin, begin + count});
        begin += count;
    }
    for (const PackHit& hit : hits) hits_[next[pack.group_of(hit.entry)]++] = hit;
}

std::span<const PackHit> HitsByGroup::of(GroupId group) const {
    const auto run = std::ranges::lower_bound(runs_, group, {}, &Run::group);
    if (run == runs_.end() || run->group != group) return {};
    return std::span(hits_).subspan(run->begin, run->end - run->begin);
}

std::vector<std::string_view> Mention::reasons() const {
    static constexpr std::array<std::string_view, 6> names{"cue-before",       "cue-after",  "whole-heading",
                                                           "other-word-after", "enumerated", "joined"};
    std::vector<std::string_view> out{rule};
    for (std::size_t i = 0; i < names.size(); ++i)
        if ((cues >> i & 1U) != 0) out.push_back(names[i]);
    return out;
}

bool is_country(const Mention& region) {
    return region.type == type::region &&
           std::any_of(region.properties.begin(), region.properties.end(), [](const auto& property) {
               return property.first == "kind" && (property.second == "country" || property.second == "area");
           });
}

Mentions read_mentions(const Document& document, const Vocabulary& words) {
    Mentions out;
    const std::size_t count = document.blocks.size();
    out.words.resize(count);
    out.candidates.resize(count);
    out.chosen.resize(count);
    const auto view = [&](std::size_t i) {
        return BlockView{document.blocks[i], static_cast<std::uint32_t>(i), out.words[i], words};
    };
    for (std::size_t i = 0; i < count; ++i) {
        if (!readable(document.blocks[i])) continue;
        out.words[i] = look_up(document.blocks[i], words);
        propose_all(view(i), out.candidates[i]);
        weigh_by_cues(view(i), out.candidates[i]);
        out.chosen[i] = settle(view(i), out.candidates[i]);
        collect_short_forms(view(i), out.chosen[i], out.short_forms);
    }
    const Speakers speakers(document, out.chosen, words);
    // What the text defines and enumerates is known only now; a second round settles it.
    for (std::size_t i = 0; i < count; ++i) {
        if (!readable(document.blocks[i])) continue;
        std::vector<Mention> more;
        propose_short_forms(view(i), out.short_forms, more);
        speakers.propose(view(i), more);
        propose_enumerated(view(i), out.chosen[i], more);
        weigh_by_cues(view(i), more);
        propose_joined(view(i), out.chosen[i], out.candidates[i], more);
        if (!more.empty()) {
            std::move(more.begin(), more.end(), std::back_inserter(out.candidates[i]));
            out.chosen[i] = settle(view(i), out.candidates[i]);
        }
        std::erase_if(out.chosen[i], [](const Mention& mention) { return mention.type.empty(); });
    }
    apply_short_forms(document, out);
    unify_firms(document, words, out);
    unify_types(out.chosen);
    return out;
}

} // namespace zhitu::text
