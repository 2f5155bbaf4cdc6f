// Packs in their text form to the one binary form that the reader maps.
#pragma once

#include <zhitu/packs/source.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace zhitu {

/// The bytes of a compiled pack (layout: pack.cpp). `lexicon` is a word list in jieba's form, `word count tag` a line;
/// empty for none.
[[nodiscard]] std::string compile_pack(const PackSource& pack, std::string_view lexicon);
/// The same with the compiled lexicon of another pack (`Pack::lexicon`).
[[nodiscard]] std::string compile_pack(const PackSource& pack, std::span<const std::uint32_t> lexicon);

} // namespace zhitu
#pragma GCC visibility pop
