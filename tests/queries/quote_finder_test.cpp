#include <zhitu/queries/quote_finder.hpp>

#include "test.hpp"

using namespace zhitu;

TEST_CASE("a quote is found across line breaks and blanks, by the line where it begins") {
    const QuoteFinder finder("第一行的\n  话 说\r\n\n到这里 full stop");
    CHECK(finder.line_of("第一行") == 1);
    CHECK(finder.line_of("行的话说") == 1);
    CHECK(finder.line_of("话说到") == 2);
    CHECK(finder.line_of("到 这 里") == 4);
    CHECK(finder.line_of("ｆｕｌｌ") == 4);
    CHECK_FALSE(finder.line_of("full-stop"));
    CHECK_FALSE(QuoteFinder("").line_of("甲"));
}
