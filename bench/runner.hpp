// What a workload gets: the data of one size, and where its figures go.
//
// Each figure is one line of tab-separated text on standard output, the same for peers in every language:
//
//   workload  peer  size  value  answer  runs     value: seconds, or bytes an edge where the workload says so
//   #skip     peer  workload  size  reason        what was not measured
//   #version  peer  text
#pragma once

#include "data.hpp"
#include "measure.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace zhitu::bench {

/// How much time may pass.
struct Budget {
    double runs = 12;   // seconds that all runs of one figure may take together, roughly
    double single = 30; // a run that is foreseen to take more seconds is left out
};

class Runner {
  public:
    Runner(std::filesystem::path folder, Budget budget)
        : folder_(std::move(folder))
        , budget_(budget) {}

    void begin(std::string_view workload, const Data& data, std::size_t size);

    /// The data of this size; without nodes where the workload has files or texts only.
    [[nodiscard]] const Data& data() const { return *data_; }
    /// The folder with the files of this size, the same for all peers (write_data.cpp).
    [[nodiscard]] std::filesystem::path folder() const;

    /// Whether to measure a peer at this size: not where the last size foretells that it would take too long.
    [[nodiscard]] bool wants(std::string_view peer);
    void skip(std::string_view peer, std::string_view reason) const;

    /// Measures `work()` and prints the figure; `answer_of` makes a number of its result, outside of the time.
    template <class Work, class AnswerOf = std::identity>
    void time(std::string_view peer, Work work, AnswerOf answer_of = {}) {
        note(peer, measure(std::move(work), std::move(answer_of), budget_.runs));
    }
    /// A figure that is no time.
    void print(std::string_view peer, double value, std::uint64_t answer, int runs) const;

  private:
    void note(std::string_view peer, const Measured& measured);

    struct Last {
        double seconds;
        std::size_t size;
    };
    std::filesystem::path folder_;
    Budget budget_;
    std::string workload_;
    const Data* data_ = nullptr;
    std::size_t size_ = 0;
    std::map<std::pair<std::string, std::string>, Last> last_; // by workload and peer
};

} // namespace zhitu::bench
