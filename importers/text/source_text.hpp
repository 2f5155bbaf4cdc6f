// The decoded file: code points, lines, and quotes of spans.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhitu::text {

class SourceText {
  public:
    SourceText(std::string_view utf8, std::string_view file);

    [[nodiscard]] std::u32string_view text() const { return text_; }
    /// The text as it is read, a character for each of the file's: the file itself, unless `read_as` tells otherwise.
    [[nodiscard]] std::u32string_view reading() const { return reading_; }
    /// `reading` is as long as the text.
    void read_as(std::u32string reading) { reading_ = std::move(reading); }
    [[nodiscard]] const std::string& file() const { return file_; }
    /// The line of a character, from 1. O(log lines).
    [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;
    /// The text of a span as a quote: line breaks and blanks between wide characters are dropped, other runs of white
    /// space become one blank.
    [[nodiscard]] std::string quote(std::uint32_t begin, std::uint32_t end) const;

  private:
    std::u32string text_;
    std::u32string reading_;
    std::string file_;
    std::vector<std::uint32_t> line_starts_;
};

} // namespace zhitu::text
