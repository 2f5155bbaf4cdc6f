#include <zhitu/importers/edge_list.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/importers/detail/graph_input.hpp>
#include <zhitu/importers/detail/json_cursor.hpp>
#include <zhitu/importers/detail/row_data.hpp>
#include <zhitu/importers/detail/text_window.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace zhitu {
namespace {

constexpr std::size_t most_columns = 4;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

struct Word {
    std::string text;
    bool quoted = false;
    std::size_t offset = 0; // in the window
};

class Reader {
  public:
    explicit Reader(const detail::GraphInput& input)
        : input_(input)
        , window_(input.text, detail::LineEnds::kept) {
        weight_.name = "weight";
        weight_.type = detail::Key::Type::real;
    }

    void read() {
        while (at_ < window_.text().size() || !window_.complete()) {
            const std::size_t end = window_.text().find('\n', at_);
            if (end == std::string_view::npos && !window_.complete()) {
                window_.more(at_);
                at_ = 0;
                continue;
            }
            const std::size_t line_end = std::min(end, window_.text().size());
            read_line(line_end);
            at_ = std::min(line_end + 1, window_.text().size());
        }
    }

  private:
    [[noreturn]] void fail(std::size_t offset, std::string problem, std::string hint) const {
        throw Error(ErrorCode::bad_input, std::move(problem), std::move(hint), window_.position(offset).in({}));
    }

    void read_line(std::size_t end) {
        count_ = 0;
        for (skip_blanks(end); at_ < end; skip_blanks(end)) {
            const char first = window_.text()[at_];
            if (count_ == 0 && (first == '#' || first == '%')) return;
            if (count_ == most_columns)
                fail(at_, "a line of more than four columns",
                     "write SOURCE TARGET TYPE WEIGHT; put quotes around blanks");
            take_word(end);
        }
        if (count_ == 1) fail(words_[0].offset, "a line of one column", "write SOURCE TARGET");
        if (count_ != 0) add_edge();
    }

    void skip_blanks(std::size_t end) {
        while (at_ < end && is_blank(window_.text()[at_])) ++at_;
    }

    void take_word(std::size_t end) {
        const std::string_view rest = window_.text().substr(at_, end - at_);
        Word& word = words_[count_++];
        word.offset = at_;
        word.quoted = rest.starts_with('"');
        std::size_t length = 0;
        if (word.quoted) {
            length = take_quoted(rest, word);
        } else {
            while (length < rest.size() && !is_blank(rest[length])) ++length;
            word.text = rest.substr(0, length);
        }
        at_ += length;
    }

    std::size_t take_quoted(std::string_view rest, Word& word) {
        try {
            detail::JsonCursor cursor(rest, 0);
            const detail::JsonValue value = cursor.value();
            word.text = value.string(scratch_);
            if (cursor.offset() == rest.size() || is_blank(rest[cursor.offset()])) return cursor.offset();
        } catch (const detail::JsonFault&) { // told below
        }
        fail(word.offset, "quotes that are not closed, or with a backslash that means nothing",
             "write \\\" and \\\\ in quotes");
    }

    void add_edge() {
        data_.clear();
        const bool short_form = count_ == 3 && !words_[2].quoted;
        std::optional<Value> weight = short_form ? number(words_[2].text) : std::nullopt;
        if (count_ >= 3 && !weight) data_.type = words_[2].text;
        if (count_ == 4 && !(weight = number(words_[3].text)))
            fail(words_[3].offset, fmt::format("the weight '{}' is no number", words_[3].text), "write a number");
        if (weight) data_.properties.emplace_back("weight", std::move(*weight));
        const NodeId source = end(words_[0]), target = end(words_[1]);
        (void)data_.add_edge(input_.builder, source, target);
    }

    // An integer or a decimal number; none where it is neither or does not fit.
    [[nodiscard]] std::optional<Value> number(const std::string& text) {
        constexpr std::string_view digits = "0123456789", signs = "+-";
        if (text.find_first_of("0123456789+-.") != 0) return std::nullopt;
        const std::size_t begin = signs.find(text.front()) != std::string_view::npos ? 1 : 0;
        const bool whole = text.find_first_not_of(digits, begin) == std::string::npos && text.size() < begin + 19;
        weight_.type = whole ? detail::Key::Type::integer : detail::Key::Type::real;
        try {
            return detail::parse_value(weight_, text);
        } catch (const Error&) { // it only begins like one
            return std::nullopt;
        }
    }

    NodeId end(const Word& word) {
        if (word.text.empty()) fail(word.offset, "a node has an empty id", "give every node an id");
        const std::size_t known = input_.builder.node_count();
        const NodeId node = input_.builder.reference(word.text);
        if (input_.builder.node_count() != known) (void)input_.builder.add_node(word.text, "Node");
        input_.ends.has(node);
        return node;
    }

    const detail::GraphInput& input_;
    detail::TextWindow window_;
    std::size_t at_ = 0; // in the window
    std::array<Word, most_columns> words_;
    std::size_t count_ = 0; // of words
    detail::RowData data_;
    detail::Key weight_;
    std::string scratch_;
};

void read(const detail::GraphInput& input) {
    Reader(input).read();
}

} // namespace

Importer edge_list_importer() {
    Importer importer{
        "edge_list", "an edge a line, as SNAP, NetworkX and igraph have it", {".edges", ".edgelist"}, nullptr};
    importer.read_graph = read;
    return importer;
}

} // namespace zhitu
