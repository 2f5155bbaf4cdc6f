// Where in a text quotes stand, white space and compatibility forms aside.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

class QuoteFinder {
  public:
    /// O(length of the text).
    explicit QuoteFinder(std::string_view text);

    /// The line, from 1, in which `quote` first begins; none where the text does not hold it. An empty quote stands
    /// everywhere. O(length of the text).
    [[nodiscard]] std::optional<std::size_t> line_of(std::string_view quote) const;

  private:
    std::string text_;                // without white space
    std::vector<std::size_t> begins_; // of the lines in `text_`
};

} // namespace zhitu
#pragma GCC visibility pop
