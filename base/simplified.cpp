#include <zhitu/base/simplified.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

// Lines `traditional TAB simplified[ simplified…]`, the most frequent one first.
extern "C" const char zhitu_simplified_begin[];
extern "C" const char zhitu_simplified_end[];

namespace zhitu {
namespace {

constexpr std::size_t table_size = 0x10000; // the few characters of other planes stay as they are

std::vector<char16_t> read_table(std::u32string_view lines) {
    std::vector<char16_t> table(table_size, 0);
    while (!lines.empty()) {
        const auto line = lines.substr(0, lines.find(U'\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        if (line.size() < 3 || line[1] != U'\t' || line[0] >= table_size || line[2] >= table_size) continue;
        table[line[0]] = static_cast<char16_t>(line[2]);
    }
    return table;
}

} // namespace

char32_t simplified(char32_t character) {
    static const std::vector<char16_t> table = read_table(
        to_utf32({zhitu_simplified_begin, static_cast<std::size_t>(zhitu_simplified_end - zhitu_simplified_begin)}));
    if (character >= table_size || table[character] == 0) return character;
    return table[character];
}

} // namespace zhitu
