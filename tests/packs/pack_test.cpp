#include <zhitu/packs/pack.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/packs/compile.hpp>

#include "test.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace zhitu;

namespace {

SourceEntry term(std::string form, Trust trust = Trust::certain) {
    return {form, "Technology", form, trust, {{"kind", "equipment"}}, {"机器"}};
}
SourceEntry word(std::string form, std::string value) {
    return {std::move(form), "cue", std::move(value), Trust::word, {}, {}};
}

PackSource small_source() {
    return {{term("机器人"), term("人机"), term("PLC", Trust::ambiguous), word("提高", "up"), word("高", "x")},
            {{"r.rules", "frame x\n"}}};
}

/// What `scan` finds, as "form@begin".
std::vector<std::string> found(const Pack& pack, std::string_view text) {
    const auto folded = fold(to_utf32(text));
    std::vector<std::string> out;
    for (const PackHit& hit : pack.scan(folded))
        out.push_back(to_utf8(folded.substr(hit.begin, hit.end - hit.begin)) + "@" + std::to_string(hit.begin));
    return out;
}

std::string segmented(const Pack& pack, std::string_view text) {
    const auto folded = fold(to_utf32(text));
    std::string out;
    std::uint32_t begin = 0;
    for (const LexiconHit& hit : pack.segment(folded, pack.scan(folded))) {
        out += (out.empty() ? "" : " ") + to_utf8(folded.substr(begin, hit.end - begin));
        begin = hit.end;
    }
    return out;
}

/// The least cost of cutting `text` into words, by trying every way.
class SlowSegmenter {
  public:
    explicit SlowSegmenter(const std::map<std::string, double>& counts) {
        double total = 0;
        for (const auto& [form, count] : counts) total += count;
        for (const auto& [form, count] : counts)
            costs_[to_utf32(form)] = static_cast<std::uint64_t>(256 * std::log(total / count));
    }
    [[nodiscard]] std::uint64_t cost(std::u32string_view text) const {
        if (text.empty()) return 0;
        std::uint64_t least = unknown + cost(text.substr(1));
        for (std::size_t length = 1; length <= text.size(); ++length)
            if (const auto known = costs_.find(std::u32string(text.substr(0, length))); known != costs_.end())
                least = std::min(least, known->second + cost(text.substr(length)));
        return least;
    }

  private:
    static constexpr std::uint64_t unknown = 256 * 20;
    std::map<std::u32string, std::uint64_t> costs_;
};

} // namespace

TEST_CASE("a compiled pack gives back its groups, entries and rules") {
    const std::string bytes = compile_pack(small_source(), "");
    const Pack pack(bytes);
    CHECK(pack.group_count() == 2);
    CHECK(pack.group_name(pack.group("cue")) == "cue");
    CHECK(pack.group("absent") == Pack::no_group);
    CHECK_FALSE(pack.has_lexicon());

    const auto robots = pack.words(U"机器人");
    REQUIRE(robots.size() == 1);
    const PackEntry& robot = pack.entry(robots.front());
    CHECK(robot.name == "机器人");
    CHECK(robot.trust == Trust::certain);
    CHECK(robot.group == pack.group("Technology"));
    CHECK(robot.properties == std::vector<std::pair<std::string_view, std::string_view>>{{"kind", "equipment"}});
    CHECK(pack.words(U"机器").empty());
    CHECK(pack.words(U"机器人们").empty());
    CHECK(pack.entry(pack.words(U"提高").front()).name == "up");

    REQUIRE(pack.rules().size() == 1);
    CHECK(pack.rules()[0].text == "frame x\n");
    CHECK(pack.broader_pairs().size() == 3);
    CHECK(pack.broader_pairs()[1] == std::pair<std::string_view, std::string_view>{"人机", "机器"});
}

TEST_CASE("a rule's confidence is its smoothed precision, and none where it was not measured") {
    PackSource source = small_source();
    source.measures = {{"b", 3, 1, 2}, {"a", 0, 0, 1}, {"c", 0, 8, 3}};
    const std::string bytes = compile_pack(source, "");
    const Pack pack(bytes);
    CHECK(pack.measures().size() == 3);
    CHECK(pack.confidence("b") == 4.0 / 6);
    CHECK(pack.confidence("c") == 0.1);
    CHECK(pack.confidence("a") == std::nullopt);
    CHECK(pack.confidence("d") == std::nullopt);
}

TEST_CASE("a pack's source compiles to the same pack") {
    PackSource source = small_source();
    source.measures = {{"b", 3, 1, 2}};
    const std::string bytes = compile_pack(source, "机器 30 n\n");
    const Pack pack(bytes);
    CHECK(compile_pack(pack.source(), pack.lexicon()) == bytes);
}

TEST_CASE("the same source gives the same bytes") {
    const std::string lexicon = "机器 30 n\n提高 5 v\n";
    CHECK(compile_pack(small_source(), lexicon) == compile_pack(small_source(), lexicon));
}

TEST_CASE("scan finds all entries, those inside of others too") {
    const std::string bytes = compile_pack(small_source(), "");
    const Pack pack(bytes);
    CHECK(found(pack, "用机器人机床提高") == std::vector<std::string>{"机器人@1", "人机@3", "提高@6", "高@7"});
    CHECK(found(pack, "").empty());
    CHECK(found(pack, "ＰＬＣ与plc") == std::vector<std::string>{"plc@0", "plc@4"});
}

TEST_CASE("scan finds no part of a longer Latin word") {
    const std::string bytes = compile_pack(small_source(), "");
    const Pack pack(bytes);
    CHECK(found(pack, "PLCs").empty());
    CHECK(found(pack, "XPLC").empty());
    CHECK(found(pack, "PLC7").empty());
    CHECK(found(pack, "7PLC").empty());
    CHECK(found(pack, "某PLC柜") == std::vector<std::string>{"plc@1"});
}

// Not yet: "5G" is found in "25G".
TEST_CASE("scan finds no part of a longer number", "[.]") {
    const std::string bytes = compile_pack({{term("5G")}, {}}, "");
    CHECK(found(Pack(bytes), "25G").empty());
}

TEST_CASE("walk visits the entries that a text begins with, shorter ones first") {
    const std::string bytes = compile_pack({{term("机器人手"), term("机器"), term("机器人")}, {}}, "");
    const Pack pack(bytes);
    std::vector<std::string> seen;
    pack.walk(U"机器人手臂", [&](std::uint32_t length, std::uint32_t entry) {
        seen.push_back(std::string(pack.entry(entry).name) + std::to_string(length));
    });
    CHECK(seen == std::vector<std::string>{"机器2", "机器人3", "机器人手4"});
}

TEST_CASE("a text is cut into its most probable words") {
    const std::string bytes = compile_pack({}, "研究 100 v\n研究生 20 n\n生命 60 n\n命 5 n\n起源 40 n\n");
    const Pack pack(bytes);
    CHECK(pack.has_lexicon());
    CHECK(segmented(pack, "研究生命起源") == "研究 生命 起源");
    CHECK(segmented(pack, "研究生") == "研究生");
    CHECK(segmented(pack, "天地") == "天 地");
    CHECK(segmented(pack, "").empty());
    const auto words = pack.segment(U"研究起源");
    REQUIRE(words.size() == 2);
    CHECK(words[0].word_class == WordClass::verb);
    CHECK(words[1].word_class == WordClass::other);
}

TEST_CASE("runs of letters and digits stay whole, terms count as words, blockers do not") {
    const std::string bytes =
        compile_pack({{term("甲乙"), term("丙丁", Trust::ambiguous), term("戊己", Trust::block)}, {}}, "机器 9 n\n");
    const Pack pack(bytes);
    CHECK(segmented(pack, "用GPT4机器") == "用 gpt4 机器");
    CHECK(segmented(pack, "甲乙") == "甲乙");
    CHECK(segmented(pack, "丙丁") == "丙丁");
    CHECK(segmented(pack, "戊己") == "戊 己");
}

TEST_CASE("no other cut is cheaper") {
    const std::map<std::string, double> counts{{"甲", 3},   {"乙", 1},     {"甲乙", 4},   {"乙丙", 7},  {"丙丁", 2},
                                               {"丁甲", 5}, {"甲乙丙", 1}, {"丙丁甲", 9}, {"丁丁丁", 6}};
    std::string lexicon;
    for (const auto& [form, count] : counts) lexicon += form + " " + std::to_string(static_cast<int>(count)) + " n\n";
    const std::string bytes = compile_pack({}, lexicon);
    const Pack pack(bytes);
    const SlowSegmenter slow(counts);
    std::mt19937 random(3);
    static constexpr std::u32string_view letters = U"甲乙丙丁戊";
    for (int round = 0; round < 300; ++round) {
        std::u32string text;
        for (auto length = random() % 10; length > 0; --length) text.push_back(letters[random() % letters.size()]);
        std::uint64_t cost = 0;
        std::uint32_t end = 0;
        for (const LexiconHit& hit : pack.segment(text)) {
            CHECK(hit.end > end);
            end = hit.end;
            cost += hit.cost;
        }
        CHECK(end == text.size());
        CHECK(cost == slow.cost(text));
    }
}

TEST_CASE("bytes that are no pack are refused") {
    const std::string good = compile_pack(small_source(), "机器 9 n\n");
    CHECK_THROWS_WITH(Pack(""), Contains("ends too early"));
    CHECK_THROWS_WITH(Pack("ZTPKxxxx"), Contains("is not a compiled pack of this version; compile it anew"));
    for (std::size_t size = 0; size < good.size(); size += 1 + good.size() / 200) {
        const std::string torn = good.substr(0, size);
        CHECK_THROWS_AS(Pack(torn), Error);
    }
}

TEST_CASE("the built-in pack knows its languages") {
    const Pack& pack = Pack::builtin();
    CHECK(&pack == &Pack::builtin());
    CHECK(pack.group("Technology") != Pack::no_group);
    CHECK(pack.group("modality") != Pack::no_group);
    CHECK_FALSE(pack.words(U"工业机器人").empty());
    CHECK_FALSE(pack.rules().empty());
    CHECK_FALSE(pack.broader_pairs().empty());
}
