// A small XML document by RapidXML, which parses in place, as events.
#pragma once

#include <zhitu/base/limits.hpp>
#include <zhitu/importers/detail/xml_events.hpp>

#include <string_view>

namespace zhitu::detail {

/// Gives what `text` (UTF-8, no byte order mark) holds to `events`, the same events as scan_xml. RapidXML takes closing
/// tags that do not match, two roots, repeated attributes, unknown entities and control characters, and its recursion
/// runs over the stack on deep nesting, so scan_xml checks the text first: errors are those of scan_xml. O(length);
/// memory of about seven times the text.
void walk_xml(std::string_view text, const Limits& limits, XmlEvents& events);

} // namespace zhitu::detail
