// For whom the speakers of an interview speak.
#pragma once

#include <zhitu/importers/text/candidates.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::text {

/// The employers of an interview's speakers: the firm or institution beside which the text introduces one ("A's
/// director NAME", "NAME, director of A"); of one who is only called "answer", the first that a person of rank belongs
/// to.
class Speakers {
  public:
    /// `chosen` are the mentions of each block. O(length · speakers).
    Speakers(const Document& document, const std::vector<std::vector<Mention>>& chosen, const Vocabulary& words);

    /// "We" in an answer is the speaker's employer (class `actor.self`).
    void propose(const BlockView& view, std::vector<Mention>& out) const;

  private:
    std::map<std::u32string, ShortForm> employers_; // by speaker
};

} // namespace zhitu::text
