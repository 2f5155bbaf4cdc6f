// Stage 2, mentions: typed spans of the reading text.
//
// Term lists, shapes (titles, legal forms, heads, Latin and quoted names), short forms that the text itself defines,
// cues and enumerations propose scored candidates; then each sentence is covered with the best set of spans that do
// not overlap, so that no pattern grabs on its own. Costs grow linearly with the text.
#pragma once

#include <zhitu/importers/text/document.hpp>
#include <zhitu/importers/text/types.hpp>
#include <zhitu/importers/text/vocabulary.hpp>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace zhitu::text {

/// A typed span. Candidates carry what speaks for them; the score is the sum of its weights, in nats.
struct Mention {
    std::string_view type;
    std::uint32_t block = 0;
    Range range;      // in the block's text
    std::string name; // as the node would be called
    std::string key;  // the term's or the defined name, for what has several forms; empty where it is `name`
    double score = 0;
    std::string_view rule; // who proposed it: "term", "head" …
    std::uint8_t cues = 0; // bits of Cue
    std::vector<std::pair<std::string_view, std::string_view>> properties;

    /// What else speaks for it or against it.
    enum Cue : std::uint8_t {
        cue_before = 1,
        cue_after = 2,
        whole_heading = 4,
        other_word_after = 8,
        enumerated = 16,
        joined = 32
    };
    /// The rule, and then the cues by their names.
    [[nodiscard]] std::vector<std::string_view> reasons() const;
    [[nodiscard]] const std::string& identity() const { return key.empty() ? name : key; }
};

/// A place that is a whole country or an area of several.
[[nodiscard]] bool is_country(const Mention& region);

/// The hits of a block, apart by their groups.
class HitsByGroup {
  public:
    HitsByGroup() = default;
    /// `hits` come by begin, then end. O(hits + groups of the pack).
    HitsByGroup(std::span<const PackHit> hits, const Pack& pack);

    /// Those of a group, by begin, then end; none for `no_group`. O(log groups).
    [[nodiscard]] std::span<const PackHit> of(GroupId group) const;

  private:
    struct Run {
        GroupId group;
        std::uint32_t begin, end; // in `hits_`
    };
    std::vector<Run> runs_; // by group
    std::vector<PackHit> hits_;
};

/// What a block's lists and its segmentation say, before anything is decided.
struct BlockWords {
    std::vector<PackHit> hits;       // by begin, then end
    HitsByGroup by_group;            // the same
    std::vector<LexiconHit> lexicon; // the words of the general lexicon, in order
    std::vector<bool> edge;          // is a boundary of words before this character?
};

/// A name that the text defines: "A (hereafter B)".
struct ShortForm {
    std::string_view type;
    std::string name;
};

/// All of them, by folded text. The last definition of a form holds.
class ShortForms {
  public:
    void define(std::u32string_view folded, ShortForm form);
    /// Null where the text defines no such form. O(log forms).
    [[nodiscard]] const ShortForm* find(std::u32string_view folded) const;
    [[nodiscard]] bool empty() const { return forms_.empty(); }
    /// Calls `visit` for each form that `text`, which is not empty, begins with; shorter ones first. O(1) where none
    /// has this first character, else O(lengths of such forms · log forms).
    template <class Visit>
    void for_prefixes(std::u32string_view text, Visit visit) const {
        const auto lengths = lengths_.find(text.front());
        if (lengths == lengths_.end()) return;
        for (const std::uint32_t length : lengths->second) {
            if (length > text.size()) return;
            if (const auto form = forms_.find(text.substr(0, length)); form != forms_.end()) visit(form->first);
        }
    }

  private:
    std::map<std::u32string, ShortForm, std::less<>> forms_;
    std::unordered_map<char32_t, std::vector<std::uint32_t>> lengths_; // of the forms, by their first character
};

struct Mentions {
    std::vector<std::vector<Mention>> chosen;     // by block, in order of text
    std::vector<std::vector<Mention>> candidates; // by block: all, the losing ones too
    std::vector<BlockWords> words;                // by block
    ShortForms short_forms;
};

[[nodiscard]] Mentions read_mentions(const Document& document, const Vocabulary& words);

} // namespace zhitu::text
