#include <zhitu/graph/noted_span.hpp>

#include "test.hpp"

using namespace zhitu;

TEST_CASE("a noted span reads back as it was written") {
    const NotedSpan span{{3, 4}, {"甲文", "2.1", 812, 840, 57, "two words, 甲^[3,4]", std::nullopt}};
    CHECK(to_text(span) == "3,4 812-840 57 2.1 two words, 甲^[3,4]");
    const auto read = noted_span(to_text(span), "甲文");
    REQUIRE(read);
    CHECK(read->numbers == span.numbers);
    CHECK(read->place == span.place);
}

TEST_CASE("other text is no noted span") {
    for (const char* text : {"", "3", "3 812", "3 812-840", "x 812-840 57 1 甲", "3 8x-840 57 1 甲"}) {
        INFO(text);
        CHECK_FALSE(noted_span(text, "甲文"));
    }
}
