#include <zhitu/importers/text/repairs.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

bool is_ascii_word(char32_t c) {
    return is_digit(c) || (c < 0x80 && is_latin_letter(c));
}

class Repairs {
  public:
    Repairs(std::u32string_view file, const Vocabulary& words)
        : words_(words)
        , out_(file)
        , stop_(wide(U"."))
        , title_open_(wide(U"<"))
        , title_close_(wide(U">"))
        , quote_open_(wide(U"\""))
        , quote_close_(wide(U"\"\"")) {}

    std::u32string run() {
        repair_numbers(0, out_.size());
        for_lines(&Repairs::leave_addresses_out);
        for_lines(&Repairs::repair_titles);
        join_words();
        repair_quotes();
        if (stops_are_narrow()) for_lines(&Repairs::repair_stops);
        return std::move(out_);
    }

  private:
    using Step = void (Repairs::*)(std::size_t begin, std::size_t end);

    [[nodiscard]] char32_t wide(std::u32string_view narrow) const {
        const auto form = words_.find(narrow, words_.group("layout.wide"));
        return form ? to_utf32(*form).front() : narrow.front();
    }

    [[nodiscard]] char32_t at(std::size_t i) const { return i < out_.size() ? out_[i] : U'\n'; }
    [[nodiscard]] char32_t before(std::size_t i) const { return i > 0 ? out_[i - 1] : U'\n'; }

    // An entry of a list of references has addresses and narrow marks of its own.
    [[nodiscard]] bool is_entry(std::size_t begin, std::size_t end) const {
        while (begin < end && (is_blank(out_[begin]) || out_[begin] == U'-')) ++begin;
        return begin < end && fold(out_[begin]) == U'[';
    }

    void for_lines(Step step) {
        for (std::size_t begin = 0; begin < out_.size();) {
            const std::size_t end = std::min(out_.find(U'\n', begin), out_.size());
            if (!is_entry(begin, end)) (this->*step)(begin, end);
            begin = end + 1;
        }
    }

    void leave_addresses_out(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto rest = std::u32string_view(out_).substr(i, end - i);
            const bool address = rest.starts_with(U"http://") || rest.starts_with(U"https://");
            if (!address || !std::any_of(out_.begin() + static_cast<std::ptrdiff_t>(begin),
                                         out_.begin() + static_cast<std::ptrdiff_t>(i), is_han))
                continue;
            while (i < end && out_[i] > U' ' && out_[i] < 0x7F && out_[i] != U')' && out_[i] != U'>' && out_[i] != U']')
                out_[i++] = left_out;
        }
    }

    // A word of digits and of letters that look like digits, which begins with a digit.
    void repair_numbers(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!is_ascii_word(out_[i])) continue;
            std::size_t stop = i;
            while (stop < end && is_ascii_word(out_[stop])) ++stop;
            const bool number =
                is_digit(out_[i]) && std::all_of(out_.begin() + static_cast<std::ptrdiff_t>(i),
                                                 out_.begin() + static_cast<std::ptrdiff_t>(stop),
                                                 [](char32_t c) { return is_digit(c) || digit_alike(c) != 0; });
            if (number) repair_number(i, stop);
            i = stop;
        }
    }

    [[nodiscard]] static char32_t digit_alike(char32_t c) {
        if (c == U'O' || c == U'o') return U'0';
        return c == U'l' || c == U'I' ? U'1' : 0;
    }

    // Inside, letters are digits; at the end only a nought before a wide character or a per cent sign is.
    void repair_number(std::size_t begin, std::size_t end) {
        const bool counts = is_han(at(end)) || fold(at(end)) == U'%';
        for (std::size_t i = begin + 1; i < end; ++i) {
            const char32_t digit = digit_alike(out_[i]);
            if (digit != 0 && (i + 1 < end || (counts && digit == U'0'))) out_[i] = digit;
        }
    }

    // Angle brackets around a title, single or double.
    void repair_titles(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (out_[i] != U'<') continue;
            const std::size_t first = out_[i + 1 < end ? i + 1 : i] == U'<' && i + 1 < end ? i + 2 : i + 1;
            const std::size_t close = end_of_title(first, end);
            if (close == 0) continue;
            out_[i] = title_open_;
            out_[close] = title_close_;
            if (first == i + 2) {
                out_[i + 1] = left_out;
                if (at(close + 1) == U'>') out_[close + 1] = left_out;
            }
        }
    }

    // The place of the closing bracket; 0 where what stands between is no title.
    [[nodiscard]] std::size_t end_of_title(std::size_t first, std::size_t end) const {
        constexpr std::size_t longest = 80;
        if (first >= end || (!is_han(out_[first]) && !is_quote(out_[first]))) return 0;
        for (std::size_t i = first; i < std::min(end, first + longest); ++i) {
            if (out_[i] == U'>') return i;
            if (out_[i] == U'<' || out_[i] == U'=' || words_.is(out_[i], Role::stop)) return 0;
        }
        return 0;
    }

    // "manufac-" and "turing" on the next line.
    void join_words() {
        for (std::size_t i = 1; i < out_.size(); ++i) {
            if (out_[i] != U'-' || !is_latin_letter(out_[i - 1])) continue;
            std::size_t next = i + 1;
            std::size_t breaks = 0;
            while (next < out_.size() && is_blank(out_[next])) breaks += out_[next++] == U'\n';
            if (breaks == 1 && at(next) >= U'a' && at(next) <= U'z') out_[i] = left_out;
        }
    }

    // Straight quotes of a paragraph open and close in turn, where their number is even.
    void repair_quotes() {
        for (std::size_t begin = 0; begin < out_.size();) {
            const std::size_t end = end_of_paragraph(begin);
            const auto first = out_.begin() + static_cast<std::ptrdiff_t>(begin);
            const auto last = out_.begin() + static_cast<std::ptrdiff_t>(end);
            if (std::count(first, last, U'"') % 2 == 0 && std::any_of(first, last, is_han)) {
                bool open = false;
                for (auto it = first; it != last; ++it)
                    if (*it == U'"') *it = (open = !open) ? quote_open_ : quote_close_;
            }
            begin = end + 1;
        }
    }

    [[nodiscard]] std::size_t end_of_paragraph(std::size_t begin) const {
        for (std::size_t i = begin; i < out_.size(); ++i) {
            if (out_[i] != U'\n') continue;
            std::size_t next = i + 1;
            while (next < out_.size() && out_[next] != U'\n' && is_blank(out_[next])) ++next;
            if (at(next) == U'\n') return i;
        }
        return out_.size();
    }

    [[nodiscard]] bool is_narrow_stop(std::size_t i) const {
        if (out_[i] != U'.' || at(i + 1) == U'.') return false;
        const char32_t next = fold(at(i + 1));
        const bool ends = is_han(next) || is_blank(next) || is_quote(next) || is_latin_letter(next) || is_digit(next) ||
                          next == U'^' || next == U'[' || next == U'(' || next == U'*' ||
                          superscript_digit(next) != 0 || next == title_open_;
        return ends && may_end_sentence(i);
    }

    // Behind a number only where a wide character stands in front of it: else it counts items.
    [[nodiscard]] bool may_end_sentence(std::size_t i) const {
        const char32_t last = fold(before(i));
        if (is_han(last) || is_quote(last) || last == U'%' || last == U')' || last == title_close_) return true;
        if (!is_ascii_word(last) || is_digit(at(i + 1)) || is_latin_letter(at(i + 1))) return false;
        while (i > 0 && (is_ascii_word(out_[i - 1]) || out_[i - 1] == U'.' || out_[i - 1] == U'-')) --i;
        return is_han(before(i));
    }

    // Marks are narrow in the whole of a text, or they are not.
    [[nodiscard]] bool stops_are_narrow() {
        narrow_stops_ = 0;
        for_lines(&Repairs::count_stops);
        return narrow_stops_ > std::count(out_.begin(), out_.end(), stop_);
    }

    void count_stops(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) narrow_stops_ += is_narrow_stop(i) && is_han(before(i));
    }

    void repair_stops(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            if (is_narrow_stop(i)) out_[i] = stop_;
    }

    const Vocabulary& words_;
    std::u32string out_;
    char32_t stop_, title_open_, title_close_, quote_open_, quote_close_;
    std::ptrdiff_t narrow_stops_ = 0;
};

} // namespace

std::u32string repaired(std::u32string_view file, const Vocabulary& words) {
    return Repairs(file, words).run();
}

} // namespace zhitu::text
