#include <zhitu/packs/join.hpp>

#include <zhitu/base/error.hpp>

#include "support/temporary_folder.hpp"
#include "test.hpp"

using namespace zhitu;

namespace {

std::shared_ptr<const Pack> joined(const TemporaryFolder& folder) {
    const auto path = folder.path();
    return join_packs(std::span(&path, 1));
}

} // namespace

TEST_CASE("without a folder the built-in packs are all") {
    CHECK(join_packs({}).get() == &Pack::builtin());
}

TEST_CASE("a folder adds terms, words, rules and measures to what is built in") {
    const TemporaryFolder folder;
    folder.write("terms/t.txt", "@type Technology\n[certain]\n光子织机\n");
    folder.write("classes/c.txt", "@class own.word\n中标=x\n");
    folder.write("rules/r.rules", "frame own.rule\n");
    folder.write("confidence.txt", "own.rule 3 1 2\n");
    const auto pack = joined(folder);
    const Pack& builtin = Pack::builtin();

    const auto found = pack->words(U"光子织机");
    REQUIRE(found.size() == 1);
    CHECK(pack->group_name(pack->entry(found[0]).group) == "Technology");
    CHECK(pack->group("own.word") != Pack::no_group);
    CHECK(pack->rules().size() == builtin.rules().size() + 1);
    CHECK(pack->rules().back().name == (folder.path() / "rules/r.rules").string());
    CHECK(pack->confidence("own.rule") == 4.0 / 6);

    CHECK(builtin.words(U"光子织机").empty());
    CHECK(pack->words(U"工业机器人").size() == builtin.words(U"工业机器人").size());
    CHECK(pack->has_lexicon() == builtin.has_lexicon());
    CHECK(pack->broader_pairs() == builtin.broader_pairs());
}

TEST_CASE("the measures of a folder replace those that are built in") {
    const TemporaryFolder folder;
    folder.write("confidence.txt", "term 0 8 2\n");
    CHECK(joined(folder)->confidence("term") == 0.1);
}

TEST_CASE("a mistake in a folder is told with file and line") {
    const TemporaryFolder folder;
    const auto file = folder.write("terms/t.txt", "@type Technology\n\n光子织机\n");
    CHECK_THROWS_WITH(joined(folder), Contains(file.string() + ":3: a term stands before a section"));
    const auto nowhere = folder.path() / "nowhere";
    CHECK_THROWS_AS(join_packs(std::span(&nowhere, 1)), Error);
}
