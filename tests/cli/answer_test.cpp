// The forms that all answers share.
#include "cli/run.hpp"
#include "test.hpp"

#include <zhitu/base/unicode.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

using nlohmann::json;

TEST_CASE("a table is aligned by the width of its characters, without trailing blanks") {
    const auto lines = lines_of(run_zhitu({"list", robots, "Policy"}).out);
    REQUIRE(lines.size() == 5);
    CHECK(lines[0] == "名称                层级      年份  发布机构  支持        标识");
    CHECK(lines[1] == "──────────────────  ────────  ────  ────────  ──────────  ─────────────────────────");
    CHECK(lines[2] == "机器人产业发展意见  ministry  2021  工业部    焊接机器人  policy:机器人产业发展意见");
    for (const auto& line : lines) CHECK(line.back() != ' ');
}

TEST_CASE("a table is cut to the terminal, but whole in a pipe") {
    if (!has_terminal()) return;
    const Run narrow = run_on_terminal({"list", robots, "Case"}, 50);
    CHECK(narrow.status == 0);
    CHECK_THAT(narrow.out, Contains("…"));
    for (std::string line : lines_of(narrow.out)) {
        if (line.ends_with('\r')) line.pop_back();
        CHECK(zhitu::display_width(line) <= 50);
    }
    const Run piped = run_zhitu({"list", robots, "Case"});
    CHECK(piped.out.find("…") == std::string::npos);
}

TEST_CASE("CSV has keys above, CR LF, and quotes by RFC 4180") {
    const Run csv = run_zhitu({"list", robots, "Case", "--format", "csv"});
    CHECK(csv.out ==
          "name,in:CARRIES_OUT,USES,ACHIEVES,id\r\n"
          "东山车厂焊接,东山车厂,焊接机器人,焊接工时降低30%,case:东山车厂焊接@机器人用在哪里\r\n"
          "\"西河\"\"玻璃|瓷砖\"\",检测\",,焊接机器人; 机器视觉,,\"case:西河“玻璃|瓷砖”,检测@机器人用在哪里\"\r\n");
}

TEST_CASE("Markdown escapes bars and aligns numbers") {
    const auto lines = lines_of(run_zhitu({"list", robots, "Case", "--format", "md"}).out);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == "| 名称 | 实施主体 | 采用 | 取得 | 标识 |");
    CHECK_THAT(lines[3], Contains("| 西河\"玻璃\\|瓷砖\",检测 |"));
    CHECK_THAT(run_zhitu({"stats", robots, "--format", "md"}).out, Contains("| --- | --- | ---: |"));
}

TEST_CASE("JSON rows have the keys of the columns and the kinds of the values") {
    const json rows = json::parse(run_zhitu({"list", robots, "Policy", "--format", "json"}).out);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].at("year") == 2021);
    CHECK(rows[2].at("year").is_null());
}

TEST_CASE("the extension of -o tells the form, and the file holds what standard output would") {
    const Scratch scratch;
    for (const std::string form : {"csv", "md", "json"}) {
        const std::string path = scratch.file("policies." + form);
        const Run run = run_zhitu({"list", robots, "Policy", "-o", path});
        CHECK(run.status == 0);
        CHECK(run.out.empty());
        CHECK(read(path) == run_zhitu({"list", robots, "Policy", "--format", form}).out);
    }
    CHECK(scratch.count() == 3); // no temporary file stays
}

TEST_CASE("answers that are a part of the graph have every export format") {
    for (const std::vector<std::string>& query : {std::vector<std::string>{"links", robots},
                                                  {"neighbors", robots, "工业部"},
                                                  {"paths", robots, "东山车厂", "工业部"}}) {
        const Scratch scratch;
        for (const std::string name : {"part.graphml", "part.dot"}) {
            auto arguments = query;
            arguments.insert(arguments.end(), {"-o", scratch.file(name)});
            CHECK(run_zhitu(arguments).status == 0);
            CHECK_THAT(read(scratch.file(name)), Contains("policy:机器人产业发展意见"));
            CHECK(read(scratch.file(name)).find("policy:无关办法") == std::string::npos);
        }
    }
}

TEST_CASE("the screen speaks the language of the locale, files do not, --lang rules both") {
    const std::vector<std::string> list{"list", robots, "Policy"};
    CHECK(run_zhitu(list, {}, "zh_CN.UTF-8").out.starts_with("名称"));
    CHECK(run_zhitu(list, {}, "en_US.UTF-8").out.starts_with("name"));
    CHECK(run_zhitu(list, {}, "C").out.starts_with("名称"));
    CHECK(run_zhitu({"list", robots, "Policy", "--format", "md"}, {}, "en_US.UTF-8").out.starts_with("| 名称"));
    CHECK(run_zhitu({"list", robots, "Policy", "--format", "md", "--lang", "en"}).out.starts_with("| name"));
    CHECK(run_zhitu({"--lang", "en", "list", robots, "Policy"}).out.starts_with("name"));
    const std::vector<std::string> dot{"export", robots, "--format", "dot"};
    CHECK(run_zhitu(dot, {}, "en_US.UTF-8").out == run_zhitu(dot, {}, "zh_CN.UTF-8").out);
}
