// Bytes of a text file to UTF-8.
#pragma once

#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace zhitu {

/// What a file was written in.
enum class Encoding { utf8, utf16le, utf16be, gb18030 };

struct DecodedText {
    std::string utf8; // without a byte order mark
    Encoding encoding = Encoding::utf8;
};

/// Detects UTF-8, UTF-16 and GB18030, with or without a mark (UTF-16 by zero bytes and by what its units mean then).
/// A file that is UTF-8 but for a few bytes is an Error (bad_input) with the place of the first bad byte, and so is one
/// that fits no encoding. `file` is named in errors.
[[nodiscard]] DecodedText decode_text(std::string_view bytes, std::string_view file = {});

} // namespace zhitu
#pragma GCC visibility pop
