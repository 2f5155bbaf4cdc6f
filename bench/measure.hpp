// What the benchmarks share: medians of several runs, and answers that must agree.
#pragma once

#ifndef NDEBUG
#error "benchmarks measure release builds only; configure with -DCMAKE_BUILD_TYPE=Release"
#endif

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace zhitu::bench {

/// A median of five runs, and the number that every run gave.
struct Measured {
    double seconds = 0;
    std::size_t answer = 0;
};

/// Runs `work` once to warm up, then five times; a run repeats quick work until 20 ms have passed. `work` returns a
/// number that depends on all that it did, so that nothing of it can be left out.
template <class Work>
Measured measure(Work work) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::duration<double> least(0.02);
    Measured out{0, work()};
    std::array<double, 5> runs{};
    for (double& run : runs) {
        const auto begin = Clock::now();
        std::size_t count = 0;
        do {
            if (work() != out.answer) std::abort();
            ++count;
        } while (Clock::now() - begin < least);
        run = std::chrono::duration<double>(Clock::now() - begin).count() / static_cast<double>(count);
    }
    std::nth_element(runs.begin(), runs.begin() + runs.size() / 2, runs.end());
    out.seconds = runs[runs.size() / 2];
    return out;
}

/// Ends the program where two ways to do the same work give different answers.
inline void require_same(std::string_view work, const Measured& a, const Measured& b) {
    if (a.answer == b.answer) return;
    fmt::print(stderr, "{}: {} is not {}; the ways do not do the same work\n", work, a.answer, b.answer);
    std::exit(1);
}

} // namespace zhitu::bench
