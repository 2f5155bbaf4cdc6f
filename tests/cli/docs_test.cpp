#include "cli/run.hpp"
#include "test.hpp"

#include <cstdlib>

TEST_CASE("docs/cli.md is what scripts/make-cli-docs.sh makes of the help") {
    const Scratch scratch;
    const std::string made = scratch.file("cli.md");
    REQUIRE(std::system((ZHITU_SOURCE_DIR "/scripts/make-cli-docs.sh " ZHITU_PROGRAM " " + made).c_str()) == 0);
    CHECK(read(made) == read(ZHITU_SOURCE_DIR "/docs/cli.md"));
}
