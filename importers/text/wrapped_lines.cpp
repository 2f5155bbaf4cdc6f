#include <zhitu/importers/text/wrapped_lines.hpp>

#include <zhitu/base/script.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace zhitu::text {
namespace {

constexpr std::size_t widest_line = 140; // places on a screen
constexpr std::size_t narrowest_line = 24;
constexpr std::size_t fewest_lines = 8;

std::size_t width_of(const Line& line) {
    std::size_t width = 0;
    for (const char32_t c : line.folded) width += is_han(c) || is_wide_script(c) || c == U',' || c == U':' ? 2 : 1;
    return width;
}

// What nine in ten values keep.
std::size_t kept_by_most(std::vector<std::size_t> values) {
    const auto ninth = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 9 / 10);
    std::nth_element(values.begin(), ninth, values.end());
    return *ninth;
}

class WrappedLines {
  public:
    WrappedLines(const std::vector<Line>& lines, const Vocabulary& words)
        : lines_(lines)
        , words_(words) {
        std::transform(lines.begin(), lines.end(), std::back_inserter(widths_), width_of);
    }

    std::vector<char> run() {
        std::vector<char> goes_on(lines_.size(), 0);
        find_width();
        if (width_ == 0) return goes_on;
        for (std::size_t i = 1; i < lines_.size(); ++i) goes_on[i] = continues(i);
        return goes_on;
    }

  private:
    // By places, or by characters where those are counted.
    [[nodiscard]] bool is_full(std::size_t i) const {
        const std::size_t size = lines_[i].span.size();
        return (widths_[i] * 100 >= width_ * 85 && widths_[i] <= width_ + 4) ||
               (size + 2 >= size_ && size <= size_ + 2);
    }

    // The width of the text, where enough lines reach it and go on.
    void find_width() {
        if (lines_.size() < fewest_lines) return;
        width_ = kept_by_most(widths_);
        std::vector<std::size_t> sizes;
        for (const Line& line : lines_) sizes.push_back(line.span.size());
        size_ = kept_by_most(std::move(sizes));
        std::size_t full = 0, parted = 0, short_ones = 0;
        for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
            full += is_full(i) && !lines_[i + 1].blank_before;
            short_ones += !is_full(i);
            parted += !is_full(i) && lines_[i + 1].blank_before;
        }
        if (width_ > widest_line || width_ < narrowest_line || full * 5 < lines_.size() * 2) width_ = 0;
        blanks_part_ = parted * 2 > short_ones;
    }

    [[nodiscard]] bool has_label(const Line& line) const {
        static constexpr std::string_view labels[] = {"layout.footnote", "layout.closing", "layout.abstract",
                                                      "layout.keywords", "layout.meta"};
        const auto speaker = words_.starts_with(line.folded, words_.group("layout.speaker"));
        if (speaker && line.folded.substr(speaker->length).starts_with(U':')) return true;
        return std::any_of(std::begin(labels), std::end(labels), [&](std::string_view label) {
            return words_.starts_with(line.folded, words_.group(label)).has_value();
        });
    }

    [[nodiscard]] bool continues(std::size_t i) const {
        const Line& line = lines_[i];
        if (line.blank_before || !is_full(i - 1) || line.indent > lines_[i - 1].indent + 1) return false;
        const char32_t first = line.folded.front();
        if (first == U'#' || first == U'|' || first == U'>' || first == U'-' || first == U'[') return false;
        if (record_label(line, words_) > 0 || has_label(line)) return false;
        return !ends_sentence(lines_[i - 1].folded, words_) ||
               (blanks_part_ && numbering_of(line, words_).style == Numbering::Style::none);
    }

    const std::vector<Line>& lines_;
    const Vocabulary& words_;
    std::vector<std::size_t> widths_;
    std::size_t width_ = 0;    // 0 where lines are not broken at one width
    std::size_t size_ = 0;     // the same in characters
    bool blanks_part_ = false; // blank lines stand between paragraphs
};

} // namespace

std::vector<char> wrapped_lines(const std::vector<Line>& lines, const Vocabulary& words) {
    return WrappedLines(lines, words).run();
}

} // namespace zhitu::text
