#include <zhitu/exporters/detail/json_text.hpp>

#include <zhitu/base/unicode.hpp>

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace zhitu::detail {
namespace {

bool must_be_escaped(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void append_escape(std::string& out, char c) {
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    }
}

void append_number(std::string& out, double number) {
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    const std::size_t begin = out.size();
    fmt::format_to(std::back_inserter(out), "{}", number);
    if (out.find_first_of(".e", begin) == std::string::npos) out += ".0";
}

void append_integer(std::string& out, std::int64_t number) {
    const fmt::format_int text(number);
    out.append(text.data(), text.size());
}

template <class Items, class Append>
void append_array(std::string& out, const Items& items, Append append) {
    out += '[';
    bool first = true;
    for (const auto& item : items) {
        if (!first) out += ',';
        first = false;
        append(out, item);
    }
    out += ']';
}

struct ValueAppender {
    std::string& out;

    void operator()(std::monostate) const { out += "null"; }
    void operator()(bool value) const { out += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { append_integer(out, value); }
    void operator()(double value) const { append_number(out, value); }
    void operator()(const std::string& value) const { append_json_string(out, value); }
    void operator()(const List& values) const { append_array(out, values, append_json_value); }
};

void append_entry(std::string& out, const EvidenceView& entry) {
    out += "{\"document\":";
    append_json_string(out, entry.document);
    out += ",\"section\":";
    append_json_string(out, entry.section);
    const auto append = std::back_inserter(out);
    fmt::format_to(append, ",\"start\":{},\"end\":{}", entry.start, entry.end);
    if (entry.line != 0) fmt::format_to(append, ",\"line\":{}", entry.line);
    if (entry.mention) fmt::format_to(append, ",\"mention\":[{},{}]", entry.mention->first, entry.mention->second);
    out += ",\"quote\":";
    append_json_string(out, entry.quote);
    out += '}';
}

void append_document(std::string& out, const DocumentInfo& document) {
    out += "{\"id\":";
    append_json_string(out, document.id);
    out += ",\"title\":";
    append_json_string(out, document.title);
    out += ",\"file\":";
    append_json_string(out, document.file);
    out += '}';
}

} // namespace

void append_json_string(std::string& out, std::string_view text) {
    if (invalid_utf8(text)) return append_json_string(out, to_utf8(to_utf32(text)));
    out += '"';
    std::size_t copied = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!must_be_escaped(text[i])) continue;
        out += text.substr(copied, i - copied);
        append_escape(out, text[i]);
        copied = i + 1;
    }
    out += text.substr(copied);
    out += '"';
}

void append_json_value(std::string& out, const Value& value) {
    std::visit(ValueAppender{out}, value.variant());
}

void append_json_evidence(std::string& out, std::span<const EvidenceView> evidence) {
    append_array(out, evidence, append_entry);
}

void append_json_documents(std::string& out, std::span<const DocumentInfo> documents) {
    append_array(out, documents, append_document);
}

bool is_writable(const Value& value) {
    const double* number = value.get_if<double>();
    return !value.is_null() && (number == nullptr || std::isfinite(*number));
}

} // namespace zhitu::detail
