#include <zhitu/importers/detail/text_program.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/base/process.hpp>
#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace zhitu::detail {
namespace {

bool is_blank_text(std::string_view text) {
    const std::u32string characters = to_utf32(text);
    return std::all_of(characters.begin(), characters.end(), [](char32_t c) { return is_blank(c) || is_control(c); });
}

std::string first_line(std::string_view text) {
    return std::string(text.substr(0, text.find('\n')));
}

bool is_ascii_mark(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::string without_escapes(std::string_view markdown) {
    std::string out;
    out.reserve(markdown.size());
    for (std::size_t at = 0; at < markdown.size(); ++at) {
        if (markdown[at] == '\\' && at + 1 < markdown.size() && is_ascii_mark(markdown[at + 1])) ++at;
        out.push_back(markdown[at]);
    }
    return out;
}

// The value of a line of YAML, without quotes.
std::string_view yaml_value(std::string_view text) {
    const bool quoted = text.size() > 1 && (text.front() == '\'' || text.front() == '"') && text.back() == text.front();
    return quoted ? text.substr(1, text.size() - 2) : text;
}

// A document's properties stand above it as YAML: the title and the authors become its first lines.
std::string with_front_lines(std::string_view markdown) {
    constexpr std::string_view rule = "---\n";
    const auto end = markdown.starts_with(rule) ? markdown.find("\n---\n") : std::string_view::npos;
    if (end == std::string_view::npos) return std::string(markdown);
    std::string title, authors;
    bool in_authors = false;
    std::string_view rest = markdown.substr(rule.size(), end + 1 - rule.size());
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.starts_with("title: ")) title = yaml_value(line.substr(7));
        if (line.starts_with("author: ")) authors = yaml_value(line.substr(8));
        if (in_authors && line.starts_with("- "))
            authors.append(authors.empty() ? "" : ", ").append(yaml_value(line.substr(2)));
        in_authors = line == "author:" || (in_authors && line.starts_with("- "));
    }
    std::string out;
    if (!title.empty()) out.append("# ").append(title).append("\n\n");
    if (!authors.empty()) out.append(authors).append("\n\n");
    std::string_view text = markdown.substr(end + 5);
    while (text.starts_with('\n')) text.remove_prefix(1);
    return out.append(text);
}

} // namespace

std::string run_text_program(const TextProgram& how, std::string_view bytes, std::string_view file,
                             const Limits& limits) {
    const Place place{std::string(file)};
    const auto program = find_program(how.program);
    if (!program)
        throw Error(ErrorCode::bad_input, fmt::format("reading {} needs {}", how.format, how.program),
                    fmt::format("install {}, or give the text", how.package), place);
    ProgramOutput result;
    try {
        result = run_program(*program, how.arguments, bytes, limits);
    } catch (const Error& error) {
        throw error.at(place);
    }
    if (result.status != 0)
        throw Error(ErrorCode::bad_input,
                    fmt::format("{} cannot read it as {} ({})", how.program, how.format, first_line(result.messages)),
                    "check that the file is whole, or give its text", place);
    if (is_blank_text(result.output) || invalid_utf8(result.output))
        throw Error(ErrorCode::bad_input, fmt::format("{} finds no text in it", how.program),
                    "where it holds pictures of pages, recognize their text first", place);
    return std::move(result.output);
}

std::string run_pandoc(std::string_view format, std::string_view reader, std::string_view bytes, std::string_view file,
                       const Limits& limits) {
    const TextProgram how{
        format,
        "pandoc",
        "pandoc",
        {"--sandbox", "--standalone", "--from", std::string(reader), "--to", "gfm-raw_html", "--wrap=none"}};
    return without_escapes(with_front_lines(run_text_program(how, bytes, file, limits)));
}

} // namespace zhitu::detail
