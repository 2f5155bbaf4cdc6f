#include "runner.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace zhitu::bench {

void Runner::begin(std::string_view workload, const Data& data, std::size_t size) {
    workload_ = workload;
    data_ = &data;
    size_ = size;
}

std::filesystem::path Runner::folder() const {
    return folder_ / fmt::format("{}-{}", data_->name, size_);
}

bool Runner::wants(std::string_view peer) {
    const auto last = last_.find({workload_, std::string(peer)});
    if (last == last_.end()) return true;
    const double ratio = static_cast<double>(size_) / static_cast<double>(last->second.size);
    const double foreseen = last->second.seconds * ratio;
    if (foreseen <= budget_.single) return true;
    skip(peer, fmt::format("would take about {:.0f} s", foreseen));
    last->second = {foreseen, size_};
    return false;
}

void Runner::skip(std::string_view peer, std::string_view reason) const {
    fmt::print("#skip\t{}\t{}\t{}\t{}\n", peer, workload_, size_, reason);
}

void Runner::print(std::string_view peer, double value, std::uint64_t answer, int runs) const {
    fmt::print("{}\t{}\t{}\t{:.9g}\t{}\t{}\n", workload_, peer, size_, value, answer, runs);
    std::fflush(stdout);
}

void Runner::note(std::string_view peer, const Measured& measured) {
    last_[{workload_, std::string(peer)}] = {measured.seconds, size_};
    print(peer, measured.seconds, measured.answer, measured.runs);
}

} // namespace zhitu::bench
