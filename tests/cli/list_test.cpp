#include "cli/run.hpp"
#include "test.hpp"

TEST_CASE("list picks things by conditions on properties and neighbours") {
    const auto names = [](const std::string& where) {
        std::vector<std::string> out;
        for (const std::string& line :
             lines_of(run_zhitu({"list", robots, "政策", "--where", where, "--format", "csv"}).out))
            out.push_back(line.substr(0, line.find(',')));
        out.erase(out.begin());
        return out;
    };
    using Names = std::vector<std::string>;
    CHECK(names("year>=2020") == Names{"机器人产业发展意见"});
    CHECK(names("year<2020") == Names{"质量检测计划"});
    CHECK(names("TARGETS~机器人") == Names{"机器人产业发展意见"});
    CHECK(names("year>=2000 and level=national") == Names{"质量检测计划"});
}

TEST_CASE("nothing that fits is an answer") {
    const Run run = run_zhitu({"list", robots, "Policy", "--where", "year>3000", "--lang", "en"});
    CHECK(run.status == 0);
    CHECK(run.out == "there is no such thing\n");
    CHECK(run_zhitu({"list", robots, "Policy", "--where", "year>3000", "--format", "json"}).out == "[]\n");
}
