#include <zhitu/exporters/edge_list.hpp>

#include <zhitu/base/unicode.hpp>
#include <zhitu/exporters/detail/json_text.hpp>
#include <zhitu/exporters/detail/text_writer.hpp>

#include <algorithm>

namespace zhitu {
namespace {

constexpr std::string_view begins_comment_or_quote = "#%\"";
constexpr std::string_view begins_number = "+-.0123456789"; // which an id may, and a type may not

void append_word(std::string& out, std::string_view text, std::string_view special_begin) {
    const auto is_blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    const bool plain = !text.empty() && special_begin.find(text.front()) == std::string_view::npos &&
                       begins_comment_or_quote.find(text.front()) == std::string_view::npos &&
                       std::none_of(text.begin(), text.end(), is_blank) && !invalid_utf8(text);
    if (plain)
        out += text;
    else
        detail::append_json_string(out, text);
}

void write(const Subgraph& part, std::ostream& stream, const ExportOptions&) {
    const Graph& graph = part.graph();
    detail::TextWriter out(stream);
    for (const EdgeId edge : part.edges()) {
        append_word(out.text(), graph.id(graph.source(edge)), "");
        out.text() += ' ';
        append_word(out.text(), graph.id(graph.target(edge)), "");
        out.text() += ' ';
        append_word(out.text(), graph.type(edge), begins_number);
        const Value weight = graph.property(edge, "weight");
        const bool is_number = weight.get_if<double>() != nullptr || weight.get_if<std::int64_t>() != nullptr;
        if (is_number && detail::is_writable(weight)) {
            out.text() += ' ';
            detail::append_json_value(out.text(), weight);
        }
        out.text() += '\n';
        out.pass_on();
    }
    out.flush();
}

} // namespace

Exporter edge_list_exporter() {
    return {"edge_list", "an edge a line: ids, type, weight", {".edges", ".edgelist"}, {}, write};
}

} // namespace zhitu
