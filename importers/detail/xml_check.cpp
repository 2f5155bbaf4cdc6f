#include <zhitu/importers/detail/xml_check.hpp>

#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace zhitu::detail {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool begins_name(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

bool continues_name(char c) {
    return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

// The characters that XML 1.0 allows, production [2].
bool is_xml_character(std::uint32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c < 0xD800 || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

class Checker {
  public:
    Checker(std::string_view text, const Limits& limits)
        : text_(text)
        , limits_(limits) {}

    void run() {
        while (at_ < text_.size()) text_[at_] == '<' ? markup() : content();
        if (!open_.empty())
            fail(open_.back().second, fmt::format("<{}> is never closed", open_.back().first),
                 "the file may end too early; write it anew");
        if (!root_seen_) fail(at_, "there is no element", "the file is empty or no XML");
    }

  private:
    [[noreturn]] void fail(std::size_t at, std::string problem, std::string hint,
                           ErrorCode code = ErrorCode::bad_input) const {
        throw Error(code, std::move(problem), std::move(hint), place_of(text_, at));
    }

    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
    [[nodiscard]] char current() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void skip_blanks() {
        while (is_blank(current())) ++at_;
    }

    // Moves behind `end`; what lies between must be characters of XML.
    void skip_past(std::string_view end, std::string_view what) {
        const std::size_t begin = at_;
        const std::size_t found = text_.find(end, at_);
        if (found == std::string_view::npos)
            fail(begin, fmt::format("the {} is never closed", what), fmt::format("close it with {}", end));
        while (at_ < found) character();
        at_ = found + end.size();
    }

    void character() {
        const char c = text_[at_];
        const bool noncharacter = rest().starts_with("\xEF\xBF\xBE") || rest().starts_with("\xEF\xBF\xBF");
        if (noncharacter || (static_cast<unsigned char>(c) < 0x20 && !is_blank(c)))
            fail(at_, "a character that XML does not allow", "take the control character out");
        ++at_;
    }

    void markup() {
        if (rest().starts_with("<!--")) {
            at_ += 4;
            skip_past("-->", "comment");
        } else if (rest().starts_with("<![CDATA[")) {
            if (open_.empty()) fail(at_, "CDATA outside the root element", "take it out");
            at_ += 9;
            skip_past("]]>", "CDATA section");
        } else if (rest().starts_with("<?")) {
            at_ += 2;
            skip_past("?>", "processing instruction");
        } else if (rest().starts_with("<!DOCTYPE")) {
            doctype();
        } else if (rest().starts_with("</")) {
            closing_tag();
        } else {
            opening_tag();
        }
    }

    void doctype() {
        if (root_seen_) fail(at_, "a DOCTYPE behind the root element", "move it to the top");
        const std::size_t end = text_.find_first_of("[>", at_);
        if (end != std::string_view::npos && text_[end] == '[')
            fail(end, "the DOCTYPE has declarations of its own", "take them out; entities are never expanded");
        skip_past(">", "DOCTYPE");
    }

    std::string_view name() {
        const std::size_t begin = at_;
        if (!begins_name(current())) fail(at_, "a name is missing", "write < as &lt; and & as &amp; in text");
        while (continues_name(current())) ++at_;
        return text_.substr(begin, at_ - begin);
    }

    void opening_tag() {
        const std::size_t begin = at_++;
        const std::string_view element = name();
        if (open_.empty() && root_seen_)
            fail(begin, fmt::format("a second root element <{}>", element), "keep one root element");
        root_seen_ = true;
        attributes();
        const bool empty = current() == '/';
        if (empty) ++at_;
        if (current() != '>') fail(at_, fmt::format("the tag <{}> is not closed", element), "close it with >");
        ++at_;
        if (!empty) open_.emplace_back(element, begin);
        if (open_.size() > limits_.nesting)
            fail(begin, fmt::format("elements nested deeper than {}", limits_.nesting), "raise the limit nesting",
                 ErrorCode::limit);
    }

    void attributes() {
        names_.clear();
        while (true) {
            const std::size_t before = at_;
            skip_blanks();
            if (!begins_name(current())) break;
            if (at_ == before) fail(at_, "a blank is missing before an attribute", "put one there");
            names_.emplace_back(name(), before);
            skip_blanks();
            if (current() != '=')
                fail(at_, fmt::format("the attribute {} has no value", names_.back().first), "write NAME=\"VALUE\"");
            ++at_;
            skip_blanks();
            attribute_value();
        }
        std::sort(names_.begin(), names_.end());
        const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
        const auto repeat = std::adjacent_find(names_.begin(), names_.end(), same);
        if (repeat != names_.end())
            fail((repeat + 1)->second, fmt::format("the attribute {} stands twice", repeat->first), "keep one of them");
    }

    void attribute_value() {
        const char quote = current();
        if (quote != '"' && quote != '\'') fail(at_, "an attribute's value without quotes", "put it in quotes");
        const std::size_t begin = at_++;
        while (current() != quote) {
            if (at_ == text_.size()) fail(begin, "an attribute's value is never closed", "close it with a quote");
            if (text_[at_] == '<') fail(at_, "< in an attribute's value", "write &lt;");
            text_[at_] == '&' ? reference() : character();
        }
        ++at_;
    }

    void closing_tag() {
        const std::size_t begin = at_;
        at_ += 2;
        const std::string_view element = name();
        skip_blanks();
        if (current() != '>') fail(at_, fmt::format("the tag </{}> is not closed", element), "close it with >");
        ++at_;
        if (open_.empty()) fail(begin, fmt::format("</{}> closes nothing", element), "take it out");
        if (open_.back().first != element)
            fail(begin, fmt::format("</{}> where </{}> is due", element, open_.back().first), "match the tags");
        open_.pop_back();
    }

    void content() {
        if (open_.empty() && !is_blank(text_[at_])) fail(at_, "text outside the root element", "take it out");
        if (rest().starts_with("]]>")) fail(at_, "]]> in text", "write ]]&gt;");
        text_[at_] == '&' ? reference() : character();
    }

    void reference() {
        const std::size_t begin = at_;
        const std::size_t end = std::min(text_.find(';', at_), text_.size());
        const std::string_view body = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        if (body.starts_with('#') && is_legal_number(body.substr(1))) return;
        constexpr std::array<std::string_view, 5> known{"amp", "lt", "gt", "quot", "apos"};
        if (std::find(known.begin(), known.end(), body) != known.end()) return;
        if (end == text_.size() || body.size() > 32 || body.find_first_of(" <&\n") != std::string_view::npos)
            fail(begin, "a lone &", "write &amp;");
        fail(begin, fmt::format("the entity &{}; is unknown or names no character of XML", body),
             "write the character itself");
    }

    static bool is_legal_number(std::string_view digits) {
        const bool hexadecimal = digits.starts_with('x');
        if (hexadecimal) digits.remove_prefix(1);
        std::uint32_t number = 0;
        const char* const end = digits.data() + digits.size();
        const auto result = std::from_chars(digits.data(), end, number, hexadecimal ? 16 : 10);
        return result.ec == std::errc{} && result.ptr == end && is_xml_character(number);
    }

    std::string_view text_;
    const Limits& limits_;
    std::size_t at_ = 0;
    bool root_seen_ = false;
    std::vector<std::pair<std::string_view, std::size_t>> open_;  // elements and where they begin
    std::vector<std::pair<std::string_view, std::size_t>> names_; // attributes of the tag at hand, and where
};

} // namespace

void check_xml(std::string_view xml, const Limits& limits) {
    Checker(xml, limits).run();
}

} // namespace zhitu::detail
