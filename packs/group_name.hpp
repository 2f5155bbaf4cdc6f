// The name of a type of terms or of a word class, as the engine asks a pack for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace zhitu {

/// A name with its hash, which for a literal is computed when the program is compiled. The text must outlive it.
class GroupName {
  public:
    template <std::size_t size>
    consteval GroupName(const char (&literal)[size])
        : GroupName(std::string_view(literal, size - 1)) {}
    constexpr GroupName(std::string_view text)
        : text_(text)
        , hash_(hash_of(text)) {}
    GroupName(const std::string& text)
        : GroupName(std::string_view(text)) {}

    [[nodiscard]] constexpr std::string_view text() const { return text_; }
    [[nodiscard]] constexpr std::uint32_t hash() const { return hash_; }

  private:
    static constexpr std::uint32_t hash_of(std::string_view text) { // FNV-1a
        std::uint32_t hash = 2'166'136'261U;
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619U;
        return hash;
    }

    std::string_view text_;
    std::uint32_t hash_;
};

} // namespace zhitu
#pragma GCC visibility pop
