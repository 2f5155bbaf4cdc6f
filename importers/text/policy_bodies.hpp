// The bodies that issued a policy, and how high it stands by them.
#pragma once

#include <zhitu/importers/text/policy_titles.hpp>

namespace zhitu::text {

/// ISSUED: the bodies in front of a title, behind it, or in it; a place that issues stands for its government.
void add_issuers(const Reading& reading, Facts& facts, int policy, const TitlePlace& place);

/// A policy stands as high as the highest of its bodies, else as high as its title says.
void set_level(Facts& facts, int policy, const Vocabulary& words);

} // namespace zhitu::text
