#include "cli/run.hpp"
#include "test.hpp"

TEST_CASE("report is one page of Markdown, in the language that is asked for") {
    const std::string zh = run_zhitu({"report", robots}).out;
    CHECK(zh.starts_with("# 机器人用在哪里\n"));
    CHECK_THAT(zh, Contains("## 政策与案例的关联"));
    CHECK_THAT(zh, Contains("robots.txt:12"));
    CHECK_THAT(run_zhitu({"report", robots, "--lang", "en"}).out, Contains("## How policies and cases are linked"));
}

TEST_CASE("report shows as many links as asked for, in a file alike") {
    const Scratch scratch;
    CHECK(run_zhitu({"report", robots, "--limit", "1", "-o", scratch.file("report.md")}).status == 0);
    const std::string page = read(scratch.file("report.md"));
    CHECK(page == run_zhitu({"report", robots, "--limit", "1"}).out);
    CHECK(page.find("\n2. ") == std::string::npos);
}
