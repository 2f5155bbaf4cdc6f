// Papers as PDF, DOCX and HTML, made here with what is installed.
#include <zhitu/base/error.hpp>
#include <zhitu/base/file.hpp>
#include <zhitu/base/process.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/importer.hpp>

#include "support/read_text.hpp"
#include "test.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>

using namespace zhitu;

namespace {

const std::string markdown =
    "# 装备应用观察\n\n## 引言\n\n2021年，国务院印发《冷链物流发展规划》，推广无人叉车。\n\n"
    "## 案例\n\n云杉科技有限公司采用无人叉车，用于货物分拣，分拣效率提高了35%。\n\n- 甲_1*乙[1]\n";

bool has_programs(std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (!find_program(name)) {
            std::cout << "skipped: papers in other formats: " << name << " is not installed\n";
            return false;
        }
    return true;
}

std::string made(const char* program, const std::vector<std::string>& arguments, std::string_view input) {
    const ProgramOutput result = run_program(*find_program(program), arguments, input);
    REQUIRE(result.status == 0);
    return result.output;
}

std::string pandoc(const char* format) {
    return made("pandoc", {"--from", "markdown-smart", "--standalone", "--to", format, "--output", "-"}, markdown);
}

std::string pdf() {
    std::string label;
    for (const char c : markdown) label += c == '\n' ? std::string("\\l") : std::string(1, c);
    return made("dot", {"-Tpdf"},
                "digraph { a [shape=plaintext fontname=\"Noto Serif CJK SC\" label=\"" + label + "\"]; }");
}

/// The file gives the edges of the text that is taken out of it, and every quote stands there.
void check_as_text(const std::filesystem::path& file) {
    const std::string text = text_of(read_file(file), file);
    const Graph graph = import_file(file);
    const auto edges = edges_of(text);
    CHECK(edges_of(graph) == edges);
    for (const char* edge : {"ISSUED 国务院 -> 冷链物流发展规划", "TARGETS 冷链物流发展规划 -> 无人叉车"}) {
        INFO(edge << "\n" << text);
        CHECK(std::find(edges.begin(), edges.end(), edge) != edges.end());
    }
    const std::u32string characters = to_utf32(text);
    const NodeId policy = node_named(graph, "Policy", "冷链物流发展规划");
    const EvidenceView evidence = graph.evidence(policy).front();
    REQUIRE(evidence.mention);
    const auto [begin, end] = *evidence.mention;
    CHECK(to_utf8(std::u32string_view(characters).substr(begin, end - begin)) == "《冷链物流发展规划》");
}

std::string error_of(const std::filesystem::path& file) {
    try {
        (void)import_file(file);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::bad_input);
        return error.what();
    }
    return "";
}

/// An empty PATH, until the test ends.
struct NoPrograms {
    NoPrograms() { ::setenv("PATH", "", 1); }
    ~NoPrograms() { ::setenv("PATH", path.c_str(), 1); }
    std::string path = std::getenv("PATH");
};

} // namespace

TEST_CASE("a paper as DOCX is read, by its extension or its content") {
    if (!has_programs({"pandoc"})) return;
    const TemporaryFolder folder;
    check_as_text(folder.write("paper.docx", pandoc("docx")));
    check_as_text(folder.write("paper", pandoc("docx")));
}

TEST_CASE("the title and the authors of a DOCX stand above its text") {
    if (!has_programs({"pandoc"})) return;
    const std::string docx = made("pandoc", {"--from", "markdown", "--to", "docx", "--output", "-"},
                                  "---\ntitle: 装备应用观察\nauthor: [张三, 李四]\n---\n\n# 引言\n\n正文在此。\n");
    CHECK(text_of(docx, "paper.docx") == "# 装备应用观察\n\n张三, 李四\n\n# 引言\n\n正文在此。\n");
}

TEST_CASE("headings, lists and marks of HTML arrive as Markdown, in any encoding") {
    if (!has_programs({"pandoc"})) return;
    const TemporaryFolder folder;
    const std::string html = pandoc("html");
    check_as_text(folder.write("paper.html", html));
    check_as_text(folder.write("paper", in_encoding(html, "GB18030", "")));
    const std::string text = text_of(html, "paper.html");
    CHECK_THAT(text, Contains("## 案例\n"));
    CHECK_THAT(text, Contains("甲_1*乙[1]"));
}

TEST_CASE("a paper as PDF is read") {
    if (!has_programs({"pdftotext", "dot"})) return;
    const TemporaryFolder folder;
    check_as_text(folder.write("paper.pdf", pdf()));
    check_as_text(folder.write("paper", pdf()));
}

TEST_CASE("without the program the error tells what to install") {
    const TemporaryFolder folder;
    const auto file = folder.write("paper.pdf", "%PDF-1.5\n");
    const auto page = folder.write("paper.html", "<html><p>甲</p></html>");
    const NoPrograms none;
    CHECK(error_of(file) == file.string() + ": reading PDF needs pdftotext; install poppler-utils, or give the text");
    CHECK(error_of(page) == page.string() + ": reading HTML needs pandoc; install pandoc, or give the text");
}

TEST_CASE("a broken file in another format is an error") {
    if (!has_programs({"pdftotext", "pandoc"})) return;
    const TemporaryFolder folder;
    CHECK_THAT(error_of(folder.write("paper.pdf", "%PDF-1.5\nnothing")),
               Contains("paper.pdf: pdftotext cannot read it"));
    CHECK_THAT(error_of(folder.write("paper.docx", "nothing")), Contains("paper.docx: pandoc cannot read it"));
}
