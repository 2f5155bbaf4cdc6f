// Titles of policies: which policy one names, and what it says of it by its own words.
#pragma once

#include <zhitu/importers/text/discourse.hpp>
#include <zhitu/importers/text/facts.hpp>

#include <string>

namespace zhitu::text {

/// A title in its sentence.
struct TitlePlace {
    const Sentence& sentence;
    const Mention& title;
    Range before; // the text that may say who issued it and when

    /// From the title to the end of its clause.
    [[nodiscard]] Range behind() const { return {title.range.end, sentence.clause_at(title.range.end - 1).range.end}; }
};

/// The title without its marks, where it has some.
[[nodiscard]] Range inside_title(const Reading& reading, const Mention& title);

/// The name of the policy: "Notice on printing “X”" is X; a short form is what it stands for.
[[nodiscard]] std::string identity_of(const Reading& reading, const Mention& title);

/// A name without the years in brackets at its end becomes an alias.
void add_plain_alias(FactNode& node, const std::string& name);

/// APPLIES_TO: the place that a title begins with, unless it is the policy's body.
void add_region_of_title(const Reading& reading, Facts& facts, int policy, const Mention& title);

/// TARGETS: the technologies and industries that a title names, the best cover of the candidates inside.
void add_targets_of_title(const Reading& reading, Facts& facts, int policy, const Mention& title);

/// The longest candidate of a type inside a title that begins at `begin`; nullptr for none.
[[nodiscard]] const Mention* longest_in_title(const Reading& reading, const Mention& title, std::string_view node_type,
                                              std::uint32_t begin);

} // namespace zhitu::text
