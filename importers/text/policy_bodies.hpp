// The bodies that issued a policy, and how high it stands by them.
#pragma once

#include <zhitu/importers/text/policy_titles.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace zhitu::text {

/// ISSUED: the bodies in front of a title, behind it, or in it; a place that issues stands for its government.
void add_issuers(const Reading& reading, Facts& facts, int policy, const TitlePlace& place);

/// The number of "eight departments" at the start of a text.
[[nodiscard]] std::optional<std::int64_t> counted_bodies(std::u32string_view folded, const Vocabulary& words);

/// A policy stands as high as the highest of its bodies, else as high as its title says.
void set_level(Facts& facts, int policy, const Vocabulary& words);

} // namespace zhitu::text
