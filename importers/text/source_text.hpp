// The decoded file: code points, lines, and quotes of spans.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::text {

class SourceText {
  public:
    SourceText(std::string_view utf8, std::string_view file);

    [[nodiscard]] std::u32string_view text() const { return text_; }
    [[nodiscard]] const std::string& file() const { return file_; }
    /// The line of a character, from 1. O(log lines).
    [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;
    /// The text of a span as a quote: line breaks and blanks between wide characters are dropped, other runs of white
    /// space become one blank.
    [[nodiscard]] std::string quote(std::uint32_t begin, std::uint32_t end) const;

  private:
    std::u32string text_;
    std::string file_;
    std::vector<std::uint32_t> line_starts_;
};

} // namespace zhitu::text
