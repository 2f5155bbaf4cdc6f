// Traditional characters to simplified ones.
#pragma once

#pragma GCC visibility push(default)
namespace zhitu {

/// The simplified form of a traditional character, by OpenCC's character table as it was at build time; the character
/// itself where it has none, where a text needs its context to tell, or where the build had no table. One to one, so
/// that offsets hold. O(1).
[[nodiscard]] char32_t simplified(char32_t character);

} // namespace zhitu
#pragma GCC visibility pop
