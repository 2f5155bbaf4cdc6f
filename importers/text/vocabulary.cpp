#include <zhitu/importers/text/vocabulary.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/importers/text/numbers.hpp>

#include <array>
#include <charconv>
#include <utility>

namespace zhitu::text {
namespace {

constexpr std::array<std::pair<std::string_view, Role>, 14> role_classes{{
    {"punct.stop", Role::stop},
    {"punct.semicolon", Role::semicolon},
    {"punct.comma", Role::comma},
    {"punct.list", Role::list_comma},
    {"punct.open", Role::open},
    {"punct.close", Role::close},
    {"punct.title-open", Role::title_open},
    {"punct.title-close", Role::title_close},
    {"punct.colon", Role::colon},
    {"punct.quote-open", Role::quote_open},
    {"punct.quote-close", Role::quote_close},
    {"punct.dash", Role::dash},
    {"punct.bracket-open", Role::bracket_open},
    {"punct.bracket-close", Role::bracket_close},
}};

} // namespace

Vocabulary::Vocabulary(const Pack& pack)
    : pack_(&pack)
    , frames_(parse_frames(pack))
    , roles_(0x10000, 0)
    , numerals_(0x10000, 0) {
    std::vector<std::uint16_t> role_of(pack.group_count(), 0);
    for (const auto& [name, role] : role_classes)
        if (const GroupId group = pack.group(name); group != Pack::no_group)
            role_of[group] = static_cast<std::uint16_t>(role_of[group] | static_cast<std::uint16_t>(role));
    const GroupId numeral_group = pack.group("numeral");
    for (char32_t c = 1; c < roles_.size(); ++c) {
        const char32_t folded = fold(c);
        for (const std::uint32_t index : pack.words(std::u32string_view(&folded, 1))) {
            const PackEntry& entry = pack.entry(index);
            roles_[c] = static_cast<std::uint16_t>(roles_[c] | role_of[entry.group]);
            if (entry.group != numeral_group) continue;
            unsigned value = 0;
            std::from_chars(entry.name.data(), entry.name.data() + entry.name.size(), value);
            numerals_[c] = static_cast<std::uint8_t>(value + 1);
        }
    }
}

std::optional<Vocabulary::Word> Vocabulary::starts_with(std::u32string_view folded, GroupId group) const {
    std::optional<Word> longest;
    if (group == Pack::no_group || folded.empty() || !pack_->may_begin(group, folded.front())) return longest;
    pack_->walk(folded, [&](std::uint32_t length, std::uint32_t index) {
        if (pack_->group_of(index) == group) longest = Word{length, pack_->entry(index).name};
    });
    return longest;
}

std::optional<Vocabulary::Word> Vocabulary::ends_with(std::u32string_view folded, GroupId group) const {
    if (group == Pack::no_group || folded.empty() || !pack_->may_end(group, folded.back())) return std::nullopt;
    constexpr std::size_t longest_word = 16;
    const std::size_t longest = std::min<std::size_t>(longest_word, pack_->longest_form(group));
    for (std::size_t length = std::min(folded.size(), longest); length > 0; --length)
        if (const auto value = find(folded.substr(folded.size() - length), group))
            return Word{static_cast<std::uint32_t>(length), *value};
    return std::nullopt;
}

std::optional<std::string_view> Vocabulary::find(std::u32string_view folded, GroupId group) const {
    if (group == Pack::no_group || folded.empty() || !pack_->may_begin(group, folded.front())) return std::nullopt;
    for (const std::uint32_t index : pack_->words(folded))
        if (pack_->group_of(index) == group) return pack_->entry(index).name;
    return std::nullopt;
}

bool Vocabulary::contains(std::u32string_view folded, GroupId group) const {
    for (std::size_t at = 0; at < folded.size(); ++at)
        if (starts_with(folded.substr(at), group)) return true;
    return false;
}

std::optional<Vocabulary::Numeral> Vocabulary::numeral(std::u32string_view folded) const {
    Numeral out;
    std::uint32_t digit = 0;
    constexpr std::uint32_t ten = 10;
    for (const char32_t c : folded) {
        const std::uint32_t code = c < numerals_.size() ? numerals_[c] : 0U;
        if (code == 0) break;
        const std::uint32_t value = code - 1;
        if (value == ten) {
            out.value += (digit == 0 ? 1 : digit) * ten;
            digit = 0;
        } else {
            digit = digit * ten + value;
        }
        ++out.length;
    }
    if (out.length == 0) return std::nullopt;
    out.value += digit;
    return out;
}

std::optional<Vocabulary::Numeral> Vocabulary::number(std::u32string_view folded) const {
    const WholeNumber digits = whole_number_at(folded);
    return digits.length > 0 ? Numeral{digits.length, digits.value} : numeral(folded);
}

} // namespace zhitu::text
