#include "progress.hpp"

#include "terminal.hpp"

#include <zhitu/base/unicode.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace zhitu::cli {
namespace {

constexpr std::size_t bar_columns = 24;
constexpr std::size_t name_columns = 40;
constexpr std::string_view erase_line = "\r\x1b[K";

} // namespace

Progress::Progress(std::size_t total)
    : total_(total)
    , visible_(total > 1 && errors_are_watched()) {}

Progress::~Progress() {
    clear();
}

void Progress::show(std::size_t done, std::string_view next) {
    if (!visible_) return;
    const std::size_t filled = std::min(bar_columns, bar_columns * done / total_);
    std::cerr << fmt::format("{}[{}{}] {}/{} {}", erase_line, std::string(filled, '#'),
                             std::string(bar_columns - filled, '.'), done, total_, shorten(next, name_columns))
              << std::flush;
}

void Progress::clear() {
    if (visible_) std::cerr << erase_line << std::flush;
}

} // namespace zhitu::cli
