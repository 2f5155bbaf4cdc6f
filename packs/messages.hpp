// Words that people see and that no schema names, such as headings of answers: packs/policy/messages.json, embedded.
#pragma once

#include <zhitu/graph/schema.hpp>

#include <string_view>

#pragma GCC visibility push(default)
namespace zhitu {

/// The text of `key`; the key itself where the table has none. Valid for ever. Safe to call from several threads.
/// O(log keys).
[[nodiscard]] std::string_view message(std::string_view key, Language language);

} // namespace zhitu
#pragma GCC visibility pop
