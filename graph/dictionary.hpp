// Strings once: equal strings have one identifier.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace zhitu {

/// Interns strings; identifiers are dense, in order of first use. Views stay valid as long as the dictionary lives,
/// also when it is moved.
class Dictionary {
  public:
    using StringId = std::uint32_t;
    static constexpr StringId none = 0xFFFFFFFF;

    /// O(length), amortised.
    StringId add(std::string_view text);
    /// `none` where the string was never added. O(length).
    [[nodiscard]] StringId find(std::string_view text) const;
    [[nodiscard]] std::string_view operator[](StringId id) const { return strings_[id]; }
    [[nodiscard]] std::size_t size() const { return strings_.size(); }
    /// Bytes, estimated. O(strings).
    [[nodiscard]] std::size_t memory() const;

  private:
    std::deque<std::string> strings_;
    std::unordered_map<std::string_view, StringId> ids_;
};

} // namespace zhitu
