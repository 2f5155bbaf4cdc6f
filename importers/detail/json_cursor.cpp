#include <zhitu/importers/detail/json_cursor.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <array>

namespace zhitu::detail {
namespace {

using Kind = JsonValue::Kind;

// Bytes of a string that mean themselves.
constexpr std::array<bool, 256> plain = [] {
    std::array<bool, 256> out{};
    for (std::size_t byte = 0x20; byte < 256; ++byte) out[byte] = byte != '"' && byte != '\\';
    return out;
}();

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

char bracket_for(char open) {
    return open == '{' ? '}' : ']';
}

bool is_high_surrogate(char32_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_surrogate(char32_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

char32_t unit_of(std::string_view digits) {
    char32_t unit = 0;
    for (const char c : digits.substr(0, 4))
        unit = unit * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    return unit;
}

// Takes what stands behind a backslash, which was checked.
void append_escape(std::string& out, std::string_view& text) {
    constexpr std::string_view names = "bfnrt", bytes = "\b\f\n\r\t";
    const char c = text.front();
    text.remove_prefix(1);
    if (c != 'u') {
        const std::size_t found = names.find(c);
        out += found == std::string_view::npos ? c : bytes[found];
        return;
    }
    char32_t unit = unit_of(text);
    text.remove_prefix(4);
    if (is_high_surrogate(unit)) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (unit_of(text.substr(2)) - 0xDC00);
        text.remove_prefix(6);
    }
    append_utf8(out, unit);
}

} // namespace

std::string_view JsonValue::string(std::string& scratch) const {
    if (!escaped) return text;
    scratch.clear();
    std::string_view rest = text;
    for (auto at = rest.find('\\'); at != std::string_view::npos; at = rest.find('\\')) {
        scratch += rest.substr(0, at);
        rest.remove_prefix(at + 1);
        append_escape(scratch, rest);
    }
    return scratch += rest;
}

const JsonValue* JsonMembers::find(std::string_view key) const {
    const auto found =
        std::find_if(all.rbegin(), all.rend(), [&](const JsonMember& member) { return member.key == key; });
    return found == all.rend() ? nullptr : &found->value;
}

void JsonCursor::fail(JsonFault::Kind kind) const {
    if (kind == JsonFault::Kind::invalid && at_ == end_) kind = JsonFault::Kind::cut;
    throw JsonFault{kind, offset()};
}

JsonValue JsonCursor::value() {
    const char next = peek();
    return next == '{' || next == '[' ? container() : scalar();
}

JsonValue JsonCursor::key() {
    if (peek() != '"') fail();
    const JsonValue name = string();
    expect(':');
    return name;
}

void JsonCursor::members(JsonMembers& out) {
    out.all.clear();
    out.decoded_keys.clear();
    expect('{');
    if (take('}')) return;
    do {
        const JsonValue name = key();
        std::string_view plain_name = name.text;
        if (name.escaped) plain_name = name.string(out.decoded_keys.emplace_back());
        out.all.push_back({plain_name, value()});
    } while (take(','));
    expect('}');
}

JsonValue JsonCursor::scalar() {
    switch (peek()) {
    case '"':
        return string();
    case 't':
        return literal("true", Kind::boolean);
    case 'f':
        return literal("false", Kind::boolean);
    case 'n':
        return literal("null", Kind::null);
    default:
        return number();
    }
}

JsonValue JsonCursor::literal(std::string_view word, Kind kind) {
    const char* const begin = at_;
    for (const char letter : word) {
        if (current() != letter) fail();
        ++at_;
    }
    return {kind, false, {begin, word.size()}};
}

JsonValue JsonCursor::string() {
    const char* const begin = ++at_;
    bool escaped = false;
    while (true) {
        while (at_ != end_ && plain[static_cast<unsigned char>(*at_)]) ++at_;
        if (current() == '"' && at_ != end_) break;
        if (current() != '\\') fail();
        escaped = true;
        ++at_;
        escape();
    }
    const char* const end = at_++;
    return {Kind::string, escaped, {begin, static_cast<std::size_t>(end - begin)}};
}

void JsonCursor::escape() {
    constexpr std::string_view known = "\"\\/bfnrtu";
    if (at_ == end_ || known.find(*at_) == std::string_view::npos) fail();
    if (*at_++ != 'u') return;
    const unsigned unit = hexadecimal();
    if (is_low_surrogate(unit)) fail();
    if (!is_high_surrogate(unit)) return;
    for (const char expected : {'\\', 'u'}) {
        if (current() != expected) fail();
        ++at_;
    }
    if (!is_low_surrogate(hexadecimal())) fail();
}

unsigned JsonCursor::hexadecimal() {
    const char* const begin = at_;
    for (int i = 0; i < 4; ++i, ++at_) {
        const char c = current(), small = static_cast<char>(c | 0x20);
        if (!is_digit(c) && (small < 'a' || small > 'f')) fail();
    }
    return unit_of({begin, 4});
}

void JsonCursor::digits() {
    if (!is_digit(current())) fail();
    while (is_digit(current())) ++at_;
}

JsonValue JsonCursor::number() {
    const char* const begin = at_;
    Kind kind = Kind::integer;
    if (current() == '-') ++at_;
    if (current() == '0')
        ++at_;
    else
        digits();
    if (current() == '.') {
        kind = Kind::real;
        ++at_;
        digits();
    }
    if (current() == 'e' || current() == 'E') {
        kind = Kind::real;
        ++at_;
        if (current() == '+' || current() == '-') ++at_;
        digits();
    }
    return {kind, false, {begin, static_cast<std::size_t>(at_ - begin)}};
}

void JsonCursor::open() {
    if (open_.size() == depth_) fail(JsonFault::Kind::deep);
    open_.push_back(*at_++);
}

JsonValue JsonCursor::container() {
    const char* const begin = at_;
    const Kind kind = *at_ == '{' ? Kind::object : Kind::array;
    open_.clear();
    do {
        // A value begins here.
        const char next = peek();
        bool inside = false;
        if (next == '{' || next == '[') {
            open();
            inside = peek() != bracket_for(next);
        } else {
            (void)scalar();
        }
        // What comes behind it: a comma and the next value, or brackets that close.
        while (!inside && !open_.empty()) {
            inside = take(',');
            if (inside) break;
            expect(bracket_for(open_.back()));
            open_.pop_back();
        }
        if (inside && open_.back() == '{') (void)key();
    } while (!open_.empty());
    return {kind, false, {begin, static_cast<std::size_t>(at_ - begin)}};
}

} // namespace zhitu::detail
