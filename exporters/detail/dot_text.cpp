#include <zhitu/exporters/detail/dot_text.hpp>

#include <zhitu/base/unicode.hpp>

#include <cstddef>

namespace zhitu::detail {
namespace {

constexpr std::size_t piece_bytes = 16'000;

// Appends units (a character or an escape) that may not be torn, and begins a new piece in time.
class Quoted {
  public:
    explicit Quoted(std::string& out)
        : out_(out) {
        open();
    }

    void append(std::string_view unit) {
        if (out_.size() + unit.size() > end_) {
            out_ += "\" + ";
            open();
        }
        out_ += unit;
    }
    void close() { out_ += '"'; }

  private:
    void open() {
        out_ += '"';
        end_ = out_.size() + piece_bytes;
    }

    std::string& out_;
    std::size_t end_ = 0;
};

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20;
}

std::size_t character_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// A character of a value as it is written; empty where it is left out.
std::string_view value_unit(std::string_view character, Entities entities) {
    switch (character.front()) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\t':
        return " ";
    case '&':
        return entities == Entities::decoded ? "&amp;" : "&";
    default:
        return is_control(character.front()) ? "" : character;
    }
}

std::string_view id_unit(std::string_view character) {
    switch (character.front()) {
    case '"':
        return "\\\"";
    case '\\':
        return "%5C";
    default:
        return is_control(character.front()) ? " " : character;
    }
}

template <class Unit>
void append_quoted(std::string& out, std::string_view text, Unit unit) {
    if (invalid_utf8(text)) return append_quoted(out, to_utf8(to_utf32(text)), unit);
    Quoted quoted(out);
    while (!text.empty()) {
        const std::size_t length = character_length(text.front());
        quoted.append(unit(text.substr(0, length)));
        text.remove_prefix(length);
    }
    quoted.close();
}

} // namespace

void append_dot_string(std::string& out, std::string_view text, Entities entities) {
    append_quoted(out, text, [entities](std::string_view character) { return value_unit(character, entities); });
}

void append_dot_id(std::string& out, std::string_view id) {
    append_quoted(out, id, id_unit);
}

} // namespace zhitu::detail
