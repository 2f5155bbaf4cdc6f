// One loop over several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// The number of threads that `jobs` stands for: 0 is one a processor, and there are never more than `tasks`.
[[nodiscard]] inline std::size_t thread_count(std::size_t jobs, std::size_t tasks) {
    const std::size_t wanted = jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
    return std::max<std::size_t>(1, std::min(wanted, tasks));
}

/// Calls `workers[t](i)` once for each i below `tasks`, each worker in a thread of its own, the first in this one;
/// which worker gets which i is left to chance. An exception ends the loop and is thrown here. REQUIRES: a worker.
template <class Worker>
void run_parallel(std::vector<Worker>& workers, std::size_t tasks) {
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::exception_ptr failure;
    const auto run = [&](Worker& worker) noexcept {
        try {
            for (std::size_t i = next++; i < tasks; i = next++) worker(i);
        } catch (...) {
            next = tasks;
            const std::scoped_lock lock(mutex);
            failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 1; t < workers.size(); ++t) threads.emplace_back([&run, &workers, t] { run(workers[t]); });
        run(workers.front());
    }
    if (failure) std::rethrow_exception(failure);
}

} // namespace zhitu
#pragma GCC visibility pop
