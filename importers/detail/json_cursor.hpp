// A walk through JSON (RFC 8259) that builds nothing: values are views of the text, decoded when they are asked for.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::detail {

/// Why a text is no JSON, and where. `cut` is a text that ends too early, `deep` one that is nested too deeply.
struct JsonFault {
    enum class Kind { invalid, cut, deep };
    Kind kind;
    std::size_t offset;
};

/// A value as it stands in the text, which must live on.
struct JsonValue {
    enum class Kind { null, boolean, integer, real, string, array, object };
    Kind kind = Kind::null;
    bool escaped = false;  // a string with escapes
    std::string_view text; // a string without its quotes, else the whole value

    [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
    /// A string as it is meant; `scratch` holds it where it has escapes.
    [[nodiscard]] std::string_view string(std::string& scratch) const;
};

struct JsonMember {
    std::string_view key; // decoded
    JsonValue value;
};

/// The members of an object, in order; kept from one object to the next for their memory.
struct JsonMembers {
    std::vector<JsonMember> all;
    std::deque<std::string> decoded_keys;

    /// The last member that is called so, or null.
    [[nodiscard]] const JsonValue* find(std::string_view key) const;
};

/// Each call takes one thing from the text and throws JsonFault where it is not there. Nothing is recursive.
class JsonCursor {
  public:
    /// At most `depth` arrays and objects may be open at a time.
    JsonCursor(std::string_view text, std::size_t depth)
        : begin_(text.data())
        , at_(begin_)
        , end_(begin_ + text.size())
        , depth_(depth) {}

    [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(at_ - begin_); }
    void move_to(std::size_t offset) { at_ = begin_ + offset; }

    /// The next byte that is no blank, which stays; 0 at the end.
    [[nodiscard]] char peek() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
        return at_ != end_ ? *at_ : '\0';
    }
    /// Takes `byte` where it is next.
    [[nodiscard]] bool take(char byte) {
        if (peek() != byte || at_ == end_) return false;
        ++at_;
        return true;
    }
    void expect(char byte) {
        if (!take(byte)) fail();
    }
    /// Any value; arrays and objects are checked through to their ends.
    [[nodiscard]] JsonValue value();
    /// A key and its colon.
    [[nodiscard]] JsonValue key();
    /// An object.
    void members(JsonMembers& out);

    [[noreturn]] void fail(JsonFault::Kind kind = JsonFault::Kind::invalid) const;

  private:
    [[nodiscard]] JsonValue string();
    [[nodiscard]] JsonValue number();
    [[nodiscard]] JsonValue container();
    [[nodiscard]] JsonValue scalar();
    [[nodiscard]] JsonValue literal(std::string_view word, JsonValue::Kind kind);
    void escape();
    [[nodiscard]] unsigned hexadecimal();
    void digits();
    [[nodiscard]] char current() const { return at_ != end_ ? *at_ : '\0'; }
    void open();

    const char* begin_;
    const char* at_;
    const char* end_;
    std::size_t depth_;
    std::vector<char> open_; // brackets of what is being walked through
};

} // namespace zhitu::detail
