#include <zhitu/importers/detail/json_value.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/base/limits.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <limits>

namespace zhitu::detail {
namespace {

using Kind = JsonValue::Kind;

// Texts that were walked through before are not checked for their depth again.
constexpr std::size_t any_depth = std::numeric_limits<std::size_t>::max();

template <class Number>
std::errc parse(std::string_view digits, Number& number) {
    return std::from_chars(digits.data(), digits.data() + digits.size(), number).ec;
}

Error does_not_fit(std::string_view what, std::string_view digits) {
    return {ErrorCode::bad_input, fmt::format("the {} {} does not fit 64 bits", what, digits), "write it as a string"};
}

Value integer_of(std::string_view digits) {
    std::int64_t number = 0;
    if (parse(digits, number) != std::errc{}) throw does_not_fit("integer", digits);
    return number;
}

Value real_of(std::string_view digits) {
    double number = 0;
    if (parse(digits, number) == std::errc{}) return number;
    const bool tiny = digits.find("e-") != std::string_view::npos || digits.find("E-") != std::string_view::npos;
    if (!tiny) throw does_not_fit("number", digits);
    return 0.0;
}

// An object's members without blanks, in order of their keys.
std::string object_text(std::string_view text) {
    const auto parsed = nlohmann::json::parse(text, nullptr, false);
    if (parsed.is_discarded()) throw does_not_fit("number in", text.substr(0, 32));
    return parsed.dump();
}

// A count of code points or lines; 0 for what is none.
std::uint32_t count_of(const JsonValue& json) {
    std::uint32_t number = 0;
    const bool fits = json.is(Kind::integer) && parse(json.text, number) == std::errc{};
    return fits ? number : 0;
}

std::string string_of(const JsonValue& json) {
    std::string scratch;
    return std::string(json.string(scratch));
}

// One member of an entry of evidence; others are left out.
void set_member(Evidence& entry, const JsonMember& member) {
    const auto& [key, value] = member;
    const bool text = value.is(Kind::string);
    if (key == "document" && text) entry.document = string_of(value);
    if (key == "section" && text) entry.section = string_of(value);
    if (key == "quote" && text) entry.quote = string_of(value);
    if (key == "start") entry.start = count_of(value);
    if (key == "end") entry.end = count_of(value);
    if (key == "line") entry.line = count_of(value);
    if (key == "mention" && value.is(Kind::array))
        if (const auto ends = items_of(value); ends.size() == 2)
            entry.mention.emplace(count_of(ends[0]), count_of(ends[1]));
}

std::string text_at(const JsonMembers& object, std::string_view key) {
    const JsonValue* found = object.find(key);
    return found != nullptr && found->is(Kind::string) ? string_of(*found) : std::string();
}

} // namespace

Value value_of(const JsonValue& json) {
    switch (json.kind) {
    case Kind::null:
        break;
    case Kind::boolean:
        return json.text == "true";
    case Kind::integer:
        return integer_of(json.text);
    case Kind::real:
        return real_of(json.text);
    case Kind::string:
        return string_of(json);
    case Kind::array: {
        List list;
        for (const JsonValue& item : items_of(json)) list.push_back(value_of(item));
        return list;
    }
    case Kind::object:
        return object_text(json.text);
    }
    return {};
}

std::optional<std::string_view> id_of(const JsonValue& json, std::string& scratch) {
    if (json.is(Kind::string)) return json.string(scratch);
    if (json.is(Kind::integer)) return json.text;
    if (json.is(Kind::real)) return scratch = nlohmann::json(*real_of(json.text).get_if<double>()).dump();
    return std::nullopt;
}

std::optional<std::vector<Evidence>> evidence_of(const JsonValue& json) {
    if (!json.is(Kind::array)) return std::nullopt;
    std::vector<Evidence> out;
    JsonMembers members;
    JsonCursor cursor(json.text, any_depth);
    cursor.expect('[');
    if (cursor.take(']')) return out;
    do {
        if (cursor.peek() != '{') return std::nullopt;
        cursor.members(members);
        const JsonValue* quote = members.find("quote");
        if (quote == nullptr || !quote->is(Kind::string)) return std::nullopt;
        Evidence& entry = out.emplace_back();
        for (const JsonMember& member : members.all) set_member(entry, member);
    } while (cursor.take(','));
    return out;
}

std::vector<DocumentInfo> documents_of(const JsonValue& json) {
    std::vector<DocumentInfo> out;
    JsonMembers members;
    for (const JsonValue& document : items_of(json)) {
        if (!document.is(Kind::object)) continue;
        JsonCursor(document.text, any_depth).members(members);
        out.push_back({text_at(members, "id"), text_at(members, "title"), text_at(members, "file")});
    }
    return out;
}

std::vector<JsonValue> items_of(const JsonValue& json) {
    std::vector<JsonValue> items;
    if (!json.is(Kind::array)) return items;
    JsonCursor cursor(json.text, any_depth);
    cursor.expect('[');
    if (cursor.take(']')) return items;
    do items.push_back(cursor.value());
    while (cursor.take(','));
    return items;
}

std::optional<JsonValue> parse_json(std::string_view text) {
    try {
        JsonCursor cursor(text, Limits{}.nesting);
        const JsonValue value = cursor.value();
        if (cursor.peek() == '\0' && cursor.offset() == text.size()) return value;
    } catch (const JsonFault&) { // it is no JSON
    }
    return std::nullopt;
}

} // namespace zhitu::detail
