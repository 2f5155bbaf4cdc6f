// Lint of a pack's folder.
#pragma once

#include <zhitu/base/error.hpp>

#include <filesystem>
#include <string>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

struct PackFinding {
    Place place;
    std::string problem;
};

/// Everything in the folder that the compiler of packs would refuse or that looks like a slip, in order of files and
/// lines; empty where all is well. Throws Error (bad_input) where `folder` is none.
[[nodiscard]] std::vector<PackFinding> check_pack(const std::filesystem::path& folder);

} // namespace zhitu
#pragma GCC visibility pop
