#include <zhitu/packs/messages.hpp>

#include <nlohmann/json.hpp>

#include <map>
#include <string>

extern "C" const char zhitu_policy_messages_begin[];
extern "C" const char zhitu_policy_messages_end[];

namespace zhitu {
namespace {

using Table = std::map<std::string, Names, std::less<>>;

Table read_table() {
    Table table;
    const auto json = nlohmann::json::parse(zhitu_policy_messages_begin, zhitu_policy_messages_end);
    for (const auto& [key, names] : json.items()) table[key] = {names.at("zh"), names.at("en")};
    return table;
}

} // namespace

std::string_view message(std::string_view key, Language language) {
    static const Table table = read_table();
    const auto found = table.find(key);
    return found != table.end() ? std::string_view(found->second.in(language)) : key;
}

} // namespace zhitu
