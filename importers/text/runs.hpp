// Runs of words in front of a place: where a name that ends there may begin, and what a run holds. Used by the
// proposers of candidates.
#pragma once

#include <zhitu/importers/text/candidates.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace zhitu::text {

enum class Verbs {
    none,     // a verb ends the run
    adjacent, // one right before the head may modify it ("recognition system")
    any       // in names of firms and bodies
};

/// Where a name that ends at `end` may begin at the earliest: words are taken from right to left until a word of class
/// `edge`, a word of grammar, punctuation or `longest` characters. Gives the begin of the run, `end` where it is empty.
/// O(words of the run).
[[nodiscard]] std::uint32_t run_begin(const BlockView& view, std::uint32_t end, std::uint32_t longest,
                                      Verbs verbs = Verbs::none);

/// A name that would begin with a single character of its own begins before that: with the character in front, and
/// what of the run stands before both. An `edge` word of the two is left out.
[[nodiscard]] std::uint32_t mended_begin(const BlockView& view, std::uint32_t begin, std::uint32_t longest);

/// Where a name of an activity begins behind a verb that only governs it ("to strengthen …"), if three characters are
/// left.
[[nodiscard]] std::uint32_t without_lead_verb(const BlockView& view, std::string_view node_type, Range name);

[[nodiscard]] bool is_punctuation(const Vocabulary& words, char32_t character);

/// The hits of a word class, as the block has them. O(log groups).
[[nodiscard]] std::span<const PackHit> hits_of(const BlockView& view, GroupName word_class);
/// The heads of a word class, by their ends: of hits that end alike only the longest is one. O(hits log hits) of the
/// class.
[[nodiscard]] std::vector<PackHit> heads_of(const BlockView& view, GroupName word_class);

/// The begin of a place name that ends at `end`: one of the lists, or up to four characters and a tail of places,
/// between edges of words.
[[nodiscard]] std::optional<std::uint32_t> place_before(const BlockView& view, std::uint32_t end);
/// Does a place of the lists begin here?
[[nodiscard]] bool is_place_at(const BlockView& view, std::uint32_t begin);

/// Where the last place, firm or body of the lists inside a run ends, else its begin: a name begins behind it.
[[nodiscard]] std::uint32_t end_of_actor(const BlockView& view, Range run);
/// Where the last certain term of a type inside a run ends, else its begin.
[[nodiscard]] std::uint32_t end_of_terms(const BlockView& view, std::string_view node_type, Range run);

/// Does a phrase end in a verb? O(log words).
[[nodiscard]] bool is_activity(const BlockView& view, Range phrase);

/// Is this span, as a whole, a term of the lists, of whatever type? O(hits in it).
[[nodiscard]] bool is_term(const BlockView& view, Range range);

/// A brand is what the general lexicon hardly knows: its characters cost more than those of common words, `least` nats
/// each.
[[nodiscard]] bool is_brand(const BlockView& view, Range range, double least = 8.6);

} // namespace zhitu::text
