#include "cli/run.hpp"
#include "test.hpp"

TEST_CASE("a folder that is none cannot be checked") {
    const Scratch scratch;
    const Run run = run_zhitu({"pack", "check", scratch.write("file", "")});
    CHECK(run.status == 3);
    CHECK(lines_of(run.err).size() == 1);
}

TEST_CASE("our own pack has no finding") {
    const std::string pack = ZHITU_SOURCE_DIR "/packs/zh";
    if (!std::filesystem::exists(pack)) return;
    const Run run = run_zhitu({"pack", "check", pack});
    CHECK(run.status == 0);
    CHECK(run.out == "没有发现问题\n");
}
