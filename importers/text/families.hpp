// The rule families of stage 3, each a plain function over the reading; one file each. Their order is that of
// `relations.cpp`, where it counts.
#pragma once

#include <zhitu/importers/text/discourse.hpp>
#include <zhitu/importers/text/facts.hpp>

namespace zhitu::text {

/// Title, authors, affiliations, keywords, DOI, dates. Makes the Document, which is node 0.
void read_front_matter(const Reading& reading, Facts& facts);
/// The entries of the list of references.
void read_references(const Reading& reading, Facts& facts);
/// Policies with bodies, year, level and region; what they promote.
void read_policies(const Reading& reading, Facts& facts);
/// Bodies and years of policies that only the list of references gives.
void read_policy_references(const Reading& reading, Facts& facts);
/// Technologies, scenarios, industries and firms that the body names.
void read_terms(const Reading& reading, Facts& facts);
/// Challenges, characteristics and recommendations, by headings and leads, and what they are about.
void read_headed(const Reading& reading, Facts& facts);
/// Cases: who did what with what, where, for what, to which result.
void read_cases(const Reading& reading, Facts& facts);
/// The declarative frames of the packs.
void read_frames(const Reading& reading, Facts& facts);
/// Citation marks, when all that introduces something is known.
void read_citations(const Reading& reading, Facts& facts);
/// Citation marks and announced lists, as properties of the document.
void read_apparatus(const Reading& reading, Facts& facts);

} // namespace zhitu::text
