// The message table of the policy pack, read from its file.
#pragma once

#include <zhitu/queries/words.hpp>

#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

/// Throws where a key is not in the table.
inline zhitu::Words policy_words(zhitu::Language language) {
    std::ifstream file(std::string(ZHITU_SOURCE_DIR) + "/packs/policy/messages.json");
    const auto table = nlohmann::json::parse(file);
    return {language, [table, language](std::string_view key) {
                return table.at(std::string(key)).at(language == zhitu::Language::zh ? "zh" : "en").get<std::string>();
            }};
}
