// Text for XML 1.0, appended to a string. What XML cannot hold even as a reference (control characters but tab, line
// feed and carriage return; U+FFFE, U+FFFF; ill-formed UTF-8) becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace zhitu::detail {

/// Content of an element. A carriage return is written as a reference, since readers make a line feed of it.
void append_xml_text(std::string& out, std::string_view text);

/// Content of an attribute in double quotes. Tabs and line breaks are references, since readers make blanks of them.
void append_xml_attribute(std::string& out, std::string_view text);

} // namespace zhitu::detail
