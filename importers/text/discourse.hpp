// The layers over the clauses that every rule family asks: what is meant as a fact, and whose clause it is.
#pragma once

#include <zhitu/importers/text/document.hpp>
#include <zhitu/importers/text/facts.hpp>
#include <zhitu/importers/text/mentions.hpp>
#include <zhitu/importers/text/vocabulary.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace zhitu::text {

/// Why a clause is no fact. Bits.
enum Modality : std::uint8_t {
    fact = 0,
    negated = 1,
    planned = 2, // intended, expected, a target
    conditional = 4,
    doubtful = 8, // rumoured, possible
    undone = 16   // tried and called off
};

[[nodiscard]] std::uint8_t modality_named(std::string_view name);

struct Clause {
    Range range;
    std::uint8_t modality = fact;
};

struct Sentence {
    std::uint32_t block = 0;
    Range range;
    std::vector<Clause> clauses;

    /// The clause that holds a place, the last one where it is behind all.
    [[nodiscard]] const Clause& clause_at(std::uint32_t place) const;
};

/// A paper with everything that the first two stages know, as the rule families read it.
class Reading {
  public:
    Reading(const Document& document, const Mentions& mentions, const Vocabulary& words);

    [[nodiscard]] const Document& document() const { return document_; }
    [[nodiscard]] const Vocabulary& words() const { return words_; }
    [[nodiscard]] const Block& block(std::uint32_t index) const { return document_.blocks[index]; }
    [[nodiscard]] const std::vector<Mention>& mentions(std::uint32_t block) const { return mentions_.chosen[block]; }
    [[nodiscard]] const Mentions& all_mentions() const { return mentions_; }
    [[nodiscard]] const std::vector<Sentence>& sentences(std::uint32_t block) const { return sentences_[block]; }

    /// The mentions of a range, in order of text; of some types only, where given.
    [[nodiscard]] std::vector<const Mention*> mentions_in(std::uint32_t block, Range range,
                                                          std::initializer_list<std::string_view> types = {}) const;

    /// Are there any? Of as many types.
    [[nodiscard]] bool has_mention(std::uint32_t block, Range range,
                                   std::initializer_list<std::string_view> types = {}) const;

    /// A word of a class.
    struct Cue {
        Range range;
        std::string_view value;
    };
    /// The words of a class in a range that are not part of a mention and not part of a longer word of the class; those
    /// of the value `none` are left out.
    [[nodiscard]] std::vector<Cue> cues(std::uint32_t block, Range range, GroupId word_class) const;
    [[nodiscard]] std::vector<Cue> cues(std::uint32_t block, Range range, GroupName word_class) const {
        return cues(block, range, words_.group(word_class));
    }
    [[nodiscard]] bool has_cue(std::uint32_t block, Range range, GroupId word_class) const {
        return !cues(block, range, word_class).empty();
    }
    [[nodiscard]] bool has_cue(std::uint32_t block, Range range, GroupName word_class) const {
        return has_cue(block, range, words_.group(word_class));
    }
    /// Does a word of a class begin in a range, part of a mention or not? O(log words).
    [[nodiscard]] bool may_have_cue(std::uint32_t block, Range range, GroupId word_class) const;

    /// All of a block's text.
    [[nodiscard]] Range whole(std::uint32_t block) const {
        return {0, static_cast<std::uint32_t>(document_.blocks[block].text.size())};
    }
    [[nodiscard]] Passage place(const Mention& mention) const; // its clause, for a node
    [[nodiscard]] Passage place(std::uint32_t block, Range range) const { return {block, range, std::nullopt}; }
    [[nodiscard]] std::u32string_view folded(std::uint32_t block, Range range) const {
        return document_.blocks[block].folded_slice(range);
    }

  private:
    void split(std::uint32_t block);
    void mark_modality(Sentence& sentence) const;
    [[nodiscard]] bool is_before_verb(std::uint32_t block, std::uint32_t at) const;
    [[nodiscard]] bool is_before_number(std::uint32_t block, std::uint32_t at) const;

    const Document& document_;
    const Mentions& mentions_;
    const Vocabulary& words_;
    std::vector<std::vector<Sentence>> sentences_;
};

} // namespace zhitu::text
