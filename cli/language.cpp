#include "language.hpp"

#include <cstdlib>

namespace zhitu::cli {

Language language_of_locale(std::string_view locale) {
    const std::string_view tongue = locale.substr(0, locale.find_first_of("_.@"));
    const bool silent = tongue.empty() || tongue == "C" || tongue == "POSIX";
    return silent || tongue == "zh" ? Language::zh : Language::en;
}

Language language_of_environment() {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(variable); value != nullptr && *value != '\0')
            return language_of_locale(value);
    return Language::zh;
}

} // namespace zhitu::cli
