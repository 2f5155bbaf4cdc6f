#include <zhitu/packs/check.hpp>

#include "support/temporary_folder.hpp"
#include "test.hpp"

using namespace zhitu;

TEST_CASE("the packs that the library brings have no findings") {
    for (const char* name : {"zh", "en"}) {
        for (const PackFinding& finding : check_pack(std::filesystem::path(ZHITU_SOURCE_DIR) / "packs" / name))
            FAIL_CHECK(finding.place.text() << ": " << finding.problem);
    }
}

TEST_CASE("one form that names two things of a type is found") {
    const TemporaryFolder folder;
    folder.write("terms/t.txt", "@type Firm\n[certain]\n甲公司 | 甲\n乙公司 | 甲公司\n");
    const auto findings = check_pack(folder.path());
    REQUIRE(findings.size() == 2); // a short form, and the double one
    CHECK(findings[0].problem == "'甲' is shorter than two characters");
    CHECK(findings[0].place.line == 3);
    CHECK(findings[1].problem == "'甲公司' names the Firm '甲公司' and the Firm '乙公司'");
}

TEST_CASE("a form may be a term of two types, and a term twice in a list") {
    const TemporaryFolder folder;
    folder.write("terms/f.txt", "@type Firm\n[certain]\n甲甲\n甲甲\n");
    folder.write("terms/t.txt", "@type Technology\n[ambiguous]\n甲甲\n");
    CHECK(check_pack(folder.path()).empty());
}

TEST_CASE("words of classes may stand under several values") {
    const TemporaryFolder folder;
    folder.write("classes/c.txt", "@class c\n甲=1 甲=2\n");
    CHECK(check_pack(folder.path()).empty());
}

TEST_CASE("a folder that is absent cannot be checked") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(check_pack(folder.path() / "absent"), Contains("is no folder of a pack"));
}

// Not yet: the place of such a finding is the folder alone.
TEST_CASE("a form that names two things is found with its file and line", "[.]") {
    const TemporaryFolder folder;
    const auto file = folder.write("terms/t.txt", "@type Firm\n[certain]\n甲公司\n乙公司 | 甲公司\n");
    const auto findings = check_pack(folder.path());
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].place.file == file.string());
    CHECK(findings[0].place.line == 4);
}
