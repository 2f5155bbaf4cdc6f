#include <zhitu/importers/detail/xml_scanner.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/detail/text_window.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zhitu::detail {
namespace {

// What bytes may be; a byte has several of these.
enum : unsigned char { blank = 1, name_begin = 2, name_rest = 4, plain_text = 8, plain_value = 16 };

constexpr std::array<unsigned char, 256> classes = [] {
    std::array<unsigned char, 256> out{};
    const auto add = [&](std::string_view bytes, int what) {
        for (const char byte : bytes) out[static_cast<unsigned char>(byte)] |= static_cast<unsigned char>(what);
    };
    for (std::size_t byte = 0x20; byte < 256; ++byte) out[byte] = plain_text | plain_value;
    for (std::size_t byte = 0x80; byte < 256; ++byte) out[byte] |= name_begin | name_rest;
    add(" \t\n\r", blank | plain_text | plain_value);
    add("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:", name_begin | name_rest);
    add("0123456789-.", name_rest);
    out['<'] = out['&'] = 0;
    out[0xEF] = name_begin | name_rest; // U+FFFE and U+FFFF begin with it
    out[']'] = plain_value;
    out['"'] = out['\''] = plain_text;
    return out;
}();

bool is(char c, int what) {
    return (classes[static_cast<unsigned char>(c)] & what) != 0;
}

// The characters that XML 1.0 allows, production [2].
bool is_xml_character(std::uint32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c < 0xD800 || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

// The character that the body of a reference, such as `amp` or `#x41`, stands for.
std::optional<char32_t> referred(std::string_view body) {
    constexpr std::array<std::pair<std::string_view, char>, 5> known{
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
    for (const auto& [name, character] : known)
        if (body == name) return static_cast<char32_t>(character);
    if (!body.starts_with('#')) return std::nullopt;
    const bool hexadecimal = body.starts_with("#x");
    body.remove_prefix(hexadecimal ? 2 : 1);
    std::uint32_t number = 0;
    const char* const end = body.data() + body.size();
    const auto result = std::from_chars(body.data(), end, number, hexadecimal ? 16 : 10);
    if (result.ec != std::errc{} || result.ptr != end || !is_xml_character(number)) return std::nullopt;
    return char32_t{number};
}

// Text whose references were checked.
void append_decoded(std::string& out, std::string_view text) {
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&')) {
        const std::size_t end = text.find(';', at);
        out += text.substr(0, at);
        append_utf8(out, referred(text.substr(at + 1, end - at - 1)).value_or(U'\uFFFD'));
        text.remove_prefix(end + 1);
    }
    out += text;
}

class Scanner {
  public:
    Scanner(ByteSource& text, const Limits& limits, XmlEvents& events)
        : window_(text, LineEnds::unified)
        , limits_(limits)
        , events_(events) {}

    void run() {
        take_window();
        while (at_ < end_ || !window_.complete()) {
            const char* const begin = at_;
            try {
                at_ != end_&&* at_ == '<' ? markup() : content();
            } catch (const Incomplete&) {
                window_.more(offset(begin));
                take_window();
            }
        }
        if (!open_.empty()) {
            const auto& [name, position] = open_.back();
            throw Error(ErrorCode::bad_input, fmt::format("<{}> is never closed", name),
                        "the file may end too early; write it anew", position.in({}));
        }
        if (!root_seen_) fail(at_, "there is no element", "the file is empty or no XML");
    }

  private:
    /// Thrown where a token runs over the end of the window; it is read again when there is more.
    struct Incomplete {};

    void take_window() {
        begin_ = at_ = window_.text().data();
        end_ = begin_ + window_.text().size();
    }
    [[nodiscard]] std::size_t offset(const char* at) const { return static_cast<std::size_t>(at - begin_); }

    [[noreturn]] void fail(const char* at, std::string problem, std::string hint,
                           ErrorCode code = ErrorCode::bad_input) const {
        require(at_ != end_); // what looks wrong may be cut off
        throw Error(code, std::move(problem), std::move(hint), window_.position(offset(at)).in({}));
    }
    void require(bool enough) const {
        if (!enough && !window_.complete()) throw Incomplete();
    }

    [[nodiscard]] std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }
    [[nodiscard]] char current() const { return at_ < end_ ? *at_ : '\0'; }
    void skip(int what) {
        while (at_ < end_ && is(*at_, what)) ++at_;
    }

    // Moves behind `close` and returns what lies before; all of it must be characters of XML.
    std::string_view skip_past(std::string_view close, std::string_view what) {
        const char* const begin = at_;
        const std::size_t length = rest().find(close);
        if (length == std::string_view::npos) {
            require(false);
            fail(begin, fmt::format("the {} is never closed", what), fmt::format("close it with {}", close));
        }
        for (const char* const close_begin = begin + length; at_ < close_begin;)
            is(*at_, plain_text | plain_value) ? ++at_ : character();
        at_ += close.size();
        return {begin, length};
    }

    // One character that is not plain.
    const char* character() {
        const auto byte = static_cast<unsigned char>(*at_);
        const bool noncharacter = rest().starts_with("\xEF\xBF\xBE") || rest().starts_with("\xEF\xBF\xBF");
        if (noncharacter || (byte < 0x20 && !is(*at_, blank)))
            fail(at_, "a character that XML does not allow", "take the control character out");
        return ++at_;
    }

    void markup() {
        constexpr std::size_t longest_begin = 9; // of <![CDATA[ and <!DOCTYPE
        const bool special = rest().size() < 2 || at_[1] == '!' || at_[1] == '?';
        require(!special || rest().size() >= longest_begin);
        if (special && rest().starts_with("<!--")) {
            at_ += 4;
            skip_past("-->", "comment");
        } else if (special && rest().starts_with("<![CDATA[")) {
            if (open_.empty()) fail(at_, "CDATA outside the root element", "take it out");
            at_ += 9;
            events_.text(skip_past("]]>", "CDATA section"));
        } else if (special && rest().starts_with("<?")) {
            at_ += 2;
            skip_past("?>", "processing instruction");
        } else if (special && rest().starts_with("<!DOCTYPE")) {
            doctype();
        } else if (rest().starts_with("</")) {
            closing_tag();
        } else {
            opening_tag();
        }
    }

    void doctype() {
        if (root_seen_) fail(at_, "a DOCTYPE behind the root element", "move it to the top");
        const std::size_t end = rest().find_first_of("[>");
        if (end != std::string_view::npos && at_[end] == '[')
            fail(at_ + end, "the DOCTYPE has declarations of its own", "take them out; entities are never expanded");
        skip_past(">", "DOCTYPE");
    }

    std::string_view name() {
        const char* const begin = at_;
        if (!is(current(), name_begin)) fail(at_, "a name is missing", "write < as &lt; and & as &amp; in text");
        skip(name_rest);
        return {begin, static_cast<std::size_t>(at_ - begin)};
    }

    void opening_tag() {
        const char* const begin = at_++;
        const std::string_view element = name();
        if (open_.empty() && root_seen_)
            fail(begin, fmt::format("a second root element <{}>", element), "keep one root element");
        attributes();
        const bool empty = current() == '/';
        if (empty) ++at_;
        if (current() != '>') fail(at_, fmt::format("the tag <{}> is not closed", element), "close it with >");
        ++at_;
        root_seen_ = true;
        if (open_.size() + (empty ? 0 : 1) > limits_.nesting)
            fail(begin, fmt::format("elements nested deeper than {}", limits_.nesting), "raise the limit nesting",
                 ErrorCode::limit);
        const Position position = window_.next_position(offset(begin));
        if (!empty) open_.emplace_back(element, position);
        decode_values();
        events_.open({local_name(element), attributes_, position});
        if (empty) events_.close();
    }

    void attributes() {
        attributes_.clear();
        encoded_ = 0;
        while (true) {
            const char* const before = at_;
            skip(blank);
            if (!is(current(), name_begin)) break;
            if (at_ == before) fail(at_, "a blank is missing before an attribute", "put one there");
            const std::string_view attribute = name();
            skip(blank);
            if (current() != '=')
                fail(at_, fmt::format("the attribute {} has no value", attribute), "write NAME=\"VALUE\"");
            ++at_;
            skip(blank);
            const std::string_view value = attribute_value();
            const auto same = [&](const XmlAttribute& other) { return other.name == attribute; };
            if (std::any_of(attributes_.begin(), attributes_.end(), same))
                fail(before, fmt::format("the attribute {} stands twice", attribute), "keep one of them");
            attributes_.push_back({attribute, value});
        }
    }

    std::string_view attribute_value() {
        const char quote = current();
        if (quote != '"' && quote != '\'') fail(at_, "an attribute's value without quotes", "put it in quotes");
        const char* const begin = at_++;
        for (skip(plain_value); current() != quote || at_ == end_; skip(plain_value)) {
            if (at_ == end_) fail(begin, "an attribute's value is never closed", "close it with a quote");
            if (*at_ == '<') fail(at_, "< in an attribute's value", "write &lt;");
            *at_ == '&' ? reference() : character();
        }
        const char* const end = at_++;
        return {begin + 1, static_cast<std::size_t>(end - begin - 1)};
    }

    // References in attributes, once the tag is complete: the views stay, since the room is made before.
    void decode_values() {
        if (encoded_ == 0) return;
        std::size_t room = 0;
        for (const XmlAttribute& attribute : attributes_) room += attribute.value.size();
        decoded_.clear();
        decoded_.reserve(room);
        for (XmlAttribute& attribute : attributes_) {
            const std::size_t begin = decoded_.size();
            append_decoded(decoded_, attribute.value);
            attribute.value = std::string_view(decoded_).substr(begin);
        }
    }

    void closing_tag() {
        const char* const begin = at_;
        at_ += 2;
        const std::string_view element = name();
        skip(blank);
        if (current() != '>') fail(at_, fmt::format("the tag </{}> is not closed", element), "close it with >");
        ++at_;
        if (open_.empty()) fail(begin, fmt::format("</{}> closes nothing", element), "take it out");
        if (open_.back().first != element)
            fail(begin, fmt::format("</{}> where </{}> is due", element, open_.back().first), "match the tags");
        open_.pop_back();
        events_.close();
    }

    // Text up to the next markup.
    void content() {
        const char* const begin = at_;
        skip(blank);
        require(at_ != end_);
        if (at_ == end_ || *at_ == '<') return;
        if (open_.empty()) fail(at_, "text outside the root element", "take it out");
        encoded_ = 0;
        for (skip(plain_text); at_ != end_ && *at_ != '<'; skip(plain_text)) {
            if (rest().starts_with("]]>")) fail(at_, "]]> in text", "write ]]&gt;");
            *at_ == '&' ? reference() : character();
        }
        require(at_ != end_);
        const std::string_view text(begin, static_cast<std::size_t>(at_ - begin));
        if (encoded_ == 0) return events_.text(text);
        decoded_.clear();
        append_decoded(decoded_, text);
        events_.text(decoded_);
    }

    const char* reference() {
        const std::size_t length = rest().find_first_of("; <\n&", 1);
        if (length == std::string_view::npos) require(false);
        const bool closed = length != std::string_view::npos && at_[length] == ';';
        const std::string_view body = closed ? rest().substr(1, length - 1) : std::string_view();
        if (body.empty()) fail(at_, "a lone &", "write &amp;");
        if (!referred(body))
            fail(at_, fmt::format("the entity &{}; is unknown or names no character of XML", body.substr(0, 32)),
                 "write the character itself");
        ++encoded_;
        return at_ += length + 1;
    }

    TextWindow window_;
    const Limits& limits_;
    XmlEvents& events_;
    const char* begin_ = nullptr; // the window
    const char* end_ = nullptr;
    const char* at_ = nullptr;
    bool root_seen_ = false;
    std::size_t encoded_ = 0; // references in the token at hand
    std::string decoded_;
    std::vector<XmlAttribute> attributes_;
    std::vector<std::pair<std::string, Position>> open_; // elements and where they begin
};

} // namespace

void scan_xml(ByteSource& text, const Limits& limits, XmlEvents& events) {
    Scanner(text, limits, events).run();
}

} // namespace zhitu::detail
