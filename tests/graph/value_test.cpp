#include "test.hpp"

#include <zhitu/graph/value.hpp>

using zhitu::List;
using zhitu::Value;

TEST_CASE("A value reads as people write it") {
    CHECK(Value().text().empty());
    CHECK(Value(true).text() == "true");
    CHECK(Value(-7).text() == "-7");
    CHECK(Value(0.1).text() == "0.1");
    CHECK(Value(List{1, "two"}).text() == "1; two");
}

TEST_CASE("Every item of a list keeps its place in the text, empty ones too") {
    CHECK(Value(List{"", "b"}).text() == "; b");
    CHECK(Value(List{"", "", "c"}).text() == "; ; c");
    CHECK(Value(List{"a", ""}).text() == "a; ");
    CHECK(Value(List{}).text().empty());
}
