// How alike two things are that are called by names or phrases and rest on quotes.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::detail {

/// NFKC without white space. O(n).
[[nodiscard]] std::string squeeze(std::string_view utf8);

/// A name as annotations are compared: squeezed, without quotes and title marks, a run of dashes as one hyphen, case
/// folded. O(n).
[[nodiscard]] std::string name_form(std::string_view utf8);

/// Twice the bigrams in common by the bigrams of both (Dice 1945); 0 where one is empty. O(n log n).
[[nodiscard]] double dice(std::u32string_view a, std::u32string_view b);

/// The share of the shorter text that the longest common run of characters covers; 0 where the shorter one has fewer
/// than six. O(|a| · |b|).
[[nodiscard]] double overlap(std::u32string_view a, std::u32string_view b);

/// How names of a type are compared: as terms, as phrases, or to the letter.
enum class Naming { plain, term, phrase };

/// A name without the words in front that only grade it.
using Ungraded = std::function<std::string(std::string_view name)>;

/// What a thing is compared by.
class Comparable {
  public:
    /// `ungraded` may be empty.
    Comparable(Naming naming, std::span<const std::string> names, std::span<const std::string> quotes,
               const Ungraded& ungraded);

    std::string number; // of a reference; empty where it has none
    /// May the two be one where only their quotes are alike?
    bool by_quotes = true;

    /// 2 for a name in common, less for what is only alike, 0 for another thing. Quotes of `found` that are longer than
    /// 400 characters do not count. O(names² + quotes² · length²).
    [[nodiscard]] double likeness(const Comparable& found) const;

  private:
    [[nodiscard]] double alike_phrases(const Comparable& found) const;

    Naming naming_;
    std::vector<std::string> forms_; // sorted
    std::vector<std::string> loose_; // sorted; of terms
    std::vector<std::u32string> phrases_;
    std::vector<std::u32string> quotes_;
};

} // namespace zhitu::detail
