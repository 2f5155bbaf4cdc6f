// Quoted strings of the DOT language.
#pragma once

#include <string>
#include <string_view>

namespace zhitu::detail {

/// Whether `&` is written as `&amp;`: Graphviz decodes entities, other readers of DOT do not.
enum class Entities { decoded, kept };

/// A quoted string for labels, tooltips and other values. Line breaks, quotes and backslashes are escaped, other
/// control characters left out. Strings longer than Graphviz takes (16,384 bytes in 2.43) are written in pieces that
/// the language joins: `"…" + "…"`.
void append_dot_string(std::string& out, std::string_view text, Entities entities = Entities::decoded);

/// A quoted id. A backslash, which no id may end in, becomes `%5C`.
void append_dot_id(std::string& out, std::string_view id);

} // namespace zhitu::detail
