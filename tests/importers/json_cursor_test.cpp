// JSON as it is walked through, judged by a parser that builds everything.
#include <zhitu/importers/detail/json_value.hpp>

#include "test.hpp"

#include <nlohmann/json.hpp>

#include <random>
#include <string>
#include <vector>

using namespace zhitu;
using nlohmann::json;

namespace {

/// A document of nested values, and of what must not be in one.
std::string random_text(std::mt19937& random) {
    static const std::vector<std::string> parts{"{",
                                                "}",
                                                "[",
                                                "]",
                                                ",",
                                                ":",
                                                "\"a\"",
                                                "\"\\u00e9\\\\\\n\"",
                                                "\"\\ud83d\\ude00\"",
                                                "\"\\ud83d\"",
                                                "\"\\x\"",
                                                "\"\n\"",
                                                "0",
                                                "-1",
                                                "01",
                                                "1.5",
                                                "1.",
                                                "2e-3",
                                                "-",
                                                "1e",
                                                "true",
                                                "false",
                                                "null",
                                                "nul",
                                                " ",
                                                "\n",
                                                "\"知图\"",
                                                "\"k\":",
                                                "\"k\":1"};
    std::string text;
    for (auto n = random() % 8; n > 0; --n) text += parts[random() % parts.size()];
    return text;
}

std::string mutated(std::string text, std::mt19937& random) {
    if (!text.empty() && random() % 2 == 0) text[random() % text.size()] = "{}[],:\"\\0e-. "[random() % 13];
    if (random() % 4 == 0) text.resize(random() % (text.size() + 1));
    return text;
}

} // namespace

TEST_CASE("what is JSON and what is none, as nlohmann's parser says") {
    std::mt19937 random(3);
    const std::string sample =
        R"({"a": [1, -0.5e-3, "x\"\u00e9\ud83d\ude00", {}, []], "b": {"c": null, "d": [true, [false]]}})";
    std::size_t good = 0;
    for (int round = 0; round < 100'000; ++round) {
        const std::string text = round % 2 == 0 ? random_text(random) : mutated(sample, random);
        INFO(text);
        const bool expected = json::accept(text);
        good += expected;
        REQUIRE(detail::parse_json(text).has_value() == expected);
    }
    CHECK(good > 5000);
}

TEST_CASE("strings mean what nlohmann's parser says") {
    std::string scratch;
    for (const char* text : {R"("")", R"("plain")", R"("\"\\\/\b\f\n\r\t")", R"("\u0041\u00e9\u77e5\ud83d\ude00z")"}) {
        INFO(text);
        CHECK(detail::parse_json(text).value().string(scratch) == json::parse(text).get<std::string>());
    }
}

TEST_CASE("numbers, lists and objects as values") {
    const auto value = [](std::string_view text) { return detail::value_of(detail::parse_json(text).value()); };
    CHECK(value("-9223372036854775808") == Value(INT64_MIN));
    CHECK(value("2.50") == Value(2.5));
    CHECK(value("1e-999") == Value(0.0));
    CHECK(value("[1, [\"a\"], null]") == Value(List{1, List{"a"}, Value()}));
    CHECK(value("{\"b\": 1, \"a\": [1.0]}") == Value("{\"a\":[1.0],\"b\":1}"));
    CHECK_THROWS_WITH(value("9223372036854775808"), Contains("does not fit 64 bits"));
    CHECK_THROWS_WITH(value("{\"a\": 1e999}"), Contains("does not fit 64 bits"));
}
