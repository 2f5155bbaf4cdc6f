// The parts of stage 2: who proposes candidates, who weighs them, who chooses. Used by mentions.cpp alone.
#pragma once

#include <zhitu/importers/text/mentions.hpp>

#include <string_view>
#include <vector>

namespace zhitu::text {

/// A block as the proposers see it.
struct BlockView {
    const Block& block;
    std::uint32_t index = 0;
    const BlockWords& lexical;
    const Vocabulary& words;

    [[nodiscard]] std::u32string_view folded(std::uint32_t begin, std::uint32_t end) const {
        return std::u32string_view(block.folded).substr(begin, end - begin);
    }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(block.text.size()); }
    /// A mention of this span, named by its text.
    [[nodiscard]] Mention mention(std::string_view type, Range range, double score, std::string_view rule) const;
};

// Proposers.
void propose_terms(const BlockView& view, std::vector<Mention>& out);
void propose_titles(const BlockView& view, std::vector<Mention>& out);
void propose_bare_titles(const BlockView& view, std::vector<Mention>& out);
void propose_firms(const BlockView& view, std::vector<Mention>& out);
void propose_brands(const BlockView& view, std::vector<Mention>& out);
void propose_bodies(const BlockView& view, std::vector<Mention>& out);
void propose_regions(const BlockView& view, std::vector<Mention>& out);
void propose_institutions(const BlockView& view, std::vector<Mention>& out);
void propose_heads(const BlockView& view, std::vector<Mention>& out);
void propose_latin(const BlockView& view, std::vector<Mention>& out);
void propose_quoted(const BlockView& view, std::vector<Mention>& out);
void propose_latin_heads(const BlockView& view, std::vector<Mention>& out);
void propose_framed(const BlockView& view, std::vector<Mention>& out);
void propose_heading(const BlockView& view, std::vector<Mention>& out);
void propose_listed(const BlockView& view, std::vector<Mention>& out);
void propose_short_forms(const BlockView& view, const ShortForms& forms, std::vector<Mention>& out);
/// Members of an enumeration that has chosen members of one type: the others, as candidates of that type.
void propose_enumerated(const BlockView& view, const std::vector<Mention>& chosen, std::vector<Mention>& out);
/// A doubtful candidate beside a chosen mention of its type, with only a joining word between, is no longer doubtful.
void propose_joined(const BlockView& view, const std::vector<Mention>& chosen, const std::vector<Mention>& candidates,
                    std::vector<Mention>& out);

/// Collects "A (hereafter B)" of a block, given its chosen mentions.
void collect_short_forms(const BlockView& view, const std::vector<Mention>& chosen, ShortForms& forms);

/// Adds the weights of cues beside each candidate.
void weigh_by_cues(const BlockView& view, std::vector<Mention>& candidates);

/// The best set of candidates that do not overlap, and again with compounds: a name takes in the words that stand
/// before its head, and what was found in them. The compounds are added to `candidates`. O(n log n).
[[nodiscard]] std::vector<Mention> settle(const BlockView& view, std::vector<Mention>& candidates);

} // namespace zhitu::text
