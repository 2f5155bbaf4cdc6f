#include <zhitu/importers/text/page_lines.hpp>

#include <zhitu/base/script.hpp>

#include <algorithm>
#include <map>
#include <string_view>

namespace zhitu::text {
namespace {

constexpr std::size_t longest_header = 60;
constexpr std::size_t shortest_header = 4;
constexpr std::size_t shortest_text = 20;

bool is_leader(char32_t c) {
    return c == U'.' || c == 0xB7 || c == 0x2026 || c == 0x2022 || c == U'-' || c == U'_';
}

bool is_number_mark(char32_t c) {
    return is_digit(c) || is_leader(c) || c == U' ' || c == U'|' || c == U'/';
}

class PageLines {
  public:
    PageLines(const std::vector<Line>& lines, const Vocabulary& words)
        : lines_(lines)
        , words_(words)
        , of_page_(lines.size(), 0) {}

    std::vector<char> run() {
        for (std::size_t i = 0; i < lines_.size(); ++i) of_page_[i] = is_page_number_in_words(lines_[i].folded);
        mark_headers();
        mark_contents();
        return std::move(of_page_);
    }

  private:
    // The length of the page number's words and marks at the start of `text`; 0 for none.
    [[nodiscard]] std::size_t number_part(std::u32string_view text) const {
        if (is_number_mark(text.front())) return 1;
        const auto word = words_.starts_with(text, words_.group("layout.page"));
        return word ? word->length : 0;
    }

    [[nodiscard]] bool is_page_number_in_words(std::u32string_view text) const {
        constexpr std::size_t longest = 20;
        if (text.size() > longest || std::none_of(text.begin(), text.end(), is_digit)) return false;
        bool word = false;
        while (!text.empty()) {
            const std::size_t length = number_part(text);
            if (length == 0) return false;
            word = word || !is_number_mark(text.front());
            text.remove_prefix(length);
        }
        return word;
    }

    // ---- Running headers

    // What stays the same from page to page: the line without the page's number at either end.
    [[nodiscard]] std::u32string_view without_number(std::u32string_view text) const {
        while (!text.empty() && is_number_mark(text.front())) text.remove_prefix(1);
        for (std::size_t at = 0; at < text.size(); ++at)
            if (is_page_number_in_words(text.substr(at))) return text.substr(0, at);
        while (!text.empty() && is_number_mark(text.back())) text.remove_suffix(1);
        return text;
    }

    [[nodiscard]] bool can_be_header(const Line& line) const {
        const std::u32string_view text = line.folded;
        if (text.size() > longest_header || ends_sentence(text, words_)) return false;
        if (text.front() == U'|' || text.front() == U'#' || text.front() == U'-' || text.front() == U'[') return false;
        return record_label(line, words_) == 0 && numbering_of(line, words_).style == Numbering::Style::none;
    }

    [[nodiscard]] bool is_number(std::size_t i) const {
        return i < lines_.size() && (of_page_[i] != 0 || is_page_number(lines_[i]));
    }

    [[nodiscard]] bool is_at_page_end(std::size_t i) const {
        const bool end = lines_[i].page_before || (i + 1 < lines_.size() && lines_[i + 1].page_before);
        return end || is_number(i + 1) || (i > 0 && is_number(i - 1));
    }

    [[nodiscard]] bool cuts_a_paragraph(std::size_t i) const {
        while (i > 0 && is_number(i - 1)) --i;
        return i > 0 && lines_[i - 1].folded.size() >= shortest_text && !ends_sentence(lines_[i - 1].folded, words_);
    }

    void mark_headers() {
        std::map<std::u32string_view, std::vector<std::size_t>> places;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (of_page_[i] != 0 || !can_be_header(lines_[i])) continue;
            const auto text = without_number(lines_[i].folded);
            if (text.size() >= shortest_header) places[text].push_back(i);
        }
        for (const auto& [text, found] : places) {
            const auto cuts = std::count_if(found.begin(), found.end(),
                                            [&](std::size_t i) { return cuts_a_paragraph(i) || is_at_page_end(i); });
            if (found.size() < 3 || static_cast<std::size_t>(cuts) * 2 < found.size()) continue;
            for (const std::size_t i : found) of_page_[i] = 1;
        }
    }

    // ---- Tables of contents

    // "1 Introduction ..... 3"
    [[nodiscard]] static bool has_leader(std::u32string_view text) {
        std::size_t end = text.size();
        while (end > 0 && (is_digit(text[end - 1]) || text[end - 1] == U' ')) --end;
        std::size_t begin = end;
        while (begin > 0 && (is_leader(text[begin - 1]) || text[begin - 1] == U' ')) --begin;
        const bool dots = end - begin >= 3 || (end > begin && text[begin] == 0x2026);
        return end < text.size() && begin > 1 && dots;
    }

    [[nodiscard]] bool begins_contents(std::u32string_view text) const {
        while (!text.empty() && (text.front() == U'#' || text.front() == U' ')) text.remove_prefix(1);
        return words_.find(text, words_.group("layout.contents")).has_value();
    }

    void mark_contents() {
        std::map<std::u32string_view, std::size_t> last; // where a text stands for the last time
        for (std::size_t i = 0; i < lines_.size(); ++i) last[lines_[i].folded] = i;
        bool inside = false;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const std::u32string_view text = lines_[i].folded;
            const bool entry = has_leader(text) || (inside && is_entry(text, last.at(text) > i));
            inside = begins_contents(text) || (inside && (entry || is_number(i)));
            if (entry || inside) of_page_[i] = 1;
        }
    }

    // A number at the end, or a heading that comes again.
    [[nodiscard]] bool is_entry(std::u32string_view text, bool comes_again) const {
        if (text.size() > longest_header || ends_sentence(text, words_)) return false;
        const auto title = without_number(text);
        return comes_again || (is_digit(text.back()) && !title.empty() && is_han(title.back()));
    }

    const std::vector<Line>& lines_;
    const Vocabulary& words_;
    std::vector<char> of_page_;
};

} // namespace

std::vector<char> page_lines(const std::vector<Line>& lines, const Vocabulary& words) {
    return PageLines(lines, words).run();
}

} // namespace zhitu::text
