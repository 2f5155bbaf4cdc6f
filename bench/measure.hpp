// Medians of several runs.
#pragma once

#ifndef NDEBUG
#error "benchmarks measure release builds only; configure with -DCMAKE_BUILD_TYPE=Release"
#endif

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <vector>

namespace zhitu::bench {

/// A median and the number that every run gave.
struct Measured {
    double seconds = 0;
    std::uint64_t answer = 0;
    int runs = 5;
};

/// Seconds that `work` takes; what it makes is looked at and destroyed outside of them. Ends the program where
/// `answer_of` finds another answer than `expected`.
template <class Work, class AnswerOf>
double seconds_of(Work& work, AnswerOf& answer_of, std::uint64_t& expected, bool first) {
    const auto begin = std::chrono::steady_clock::now();
    const auto result = work();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    const auto answer = static_cast<std::uint64_t>(answer_of(result));
    if (first) expected = answer;
    if (answer != expected) {
        fmt::print(stderr, "a run answers {}, the first one {}\n", answer, expected);
        std::exit(1);
    }
    return taken.count();
}

/// Runs `work` once to warm up, then five times; a run repeats quick work until 20 ms have passed. Slow work is run
/// three times where five would take more than `most` seconds, and where three would too, the warm-up is the one run.
template <class Work, class AnswerOf = std::identity>
Measured measure(Work work, AnswerOf answer_of = {}, double most = 60) {
    constexpr double least = 0.02;
    Measured out;
    out.seconds = seconds_of(work, answer_of, out.answer, true);
    out.runs = out.seconds * 5 <= most ? 5 : out.seconds * 3 <= most ? 3 : 1;
    if (out.runs == 1) return out;
    std::vector<double> runs;
    for (int i = 0; i < out.runs; ++i) {
        double sum = 0;
        int count = 0;
        for (; sum < least; ++count) sum += seconds_of(work, answer_of, out.answer, false);
        runs.push_back(sum / count);
    }
    std::nth_element(runs.begin(), runs.begin() + out.runs / 2, runs.end());
    out.seconds = runs[runs.size() / 2];
    return out;
}

} // namespace zhitu::bench
