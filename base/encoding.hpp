// Bytes of a text file to UTF-8.
#pragma once

#include <zhitu/base/byte_source.hpp>

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

/// The bytes of a text in UTF-8, piece by piece, without a byte order mark. Text in UTF-8 is not held; its bytes are
/// not checked, but for those of `head`. Text that begins otherwise is decoded as a whole.
class TextSource : public ByteSource {
  public:
    /// `bytes` must outlive the source. Throws as decode_text does.
    TextSource(ByteSource& bytes, std::string_view file);

    /// How the text begins: before the first `read` at least 64 KiB, or all of it.
    [[nodiscard]] std::string_view head() const { return text_.head(); }
    [[nodiscard]] std::size_t read(std::span<char> buffer) override { return text_.read(buffer); }
    /// All that is left, checked. Throws as decode_text does.
    [[nodiscard]] std::string rest();

  private:
    std::string file_;
    JoinedSource text_;
};

} // namespace zhitu
#pragma GCC visibility pop
