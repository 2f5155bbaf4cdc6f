#include <zhitu/queries/detail/likeness.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

namespace zhitu::detail {
namespace {

constexpr std::size_t longest_quote = 400; // characters of a found quote that says where something is
constexpr std::size_t shortest_overlap = 6;
constexpr double alike = 0.5;

constexpr double same_name = 2.0;
constexpr double same_number = 1.9;
constexpr double same_term = 1.8;

// White space that NFKC leaves as it is, besides the blank.
bool is_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20) || c == 0x85 || c == 0x1680 || c == 0x2028 ||
           c == 0x2029;
}

// Quotes that stand below the line are part of a name.
bool is_mark_around(char32_t c) {
    const bool low_or_reversed = c == 0x201A || c == 0x201B || c == 0x201E || c == 0x201F;
    return is_title_mark(c) || (is_quote(c) && !low_or_reversed);
}

bool is_long_dash(char32_t c) {
    return c == 0x2014 || c == 0x2013 || c == 0x2212 || c == 0x7E || c == 0x2010 || c == 0x2011;
}

std::vector<std::uint64_t> bigrams(std::u32string_view text) {
    std::vector<std::uint64_t> out;
    if (text.size() == 1) out.push_back(text.front());
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        out.push_back(std::uint64_t{text[i]} << 32U | std::uint64_t{text[i + 1]});
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::size_t longest_common_run(std::u32string_view a, std::u32string_view b) {
    std::size_t longest = 0;
    std::vector<std::size_t> previous(b.size() + 1), row(b.size() + 1);
    for (const char32_t c : a) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            row[j + 1] = b[j] == c ? previous[j] + 1 : 0;
            longest = std::max(longest, row[j + 1]);
        }
        std::swap(previous, row);
    }
    return longest;
}

void sort_uniquely(std::vector<std::string>& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

bool have_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](const std::string& one) { return std::binary_search(b.begin(), b.end(), one); });
}

// `long name(short)` as its two parts, of two characters or more each.
std::optional<std::pair<std::string, std::string>> parts_of_bracket(const std::string& form) {
    const auto open = form.rfind('(');
    if (open == std::string::npos || form.back() != ')') return std::nullopt;
    std::pair parts{form.substr(0, open), form.substr(open + 1, form.size() - open - 2)};
    if (parts.second.find(')') != std::string::npos) return std::nullopt;
    if (to_utf32(parts.first).size() < 2 || to_utf32(parts.second).size() < 2) return std::nullopt;
    return parts;
}

} // namespace

std::string squeeze(std::string_view utf8) {
    std::string out;
    for (const char32_t c : to_utf32(nfkc(utf8)))
        if (!is_space(c)) append_utf8(out, c);
    return out;
}

std::string name_form(std::string_view utf8) {
    std::string out;
    bool in_dash = false;
    for (const char32_t c : to_utf32(nfkc(utf8))) {
        if (is_space(c) || is_mark_around(c)) continue;
        if (!is_long_dash(c)) append_utf8(out, c);
        if (is_long_dash(c) && !in_dash) out += '-';
        in_dash = is_long_dash(c);
    }
    return fold_case(out);
}

double dice(std::u32string_view a, std::u32string_view b) {
    if (a.empty() || b.empty()) return 0;
    const auto x = bigrams(a), y = bigrams(b);
    std::vector<std::uint64_t> common;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(common));
    return static_cast<double>(2 * common.size()) / static_cast<double>(x.size() + y.size());
}

double overlap(std::u32string_view a, std::u32string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (a.size() < shortest_overlap) return 0;
    if (b.find(a) != std::u32string_view::npos) return 1;
    return static_cast<double>(longest_common_run(a, b)) / static_cast<double>(a.size());
}

Comparable::Comparable(Naming naming, std::span<const std::string> names, std::span<const std::string> quotes,
                       const Ungraded& ungraded)
    : naming_(naming) {
    for (const std::string& name : names)
        if (std::string form = name_form(name); !form.empty()) forms_.push_back(std::move(form));
    sort_uniquely(forms_);
    for (const std::string& quote : quotes) quotes_.push_back(to_utf32(squeeze(quote)));
    if (naming == Naming::phrase)
        for (const std::string& form : forms_) phrases_.push_back(to_utf32(form));
    if (naming != Naming::term) return;
    for (const std::string& form : forms_) {
        loose_.push_back(form);
        if (auto parts = parts_of_bracket(form)) {
            loose_.push_back(std::move(parts->first));
            loose_.push_back(std::move(parts->second));
        }
    }
    if (ungraded)
        for (std::size_t i = loose_.size(); i-- > 0;) loose_.push_back(ungraded(loose_[i]));
    sort_uniquely(loose_);
}

double Comparable::likeness(const Comparable& found) const {
    if (have_common(forms_, found.forms_)) return same_name;
    if (naming_ != Naming::phrase) return have_common(loose_, found.loose_) ? same_term : 0;
    if (!number.empty() && number == found.number) return same_number;
    return alike_phrases(found);
}

double Comparable::alike_phrases(const Comparable& found) const {
    double name = 0, quote = 0;
    for (const std::u32string& a : phrases_)
        for (const std::u32string& b : found.phrases_) name = std::max(name, dice(a, b));
    if (name >= alike) return 1.0 + name / 2;
    if (!by_quotes) return 0;
    for (const std::u32string& a : quotes_)
        for (const std::u32string& b : found.quotes_)
            if (b.size() <= longest_quote) quote = std::max(quote, overlap(a, b));
    return quote >= alike ? 0.5 + quote / 4 + name / 4 : 0;
}

} // namespace zhitu::detail
