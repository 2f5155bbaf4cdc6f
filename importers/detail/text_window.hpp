// The part of a text that a reader holds, for texts of any size: it grows at its end and is cut at its begin.
//
// Readers walk through `text()`. Where what they look at runs over its end, they call `more` and look again, from the
// begin of the same token; so a token is always held as a whole, and a reader needs to know nothing of pieces.
#pragma once

#include <zhitu/base/byte_source.hpp>
#include <zhitu/base/error.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace zhitu::detail {

/// Whether CR LF and a lone CR become LF, as XML has it, or stay.
enum class LineEnds { kept, unified };

class TextWindow {
  public:
    /// `source` (UTF-8, no byte order mark) must outlive the window, which holds at least `size` bytes where the text
    /// is as long.
    TextWindow(ByteSource& source, LineEnds line_ends, std::size_t size = std::size_t{256} << 10);

    /// What is held: well-formed UTF-8.
    [[nodiscard]] std::string_view text() const { return {buffer_.data(), valid_}; }
    /// Whether nothing comes behind it.
    [[nodiscard]] bool complete() const { return ended_; }

    /// Drops the first `used` bytes and reads on, so that `text` is longer than what was left, or complete. Throws
    /// Error (bad_input, with line and column) for bytes that are no UTF-8.
    void more(std::size_t used);

    /// The place of an offset in `text`. O(offset).
    [[nodiscard]] Position position(std::size_t offset) const;
    /// The same for offsets that only grow. O(distance from the last one).
    [[nodiscard]] Position next_position(std::size_t offset);

  private:
    void unify_line_ends(std::size_t begin);
    void check(std::size_t begin);

    ByteSource& source_;
    LineEnds line_ends_;
    std::vector<char> buffer_;
    std::size_t valid_ = 0; // bytes of whole characters
    std::size_t held_ = 0;  // and those of one that is cut off
    bool after_return_ = false;
    bool ended_ = false;
    std::size_t dropped_ = 0; // bytes of the text before the window
    Position begin_;          // of the window
    Position marked_;         // of the offset `mark_`
    std::size_t mark_ = 0;
};

} // namespace zhitu::detail
