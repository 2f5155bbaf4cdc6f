// What the reader of papers knows: word classes, terms, rules and a general lexicon, compiled to one blob.
#pragma once

#include <zhitu/packs/end_letters.hpp>
#include <zhitu/packs/group_name.hpp>
#include <zhitu/packs/lexicon.hpp>
#include <zhitu/packs/source.hpp>
#include <zhitu/packs/trie.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// Terms and word classes have dense numbers of their own.
using GroupId = std::uint16_t;

/// One form of a term or one word of a class.
struct PackEntry {
    GroupId group = 0;
    Trust trust = Trust::word;
    std::string_view name; // of the term's node; the value of a class word
    std::vector<std::pair<std::string_view, std::string_view>> properties;
    std::vector<std::string_view> broader;
};

/// An entry found in a text: [begin, end) in characters.
struct PackHit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t entry = 0;
};

class Pack {
  public:
    /// A view of compiled bytes, which must outlive it and be aligned to 4. Throws Error (bad_input) where they are
    /// none.
    explicit Pack(std::string_view bytes);
    /// The packs zh and en, embedded in the library; one instance for all, safe for several threads.
    [[nodiscard]] static const Pack& builtin();

    static constexpr GroupId no_group = 0xFFFF;
    /// The number of a type of terms or of a word class; `no_group` where the pack has no such. O(length).
    [[nodiscard]] GroupId group(GroupName name) const {
        for (std::size_t at = name.hash() & group_mask_;; at = (at + 1) & group_mask_) {
            const GroupId id = group_table_[at];
            if (id == no_group || groups_[id] == name.text()) return id;
        }
    }
    [[nodiscard]] std::string_view group_name(GroupId group) const { return groups_[group]; }
    [[nodiscard]] std::size_t group_count() const { return groups_.size(); }

    /// The group of an entry, from a small table: what asks nothing else should not fetch the entry.
    [[nodiscard]] GroupId group_of(std::uint32_t index) const { return entry_groups_[index]; }
    /// Likewise how far it can be trusted.
    [[nodiscard]] Trust trust_of(std::uint32_t index) const { return entry_trusts_[index]; }
    /// May a form of the group, which is not `no_group`, begin or end with this character? O(1).
    [[nodiscard]] bool may_begin(GroupId group, char32_t character) const {
        return first_letters_.has(character, group);
    }
    [[nodiscard]] bool may_end(GroupId group, char32_t character) const { return last_letters_.has(character, group); }
    /// The length of a group's longest form, in characters; 0 for `no_group`.
    [[nodiscard]] std::uint32_t longest_form(GroupId group) const {
        return group < longest_forms_.size() ? longest_forms_[group] : 0;
    }
    [[nodiscard]] const PackEntry& entry(std::uint32_t index) const { return entries_[index]; }
    /// All entries at all places of a folded text (see `fold`), by begin and then by end. A hit that begins or ends
    /// with a Latin letter or a digit is not part of a longer run of such. O(length · longest entry).
    [[nodiscard]] std::vector<PackHit> scan(std::u32string_view folded) const;

    /// The entries of exactly this folded form. O(length).
    [[nodiscard]] std::span<const std::uint32_t> words(std::u32string_view folded) const;
    /// Calls `visit(length, entry)` for each entry that `folded` begins with, shorter ones first.
    template <class Visit>
    void walk(std::u32string_view folded, Visit visit) const {
        std::uint32_t node = 0;
        for (std::uint32_t at = 0; at < folded.size(); ++at) {
            node = trie_.child(node, folded[at]);
            if (node == Trie::none) return;
            for (const std::uint32_t entry : trie_.payloads(node)) visit(at + 1, entry);
        }
    }

    /// The most probable words of `folded` by the general lexicon (a unigram model) and the terms among `hits`
    /// (of `scan`); single characters where there is neither. O(length · longest word).
    [[nodiscard]] std::vector<LexiconHit> segment(std::u32string_view folded, std::span<const PackHit> hits = {}) const;
    [[nodiscard]] bool has_lexicon() const { return !lexicon_.empty(); }

    /// The compiled lexicon, for a pack that is to have the same.
    [[nodiscard]] std::span<const std::uint32_t> lexicon() const { return lexicon_words_; }
    /// What the pack was compiled from, its forms folded. O(all words).
    [[nodiscard]] PackSource source() const;

    [[nodiscard]] std::span<const SourceFile> rules() const { return rules_; }
    [[nodiscard]] std::span<const RuleMeasure> measures() const { return measures_; }
    /// The measured precision of a rule, smoothed: (right + 1) / (right + wrong + 2); none where it was never measured,
    /// the last measure where it has several.
    /// O(log rules).
    [[nodiscard]] std::optional<double> confidence(std::string_view rule) const;
    /// Pairs (narrower, broader) of term names, for `links --broader`.
    [[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> broader_pairs() const;

  private:
    void index_groups();
    void describe_entries();

    std::vector<std::string_view> groups_;
    std::vector<GroupId> group_table_; // at the hash of its name or behind; `no_group` ends a search
    std::size_t group_mask_ = 0;       // the table's size less one; it is a power of two, a quarter full at most
    std::vector<PackEntry> entries_;
    std::vector<GroupId> entry_groups_; // beside entries_
    std::vector<Trust> entry_trusts_;   // likewise
    EndLetters first_letters_, last_letters_;
    std::vector<std::uint32_t> longest_forms_; // by group
    std::vector<SourceFile> rules_;
    std::vector<RuleMeasure> measures_; // by rule
    Trie trie_;
    Trie lexicon_;
    std::span<const std::uint32_t> lexicon_words_;
};

} // namespace zhitu
#pragma GCC visibility pop
