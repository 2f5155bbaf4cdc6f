#include <zhitu/packs/source.hpp>

#include "support/temporary_folder.hpp"
#include "test.hpp"

using namespace zhitu;

namespace {

struct Result {
    PackSource pack;
    std::vector<std::string> findings; // "FILE:LINE: problem", FILE without its folder
};

Result read(const TemporaryFolder& folder) {
    Result result;
    std::vector<PackFinding> findings;
    result.pack = read_pack(folder.path(), findings);
    for (PackFinding& finding : findings) {
        finding.place.file = std::filesystem::path(finding.place.file).filename().string();
        result.findings.push_back(finding.place.text() + ": " + finding.problem);
    }
    return result;
}

Result read_terms(std::string_view text) {
    const TemporaryFolder folder;
    folder.write("terms/t.txt", text);
    return read(folder);
}

Result read_classes(std::string_view text) {
    const TemporaryFolder folder;
    folder.write("classes/c.txt", text);
    return read(folder);
}

} // namespace

TEST_CASE("a term file gives forms with name, trust, properties and wider terms") {
    const auto [pack, findings] = read_terms("# 注释\n"
                                             "@type Technology\n"
                                             "@kind equipment\n"
                                             "[certain]\n"
                                             "甲机器人 | 甲机 < 机器人 | 装备\n"
                                             "乙车 | 乙小车 = 乙牌无人车\n"
                                             "[ambiguous]\n"
                                             "  丙机\t\r\n"
                                             "[block]\n"
                                             "丙机会\n");
    CHECK(findings.empty());
    REQUIRE(pack.entries.size() == 6);
    const SourceEntry& first = pack.entries[0];
    CHECK(first.form == "甲机器人");
    CHECK(first.group == "Technology");
    CHECK(first.name == "甲机器人");
    CHECK(first.trust == Trust::certain);
    CHECK(first.properties == std::vector<std::pair<std::string, std::string>>{{"kind", "equipment"}});
    CHECK(first.broader == std::vector<std::string>{"机器人", "装备"});
    CHECK(pack.entries[1].form == "甲机");
    CHECK(pack.entries[1].name == "甲机器人");
    CHECK(pack.entries[2].name == "乙牌无人车");
    CHECK(pack.entries[3].form == "乙小车");
    CHECK(pack.entries[3].name == "乙牌无人车");
    CHECK(pack.entries[4].form == "丙机");
    CHECK(pack.entries[4].trust == Trust::ambiguous);
    CHECK(pack.entries[5].trust == Trust::block);
}

TEST_CASE("another section of a term file is a word class of its type") {
    const auto [pack, findings] = read_terms("@type Firm\n@weight 2\n[head]\n公司 | 集团\n");
    CHECK(findings.empty());
    REQUIRE(pack.entries.size() == 2);
    CHECK(pack.entries[1].form == "集团");
    CHECK(pack.entries[1].group == "Firm.head");
    CHECK(pack.entries[1].name == "2");
    CHECK(pack.entries[1].trust == Trust::word);
}

TEST_CASE("a class file gives words with values") {
    const auto [pack, findings] = read_classes("@class cue\n提高=up 降低=down 以及\nkey_words ==x\n@class other\n甲\n");
    CHECK(findings.empty());
    REQUIRE(pack.entries.size() == 6);
    CHECK(pack.entries[0].form == "提高");
    CHECK(pack.entries[0].group == "cue");
    CHECK(pack.entries[0].name == "up");
    CHECK(pack.entries[2].name.empty());
    CHECK(pack.entries[3].form == "key words");
    CHECK(pack.entries[4].form == "=");
    CHECK(pack.entries[4].name == "x");
    CHECK(pack.entries[5].group == "other");
}

TEST_CASE("measured rules are read, and what is no count is told") {
    const TemporaryFolder folder;
    folder.write("confidence.txt", "# Made\nterm 5 1 2\nhead 5 x 2\nhead 5 1\n");
    const auto [pack, findings] = read(folder);
    REQUIRE(pack.measures.size() == 1);
    CHECK(pack.measures[0].rule == "term");
    CHECK(pack.measures[0].right == 5);
    CHECK(pack.measures[0].wrong == 1);
    CHECK(pack.measures[0].documents == 2);
    CHECK(findings == std::vector<std::string>{"confidence.txt:3: 'x' is no count",
                                               "confidence.txt:4: a measured rule has four fields: rule, right, wrong, "
                                               "documents"});
}

TEST_CASE("rules are handed on as they stand") {
    const TemporaryFolder folder;
    folder.write("rules/r.rules", "frame x\n");
    const auto [pack, findings] = read(folder);
    REQUIRE(pack.rules.size() == 1);
    CHECK(pack.rules[0].name == "rules/r.rules");
    CHECK(pack.rules[0].text == "frame x\n");
}

TEST_CASE("files of a pack are read in order of their names") {
    const TemporaryFolder folder;
    folder.write("terms/b.txt", "@type B\n[certain]\n乙乙\n");
    folder.write("terms/a/z.txt", "@type A\n[certain]\n甲甲\n");
    folder.write("terms/note.md", "no terms\n");
    const auto [pack, findings] = read(folder);
    CHECK(findings.empty());
    REQUIRE(pack.entries.size() == 2);
    CHECK(pack.entries[0].form == "甲甲");
    CHECK(pack.entries[1].form == "乙乙");
}

TEST_CASE("what cannot be used in a pack is told with its line and left out") {
    using Findings = std::vector<std::string>;
    const auto no_type = read_terms("\n甲甲\n");
    CHECK(no_type.findings == Findings{"t.txt:2: a term stands before '@type'; begin the file with it"});
    CHECK(no_type.pack.entries.empty());

    const auto no_section = read_terms("@type Firm\n甲甲\n");
    CHECK(no_section.findings == Findings{"t.txt:2: a term stands before a section; begin with [certain]"});

    const auto no_value = read_terms("@type\n");
    CHECK(no_value.findings == Findings{"t.txt:1: a directive needs a value: '@type Technology'"});

    const auto no_name = read_terms("@type Firm\n[certain]\n| = 甲\n乙乙\n");
    CHECK(no_name.findings == Findings{"t.txt:3: a term without a name"});
    CHECK(no_name.pack.entries.size() == 1);

    const auto too_short = read_terms("@type Firm\n[certain]\n甲\n");
    CHECK(too_short.findings == Findings{"t.txt:3: '甲' is shorter than two characters"});

    const auto no_class = read_classes("# x\n甲 乙\n");
    CHECK(no_class.findings == Findings{"c.txt:2: a word stands before '@class'"});
    CHECK(no_class.pack.entries.empty());

    const auto bad_bytes = read_classes("@class c\n甲\xFF\n");
    CHECK(bad_bytes.findings == Findings{"c.txt:2:2: is not valid UTF-8"});
}

TEST_CASE("what is no folder of a pack is refused") {
    const TemporaryFolder folder;
    std::vector<PackFinding> findings;
    CHECK_THROWS_WITH(read_pack(folder.path() / "absent", findings), Contains("is no folder of a pack"));
    CHECK_THROWS_WITH(read_pack(folder.write("file", ""), findings), Contains("terms/, classes/ or rules/"));
}
