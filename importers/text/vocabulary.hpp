// The words of a pack as the engine asks for them: classes by name, characters by their role.
#pragma once

#include <zhitu/importers/text/frame_rules.hpp>
#include <zhitu/packs/pack.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::text {

/// What a character does in a sentence, by the pack's classes `punct.*`. Several may hold.
enum class Role : std::uint16_t {
    stop = 1,        // ends a sentence
    semicolon = 2,   // ends a clause
    comma = 4,       // ends a clause
    list_comma = 8,  // between the members of a list
    open = 16,       // an opening bracket or quote
    close = 32,      // a closing one
    title_open = 64, // around titles of works
    title_close = 128,
    colon = 256,
    quote_open = 512, // around quoted words
    quote_close = 1024,
    dash = 2048,
    bracket_open = 4096, // round brackets
    bracket_close = 8192
};

class Vocabulary {
  public:
    explicit Vocabulary(const Pack& pack);

    [[nodiscard]] const Pack& pack() const { return *pack_; }
    /// The frames of the pack, parsed once.
    [[nodiscard]] const std::vector<Frame>& frames() const { return frames_; }
    [[nodiscard]] GroupId group(GroupName name) const { return pack_->group(name); }

    [[nodiscard]] bool is(char32_t character, Role role) const {
        return character < roles_.size() && (roles_[character] & static_cast<std::uint16_t>(role)) != 0;
    }

    /// A word of a class: its length in characters and its value.
    struct Word {
        std::uint32_t length = 0;
        std::string_view value;
    };
    /// The longest word of `group` that `folded` begins with.
    [[nodiscard]] std::optional<Word> starts_with(std::u32string_view folded, GroupId group) const;
    /// The longest word of `group` that `folded` ends with.
    [[nodiscard]] std::optional<Word> ends_with(std::u32string_view folded, GroupId group) const;
    /// The value of `folded` in `group`, if the whole of it is such a word.
    [[nodiscard]] std::optional<std::string_view> find(std::u32string_view folded, GroupId group) const;
    /// Does a word of `group` stand anywhere in `folded`?
    [[nodiscard]] bool contains(std::u32string_view folded, GroupId group) const;

    /// The value of a numeral in the pack's script at the start of `folded` (class `numeral`: digits 0–9, ten), and
    /// its length.
    struct Numeral {
        std::uint32_t length = 0;
        std::uint32_t value = 0;
    };
    [[nodiscard]] std::optional<Numeral> numeral(std::u32string_view folded) const;
    /// The same of a whole number in digits, else of a numeral.
    [[nodiscard]] std::optional<Numeral> number(std::u32string_view folded) const;

  private:
    const Pack* pack_;
    std::vector<Frame> frames_;
    std::vector<std::uint16_t> roles_;
    std::vector<std::uint8_t> numerals_; // value + 1 of single characters
};

} // namespace zhitu::text
