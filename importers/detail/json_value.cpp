#include <zhitu/importers/detail/json_value.hpp>

#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace zhitu::detail {
namespace {

using Json = nlohmann::json;

std::string text_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// A count of code points or lines; 0 for what is none.
std::uint32_t number_of(const Json& json) {
    if (!json.is_number_unsigned()) return 0;
    const auto number = json.get<std::uint64_t>();
    return number <= std::numeric_limits<std::uint32_t>::max() ? static_cast<std::uint32_t>(number) : 0;
}

std::uint32_t number_at(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() ? number_of(*found) : 0;
}

Evidence entry_of(const Json& json) {
    Evidence entry{text_at(json, "document"),
                   text_at(json, "section"),
                   number_at(json, "start"),
                   number_at(json, "end"),
                   number_at(json, "line"),
                   text_at(json, "quote"),
                   std::nullopt};
    const auto mention = json.find("mention");
    if (mention != json.end() && mention->is_array() && mention->size() == 2)
        entry.mention.emplace(number_of((*mention)[0]), number_of((*mention)[1]));
    return entry;
}

bool is_entry(const Json& json) {
    const auto quote = json.is_object() ? json.find("quote") : json.end();
    return quote != json.end() && quote->is_string();
}

} // namespace

Value value_of(const Json& json) {
    switch (json.type()) {
    case Json::value_t::boolean:
        return json.get<bool>();
    case Json::value_t::number_integer:
        return json.get<std::int64_t>();
    case Json::value_t::number_unsigned:
        if (json.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            throw Error(ErrorCode::bad_input, fmt::format("the integer {} does not fit 64 bits", json.dump()),
                        "write it as a string or a decimal number");
        return json.get<std::int64_t>();
    case Json::value_t::number_float:
        return json.get<double>();
    case Json::value_t::string:
        return json.get_ref<const std::string&>();
    case Json::value_t::array: {
        List list;
        for (const Json& item : json) list.push_back(value_of(item));
        return list;
    }
    case Json::value_t::object:
        return json.dump();
    default:
        return {};
    }
}

std::optional<std::string> id_of(const Json& json) {
    if (json.is_string()) return json.get<std::string>();
    if (json.is_number()) return json.dump();
    return std::nullopt;
}

std::optional<std::vector<Evidence>> evidence_of(const Json& json) {
    if (!json.is_array() || !std::all_of(json.begin(), json.end(), is_entry)) return std::nullopt;
    std::vector<Evidence> out;
    for (const Json& entry : json) out.push_back(entry_of(entry));
    return out;
}

std::optional<std::vector<Evidence>> parse_evidence(std::string_view text) {
    return evidence_of(parse_json(text));
}

std::vector<DocumentInfo> documents_of(const Json& json) {
    std::vector<DocumentInfo> out;
    if (!json.is_array()) return out;
    for (const Json& document : json)
        if (document.is_object())
            out.push_back({text_at(document, "id"), text_at(document, "title"), text_at(document, "file")});
    return out;
}

Json parse_json(std::string_view text) {
    return Json::parse(text, nullptr, false);
}

} // namespace zhitu::detail
