// Short forms that a text defines: "A (hereafter “B”)", "A (B for short)".
#include <zhitu/importers/text/candidates.hpp>

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

} // namespace

void collect_short_forms(const BlockView& view, const std::vector<Mention>& chosen,
                         std::map<std::u32string, ShortForm>& forms) {
    const Vocabulary& words = view.words;
    const GroupId marker = words.group("short-form");
    for (const Mention& mention : chosen) {
        if (mention.type.empty()) continue;
        const std::uint32_t open = mention.range.end;
        if (open >= view.size() || view.block.folded[open] != U'(') continue;
        std::uint32_t close = open + 1;
        while (close < view.size() && view.block.folded[close] != U')') ++close;
        if (close >= view.size()) continue;
        const auto word = words.starts_with(view.folded(open + 1, close), marker);
        if (!word) continue;
        const Range form = strip(view, {open + 1 + word->length, close});
        if (form.size() < 2 || form.size() > 24) continue;
        forms[std::u32string(view.folded(form.begin, form.end))] = {mention.type, mention.identity()};
    }
}

} // namespace zhitu::text
