// Well-formed XML 1.0 as events, in one pass over a text of any size.
#pragma once

#include <zhitu/base/byte_source.hpp>
#include <zhitu/base/limits.hpp>
#include <zhitu/importers/detail/xml_events.hpp>

namespace zhitu::detail {

/// Gives what `text` (UTF-8, no byte order mark) holds to `events`. O(length), without recursion; memory for the
/// longest tag or text and the names of open elements. Throws Error with line and column: bad_input where the text is
/// not well-formed, refers to an entity that is not one of the five of XML, or has a DOCTYPE with declarations of its
/// own (they could make a small file large); limit where elements are nested deeper than `limits.nesting`.
void scan_xml(ByteSource& text, const Limits& limits, XmlEvents& events);

} // namespace zhitu::detail
