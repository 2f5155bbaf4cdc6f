// Which groups of a pack have a form that begins, or ends, with a certain character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// A row of bits for each character, one for each group. Most questions whether a word of a class stands somewhere are
/// answered here, by one look, before any walk through the trie.
class EndLetters {
  public:
    EndLetters() = default;
    explicit EndLetters(std::size_t groups)
        : row_of_(table_size, 0)
        , row_size_((groups + 63) / 64)
        , bits_(row_size_, 0) {}

    void add(char32_t character, std::size_t group) {
        if (character >= table_size) return;
        if (row_of_[character] == 0) {
            row_of_[character] = static_cast<std::uint16_t>(bits_.size() / row_size_);
            bits_.resize(bits_.size() + row_size_, 0);
        }
        bits_[row_of_[character] * row_size_ + group / 64] |= std::uint64_t{1} << group % 64;
    }
    /// May be true without such a form for characters beyond the first 65,536. `group` exists.
    [[nodiscard]] bool has(char32_t character, std::size_t group) const {
        if (character >= table_size) return true;
        return (bits_[row_of_[character] * row_size_ + group / 64] >> group % 64 & 1U) != 0;
    }

  private:
    static constexpr std::size_t table_size = 65'536;

    std::vector<std::uint16_t> row_of_; // by character; 0 is the empty row
    std::size_t row_size_ = 0;          // in words
    std::vector<std::uint64_t> bits_;
};

} // namespace zhitu
#pragma GCC visibility pop
