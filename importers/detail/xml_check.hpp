// Is a text well-formed XML 1.0? RapidXML does not ask: it takes closing tags that do not match, two roots, repeated
// attributes, unknown entities and control characters, and its recursion runs over the stack on deep nesting. So this
// comes first.
#pragma once

#include <zhitu/base/limits.hpp>

#include <string_view>

namespace zhitu::detail {

/// One pass over `xml` (UTF-8, no byte order mark), without recursion. O(length). Throws Error with line and column:
/// bad_input where the text is not well-formed, refers to an entity that is not one of the five of XML, or has a
/// DOCTYPE with declarations of its own (they could make a small file large); limit where elements are nested deeper
/// than `limits.nesting`.
void check_xml(std::string_view xml, const Limits& limits);

} // namespace zhitu::detail
