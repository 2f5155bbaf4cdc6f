#include <zhitu/packs/trie.hpp>

#include "test.hpp"

#include <algorithm>
#include <map>
#include <random>

using namespace zhitu;

namespace {

using Entries = std::vector<std::pair<std::u32string, std::uint32_t>>;

/// The payloads of a string, by walking; empty where the trie does not hold it.
std::vector<std::uint32_t> look_up(const Trie& trie, std::u32string_view text) {
    std::uint32_t node = 0;
    for (const char32_t c : text)
        if ((node = trie.child(node, c)) == Trie::none) return {};
    const auto found = trie.payloads(node);
    return {found.begin(), found.end()};
}

/// Short strings over few letters, so that many share a beginning; two letters lie beyond the table of the root.
std::u32string random_text(std::mt19937& random) {
    static constexpr std::u32string_view letters = U"ab中文字\uFFFF\U00010000\U00020B9F";
    std::u32string text;
    for (auto length = random() % 5; length > 0; --length) text.push_back(letters[random() % letters.size()]);
    return text;
}

} // namespace

TEST_CASE("a trie answers as a map does") {
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        Entries entries;
        std::map<std::u32string, std::vector<std::uint32_t>> map;
        for (std::uint32_t payload = 0; payload < 60; ++payload) {
            entries.emplace_back(random_text(random), payload);
            map[entries.back().first].push_back(payload);
        }
        const auto words = build_trie(entries);
        const Trie trie(words);
        for (const auto& [text, payloads] : map) CHECK(look_up(trie, text) == payloads);
        std::size_t seen = 0;
        trie.for_all([&](std::u32string_view text, std::uint32_t payload) {
            CHECK(text == entries[payload].first);
            ++seen;
        });
        CHECK(seen == entries.size());
        for (int i = 0; i < 100; ++i) {
            const auto text = random_text(random);
            const auto known = map.find(text);
            CHECK(look_up(trie, text) == (known == map.end() ? std::vector<std::uint32_t>{} : known->second));
        }
    }
}

TEST_CASE("payloads of one string keep their order") {
    const auto words = build_trie({{U"乙", 3}, {U"甲", 9}, {U"甲", 1}, {U"甲", 5}});
    CHECK(look_up(Trie(words), U"甲") == std::vector<std::uint32_t>{9, 1, 5});
}

TEST_CASE("an inner node of a trie is no entry") {
    const auto words = build_trie({{U"甲乙丙", 1}});
    const Trie trie(words);
    CHECK(look_up(trie, U"甲乙").empty());
    CHECK(look_up(trie, U"甲乙丙丁").empty());
    CHECK(look_up(trie, U"甲乙丙") == std::vector<std::uint32_t>{1});
}

TEST_CASE("a trie without entries holds nothing") {
    const auto words = build_trie({});
    CHECK(Trie(words).empty());
    CHECK(Trie(words).child(0, U'甲') == Trie::none);
    CHECK(Trie().empty());
    CHECK(Trie().child(0, U'甲') == Trie::none);
    CHECK(Trie().child(0, U'\U00020B9F') == Trie::none);
}

TEST_CASE("the order of the entries does not change the bytes of a trie") {
    std::mt19937 random(11);
    Entries entries;
    for (std::uint32_t payload = 0; payload < 200; ++payload) {
        const auto text = random_text(random);
        const bool known = std::any_of(entries.begin(), entries.end(), [&](const auto& e) { return e.first == text; });
        if (!known) entries.emplace_back(text, payload);
    }
    const auto words = build_trie(entries);
    std::shuffle(entries.begin(), entries.end(), random);
    CHECK(build_trie(entries) == words);
}
