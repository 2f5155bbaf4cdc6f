// Short forms that a text defines: "A (hereafter “B”)", "A (B for short)".
#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

// The text between outer quotes and title marks.
Range strip(const BlockView& view, Range range) {
    const Vocabulary& words = view.words;
    const auto outer = [&](std::uint32_t at) {
        const char32_t c = view.block.text[at];
        return words.is(c, Role::quote_open) || words.is(c, Role::quote_close) || words.is(c, Role::title_open) ||
               words.is(c, Role::title_close) || c == U'"' || c == U' ' || words.is(c, Role::colon);
    };
    while (range.begin < range.end && outer(range.begin)) ++range.begin;
    while (range.begin < range.end && outer(range.end - 1)) --range.end;
    return range;
}

// The place in front of a local body is a place wherever it stands, also one that no list has.
void add_place(const BlockView& view, const Mention& body, ShortForms& forms) {
    const auto text = view.folded(body.range.begin, body.range.end);
    for (std::size_t length = 3; length <= std::min<std::size_t>(text.size(), 6); ++length) {
        if (!view.words.ends_with(text.substr(0, length), view.words.group("region.tail"))) continue;
        forms.define(text.substr(0, length), {type::region, to_utf8(text.substr(0, length))});
        return;
    }
}

// "A full name (AFN)": capitals behind a name of a thing are its short form.
bool is_abbreviation(const BlockView& view, const Mention& mention, Range bracket) {
    if (!is_subject_type(mention.type) || bracket.size() < 2 || bracket.size() > 8) return false;
    const auto text = view.block.slice(bracket);
    const auto name = view.block.slice(mention.range);
    return std::all_of(text.begin(), text.end(),
                       [](char32_t c) { return c < 0x80 && (is_latin_letter(c) || c == U'-'); }) &&
           std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= U'A' && c <= U'Z'; }) &&
           std::any_of(name.begin(), name.end(), is_han);
}

} // namespace

void ShortForms::define(std::u32string_view folded, ShortForm form) {
    if (folded.empty()) return;
    forms_.insert_or_assign(std::u32string(folded), std::move(form));
    auto& lengths = lengths_[folded.front()];
    const auto length = static_cast<std::uint32_t>(folded.size());
    const auto place = std::ranges::lower_bound(lengths, length);
    if (place == lengths.end() || *place != length) lengths.insert(place, length);
}

const ShortForm* ShortForms::find(std::u32string_view folded) const {
    const auto found = forms_.find(folded);
    return found == forms_.end() ? nullptr : &found->second;
}

void collect_short_forms(const BlockView& view, const std::vector<Mention>& chosen, ShortForms& forms) {
    const Vocabulary& words = view.words;
    const GroupId marker = words.group("short-form");
    std::uint32_t close = 0;
    for (const Mention& mention : chosen) {
        if (mention.type.empty()) continue;
        if (mention.rule == "place-body") add_place(view, mention, forms);
        const std::uint32_t open = mention.range.end;
        if (open >= view.size() || view.block.folded[open] != U'(') continue;
        if (close <= open) close = open + 1; // else the bracket before this one is open still and closes there too
        while (close < view.size() && view.block.folded[close] != U')') ++close;
        if (close >= view.size()) continue;
        const auto word = words.starts_with(view.folded(open + 1, close), marker);
        if (!word && !is_abbreviation(view, mention, {open + 1, close})) continue;
        const Range form = strip(view, {open + 1 + (word ? word->length : 0), close});
        if (form.size() < 2 || form.size() > 24) continue;
        forms.define(view.folded(form.begin, form.end), {mention.type, mention.identity()});
    }
}

} // namespace zhitu::text
