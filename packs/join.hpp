// Packs of one's own on top of the built-in ones.
#pragma once

#include <zhitu/packs/pack.hpp>

#include <filesystem>
#include <memory>
#include <span>

#pragma GCC visibility push(default)
namespace zhitu {

/// What the built-in packs and those in `folders` know together; the built-in ones alone where there is no folder. A
/// rule's confidence is that of the last folder that measured it. Safe for several threads. O(all words). Throws Error
/// (bad_input) with file and line for the first thing in a folder that cannot be used.
[[nodiscard]] std::shared_ptr<const Pack> join_packs(std::span<const std::filesystem::path> folders);

} // namespace zhitu
#pragma GCC visibility pop
