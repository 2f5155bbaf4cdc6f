#include <zhitu/importers/text/relations.hpp>

#include <zhitu/importers/text/families.hpp>

namespace zhitu::text {

// The document comes first (it is node 0), citations last (they ask what a sentence introduces).
Facts read_relations(const Reading& reading) {
    Facts facts;
    read_front_matter(reading, facts);
    read_references(reading, facts);
    read_policies(reading, facts);
    read_policy_references(reading, facts);
    read_headed(reading, facts);
    read_cases(reading, facts);
    read_frames(reading, facts);
    read_terms(reading, facts);
    read_citations(reading, facts);
    read_apparatus(reading, facts);
    return facts;
}

} // namespace zhitu::text
