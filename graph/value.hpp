// A property's value.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace zhitu {

class Value;
using List = std::vector<Value>;

/// Null, boolean, 64-bit integer, double, string or list.
class Value {
  public:
    using Variant = std::variant<std::monostate, bool, std::int64_t, double, std::string, List>;

    Value() = default;
    Value(bool value)
        : value_(value) {}
    Value(int value)
        : value_(std::int64_t{value}) {}
    Value(std::int64_t value)
        : value_(value) {}
    Value(double value)
        : value_(value) {}
    Value(const char* value)
        : value_(std::string(value)) {}
    Value(std::string value)
        : value_(std::move(value)) {}
    Value(std::string_view value)
        : value_(std::string(value)) {}
    Value(List value)
        : value_(std::move(value)) {}

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
    /// The value if it is of exactly this kind, else null.
    template <class T>
    [[nodiscard]] const T* get_if() const {
        return std::get_if<T>(&value_);
    }
    [[nodiscard]] const Variant& variant() const { return value_; }

    /// As people read it: a list is joined by `; `, null is empty, a double is the shortest text that reads back alike.
    [[nodiscard]] std::string text() const;

    friend bool operator==(const Value&, const Value&) = default;

  private:
    Variant value_;
};

/// The kind of a property, as schemas and typed formats name it.
enum class Kind { null, boolean, integer, real, string, list };

[[nodiscard]] Kind kind_of(const Value& value);

} // namespace zhitu
