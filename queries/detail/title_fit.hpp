// How well the title of an entry in a list of references fits a title in the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zhitu::detail {

/// How two titles agree, from worst to best.
enum class Fit {
    none,
    loose,   // the entry has the title without the years in brackets at its end, or is itself a part of the title
    inexact, // the entry has the title but for a character or two inside
    exact    // the entry has the title
};

/// A title in the two forms in which it is compared: folded, without blanks, quotes and title marks; and its letters
/// and digits alone.
struct ComparedTitle {
    explicit ComparedTitle(std::string_view title);
    std::u32string text;
    std::u32string letters;
};

/// Does an entry have a title, letter by letter? Titles of fewer than five letters are held by none. O(length).
[[nodiscard]] bool holds(const ComparedTitle& entry, const ComparedTitle& title);

/// Titles of fewer than five letters fit nothing. O(length of `entry` · square of that of `title`) at worst.
[[nodiscard]] Fit fit(const ComparedTitle& title, const ComparedTitle& entry);

} // namespace zhitu::detail
