// The entries of the list of references: "Authors. Title[X]. House, 2024(3): 1-2. https://…".
#include <zhitu/importers/text/families.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/text/numbers.hpp>
#include <zhitu/importers/text/policy_bodies.hpp>

#include <algorithm>
#include <optional>

namespace zhitu::text {
namespace {

struct Entry {
    Range title;
    std::optional<std::int64_t> year;
    std::string url;
};

std::optional<std::int64_t> year_at(std::u32string_view text, std::size_t at) {
    if (at > 0 && is_digit(text[at - 1])) return std::nullopt;
    const WholeNumber number = whole_number_at(text.substr(at));
    if (number.length != 4 || number.value < 1900 || number.value > 2099) return std::nullopt;
    return number.value;
}

// The first title in its marks.
std::optional<Range> marked_title(const Block& block, const Vocabulary& words) {
    const auto open =
        std::find_if(block.text.begin(), block.text.end(), [&](char32_t c) { return words.is(c, Role::title_open); });
    const auto close = std::find_if(open, block.text.end(), [&](char32_t c) { return words.is(c, Role::title_close); });
    if (close == block.text.end()) return std::nullopt;
    return Range{static_cast<std::uint32_t>(open - block.text.begin()) + 1,
                 static_cast<std::uint32_t>(close - block.text.begin())};
}

// The title reaches from the authors' full stop to the mark of the kind, "[J]".
Range title_of(const Block& block, std::size_t kind_mark, const Vocabulary& words) {
    const std::u32string_view text = block.folded;
    if (kind_mark == std::u32string::npos)
        if (const auto marked = marked_title(block, words)) return *marked;
    const std::size_t end = kind_mark == std::u32string::npos ? text.size() : kind_mark;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t at = 0; at < end; ++at) {
        if (words.is(block.text[at], Role::open)) ++depth;
        if (words.is(block.text[at], Role::close)) depth = std::max(0, depth - 1);
        const bool stop = text[at] == U'.' && depth == 0 &&
                          !(at > 0 && is_digit(text[at - 1]) && at + 1 < end && is_digit(text[at + 1]));
        if (!stop) continue;
        begin = at + 1;
        while (begin < end && text[begin] == U' ') ++begin;
        break;
    }
    std::size_t stop = end;
    if (kind_mark == std::u32string::npos) {
        stop = text.find(U'.', begin);
        if (stop == std::u32string::npos) stop = end;
    }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(begin, stop))};
}

// A year of issue: in brackets of its own date, or behind the house; never a date of access in square brackets, nor one
// of an address.
std::optional<std::int64_t> year_of(std::u32string_view text, std::size_t from) {
    int square = 0;
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text.substr(at).starts_with(U"http")) break;
        if (text[at] == U'[') ++square;
        if (text[at] == U']') square = std::max(0, square - 1);
        if (square > 0) continue;
        if (const auto year = year_at(text, at)) return year;
    }
    return std::nullopt;
}

// "Eight departments' notice on …", "A and seven other departments' …".
std::optional<std::int64_t> bodies_of(std::u32string_view title, const Vocabulary& words) {
    for (std::size_t at = 0; at < title.size(); ++at)
        if (at == 0 || words.ends_with(title.substr(0, at), words.group("body.and-others")))
            if (const auto count = counted_bodies(title.substr(at), words)) return count;
    return std::nullopt;
}

std::string url_of(const Block& block) {
    const std::size_t at = block.folded.find(U"http");
    if (at == std::u32string::npos) return {};
    std::size_t end = at;
    while (end < block.text.size() && block.text[end] > U' ' && block.text[end] < 0x7F && block.text[end] != U'>')
        ++end;
    while (end > at && (block.text[end - 1] == U'.' || block.text[end - 1] == U',')) --end;
    return to_utf8(std::u32string_view(block.text).substr(at, end - at));
}

std::size_t find_kind_mark(std::u32string_view text) {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        if (text[at] != U'[' || !is_latin_letter(text[at + 1])) continue;
        std::size_t end = at + 1;
        while (end < text.size() && (is_latin_letter(text[end]) || text[end] == U'/')) ++end;
        if (end < text.size() && text[end] == U']' && end - at <= 8) return at;
    }
    return std::u32string::npos;
}

Entry parse(const Block& block, const Vocabulary& words) {
    const std::size_t mark = find_kind_mark(block.folded);
    Entry entry;
    entry.title = title_of(block, mark, words);
    entry.year = year_of(block.folded, mark == std::u32string::npos ? entry.title.end : mark);
    entry.url = url_of(block);
    return entry;
}

} // namespace

void read_references(const Reading& reading, Facts& facts) {
    const auto& blocks = reading.document().blocks;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        if (block.kind != BlockKind::reference) continue;
        const Entry entry = parse(block, reading.words());
        const Range whole{0, static_cast<std::uint32_t>(block.text.size())};
        const std::string name = to_utf8(block.slice(entry.title.size() > 1 ? entry.title : whole));
        const int node = facts.add_new(type::reference, name, {i, whole, entry.title}, "reference.entry");
        auto& properties = facts.node(node).properties;
        properties["number"] = static_cast<std::int64_t>(block.number);
        if (entry.year) properties["year"] = *entry.year;
        if (const auto count = bodies_of(block.folded_slice(entry.title), reading.words()))
            properties["bodies"] = *count;
        if (!entry.url.empty()) properties["url"] = entry.url;
    }
}

} // namespace zhitu::text
