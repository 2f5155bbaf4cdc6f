// Which advice answers which problem of a paper.
#pragma once

#include <zhitu/importers/text/discourse.hpp>
#include <zhitu/importers/text/facts.hpp>

#include <string_view>
#include <vector>

namespace zhitu::text {

/// A challenge, characteristic or recommendation with the text that belongs to it.
struct HeadedItem {
    int node = -1;
    std::string_view type;
    Passage name;
    std::vector<Passage> body;
};

/// Adds ADDRESSES: where a sentence says so ("to solve X"), else, marked as inferred, by like wording and like
/// subjects, or by the order in which problems and answers stand. Their CONCERNS and PROMOTES must be there. O(advice ·
/// problems).
void connect_answers(const Reading& reading, const std::vector<HeadedItem>& items, Facts& facts);

} // namespace zhitu::text
