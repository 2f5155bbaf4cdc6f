// What every node and edge of every paper at hand must show.
#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/graph/noted_span.hpp>
#include <zhitu/importers/importer.hpp>

#include "support/read_text.hpp"
#include "test.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

using namespace zhitu;
namespace fs = std::filesystem;

namespace {

/// The text of a span with its layout removed, written apart from the library's own: a run of blanks stays as one
/// blank between characters of narrow scripts, and goes everywhere else.
std::string without_layout(std::u32string_view span) {
    std::u32string out;
    for (std::size_t at = 0; at < span.size();) {
        std::size_t end = at;
        while (end < span.size() && is_blank(span[end])) ++end;
        const bool between = end > at && !out.empty() && end < span.size();
        if (between && !is_wide_script(out.back()) && !is_wide_script(span[end])) out.push_back(U' ');
        if (end < span.size()) out.push_back(span[end]);
        at = end + 1;
    }
    return to_utf8(out);
}

/// The folder of papers that are not part of the source tree.
fs::path shared_folder() {
    const char* set = std::getenv("ZHITU_SHARED");
    return set != nullptr ? fs::path(set) : fs::path(ZHITU_SOURCE_DIR) / ".." / "shared";
}

std::vector<fs::path> own_papers() {
    std::vector<fs::path> papers;
    for (const char* folder : {"examples", "tests/corpus"})
        for (const auto& entry : fs::directory_iterator(fs::path(ZHITU_SOURCE_DIR) / folder))
            if (entry.path().extension() == ".txt" && entry.path().stem() != "CMakeLists")
                papers.push_back(entry.path());
    std::sort(papers.begin(), papers.end());
    return papers;
}

/// Papers of the shared folder; those that are absent are told.
std::vector<fs::path> shared_papers() {
    std::vector<fs::path> papers;
    for (const char* name : {"paper/paper.txt", "gold/docs/d1.txt", "gold/docs/d2.txt", "gold/docs/d3.txt",
                             "gold/docs/d4.txt", "gold/docs/d5.txt", "gold/docs/d6.txt"})
        if (fs::exists(shared_folder() / name)) papers.push_back(shared_folder() / name);
    if (papers.size() < 7) std::cout << "skipped: " << 7 - papers.size() << " shared papers are absent\n";
    return papers;
}

std::string bytes_of(const fs::path& path) {
    return read_source(path.string()); // an absolute path stays as it is
}

class Evident {
  public:
    explicit Evident(const fs::path& paper)
        : text_(to_utf32(bytes_of(paper)))
        , graph_(import_file(paper)) {}

    void check() const {
        CHECK(graph_.node_count() > 10);
        CHECK(graph_.edge_count() > 10);
        for (const NodeId node : graph_.nodes()) {
            INFO(graph_.id(node));
            CHECK_FALSE(graph_.property(node, "rule").text().empty());
            check(graph_.evidence(node));
        }
        for (const EdgeId edge : graph_.edges()) {
            INFO(graph_.type(edge) << " " << graph_.id(graph_.source(edge)) << " -> "
                                   << graph_.id(graph_.target(edge)));
            CHECK_FALSE(graph_.property(edge, "rule").text().empty());
            check(graph_.evidence(edge));
            for (const EvidenceView& evidence : graph_.evidence(edge)) check_length(evidence);
        }
        check_noted(marks_property);
        check_noted(announced_property);
    }

  private:
    void check(const std::vector<EvidenceView>& pieces) const {
        CHECK_FALSE(pieces.empty());
        for (const EvidenceView& piece : pieces) {
            REQUIRE(piece.start < piece.end);
            REQUIRE(piece.end <= text_.size());
            CHECK(piece.quote ==
                  without_layout(std::u32string_view(text_).substr(piece.start, piece.end - piece.start)));
            CHECK(piece.document == graph_.documents().front().id);
            CHECK_FALSE(piece.section.empty());
            CHECK(piece.line == 1 + std::count(text_.begin(), text_.begin() + piece.start, U'\n'));
            if (piece.mention) {
                CHECK(piece.start <= piece.mention->first);
                CHECK(piece.mention->first < piece.mention->second);
                CHECK(piece.mention->second <= piece.end);
            }
        }
    }
    void check_noted(std::string_view property) const {
        const Value value = graph_.property(graph_.nodes("Document").front(), property);
        if (value.is_null()) return;
        REQUIRE(value.get_if<List>() != nullptr);
        for (const Value& one : *value.get_if<List>()) {
            INFO(one.text());
            const auto span = noted_span(one.text(), graph_.documents().front().id);
            REQUIRE(span);
            check({view_of(span->place)});
        }
    }
    static void check_length(const EvidenceView& piece) {
        const auto length = to_utf32(piece.quote).size();
        INFO(piece.quote);
        CHECK(length >= 4);
        CHECK(length <= 400);
    }

    std::u32string text_;
    Graph graph_;
};

void check_papers(const std::vector<fs::path>& papers) {
    for (const fs::path& paper : papers) {
        INFO(paper.filename().string());
        Evident(paper).check();
    }
}

} // namespace

TEST_CASE("layout is removed from a span as people read it") {
    CHECK(without_layout(U"甲\n  乙 two\r\nwords 丙") == "甲乙two words丙");
    CHECK(without_layout(U" 甲 ") == "甲");
}

TEST_CASE("every node and edge of our own papers shows the text that it rests on") {
    const auto papers = own_papers();
    REQUIRE_FALSE(papers.empty());
    check_papers(papers);
}

TEST_CASE("every node and edge of the shared papers shows the text that it rests on") {
    check_papers(shared_papers());
}

TEST_CASE("the same paper gives the same bytes") {
    for (const fs::path& paper : own_papers()) CHECK(json_of(import_file(paper)) == json_of(import_file(paper)));
}

TEST_CASE("a paper's graph does not depend on what was read before") {
    const std::string text = bytes_of(own_papers().front());
    const std::string first = json_of(import_text(text, {}, "paper.txt"));
    (void)import_text("大疆推出植保无人机。", {}, "other.txt");
    CHECK(json_of(import_text(text, {}, "paper.txt")) == first);
}
