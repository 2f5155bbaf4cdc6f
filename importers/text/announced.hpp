// Lists that a text announces with a number: "there are four problems. First, …".
#pragma once

#include <zhitu/importers/text/discourse.hpp>
#include <zhitu/importers/text/facts.hpp>

#include <cstdint>
#include <vector>

namespace zhitu::text {

struct AnnouncedList {
    std::int64_t announced = 0;
    std::int64_t found = 0; // members, counted by their leads
    Passage place;          // the clause that announces
};

/// The lists whose leads follow right behind the clause that announces them, in order of the text. Where leads stand in
/// unlike forms, the number announced is believed. O(text · lists).
[[nodiscard]] std::vector<AnnouncedList> announced_lists(const Reading& reading);

} // namespace zhitu::text
