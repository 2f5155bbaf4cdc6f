// Packs in their text form to the one binary form that the reader maps.
#pragma once

#include <zhitu/packs/source.hpp>

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace zhitu {

/// The bytes of a compiled pack (layout: pack.cpp). `lexicon` is a word list in jieba's form, `word count tag` a line;
/// empty for none.
[[nodiscard]] std::string compile_pack(const PackSource& pack, std::string_view lexicon);

} // namespace zhitu
