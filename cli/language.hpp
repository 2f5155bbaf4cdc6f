// Which language the reader of the screen speaks.
#pragma once

#include <zhitu/graph/schema.hpp>

#include <string_view>

namespace zhitu::cli {

/// The language of a locale's name ("zh_CN.UTF-8", "de_DE"): Chinese for `zh`, else English. A name that tells none
/// (empty, "C", "POSIX") stands for Chinese, the language of the papers.
[[nodiscard]] Language language_of_locale(std::string_view locale);

/// The language of the environment: the first of LC_ALL, LC_MESSAGES and LANG that is set.
[[nodiscard]] Language language_of_environment();

} // namespace zhitu::cli
