// Cells of CSV (RFC 4180), appended to a string.
#pragma once

#include <string>
#include <string_view>

namespace zhitu::detail {

/// What spreadsheets run as a formula begins with one of `= + - @`, a tab or a carriage return.
enum class Formulas {
    guarded, // a `'` comes before it
    kept,    // it stays, but what already has a `'` there gets one more, so that readers may take one away
    none     // numbers and their like are none
};

/// A cell in quotes where it needs them; an empty text is `""`. Ill-formed UTF-8 becomes U+FFFD.
void append_csv_cell(std::string& out, std::string_view text, Formulas formulas);

} // namespace zhitu::detail
