// Dense 32-bit identifiers, one strong type each: a node is never taken for an edge.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

#pragma GCC visibility push(default)
namespace zhitu {

template <class Tag>
class Id {
  public:
    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t value)
        : value_(value) {}
    constexpr explicit Id(std::size_t value)
        : value_(static_cast<std::uint32_t>(value)) {}

    /// The position in arrays by this kind of identifier.
    [[nodiscard]] constexpr std::size_t index() const { return value_; }
    [[nodiscard]] constexpr std::uint32_t value() const { return value_; }
    [[nodiscard]] constexpr bool valid() const { return value_ != none; }

    friend constexpr auto operator<=>(Id, Id) = default;

  private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t value_ = none;
};

using NodeId = Id<struct NodeTag>;
using EdgeId = Id<struct EdgeTag>;
/// A node type, edge type or label, as a string of the graph's dictionary.
using TypeId = Id<struct TypeTag>;

} // namespace zhitu
#pragma GCC visibility pop

template <class Tag>
struct std::hash<zhitu::Id<Tag>> {
    std::size_t operator()(zhitu::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value()); }
};
