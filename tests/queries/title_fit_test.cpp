#include <zhitu/queries/detail/title_fit.hpp>

#include "test.hpp"

using namespace zhitu::detail;

namespace {

Fit fit_of(const char* title, const char* entry) {
    return fit(ComparedTitle(title), ComparedTitle(entry));
}

} // namespace

TEST_CASE("marks, blanks, widths and dashes are no difference") {
    CHECK(fit_of("“十四五”港口建设规划", "十四五港口建设规划") == Fit::exact);
    CHECK(fit_of("港口建设规划（2021—2025年）", "甲部关于印发《港口建设规划(2021-2025年)》的通知") == Fit::exact);
    CHECK(fit_of("港口建设规划2021", "港口 建设规划２０２１") == Fit::exact);
    CHECK(fit_of("港口建设规划(2021—2025年)", "港口建设规划2021—2025年") == Fit::exact);
}

TEST_CASE("a character or two inside make a title inexact, by its length") {
    CHECK(fit_of("港口建设规划(2021—2025)", "港口建设规划(2021—2025年)") == Fit::inexact);
    CHECK(fit_of("关于促进港口与铁路融合的意见", "关于促进港口和铁路融合的意见") == Fit::inexact);
    CHECK(fit_of("港口规划", "港口计划") == Fit::none);
    CHECK(fit_of("港口建设规划", "矿山建设规划") == Fit::none);
    CHECK(fit_of("关于促进港口铁路公路融合的意见", "关于促进矿山农田林场融合的意见") == Fit::none);
}

TEST_CASE("a title without its years, and a part of a title, fit loosely") {
    CHECK(fit_of("港口建设三年规划(2018—2020年)", "港口建设三年规划(2021—2023年)") == Fit::loose);
    CHECK(fit_of("国务院关于港口建设的若干意见", "关于港口建设的若干意见") == Fit::loose);
}

TEST_CASE("a short title fits nothing") {
    CHECK(fit_of("规划", "规划") == Fit::none);
    CHECK(fit_of("", "规划") == Fit::none);
    CHECK(fit_of("港口建设规划", "") == Fit::none);
}
