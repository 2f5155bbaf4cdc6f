#include <zhitu/importers/detail/read_files.hpp>

#include <zhitu/base/file.hpp>
#include <zhitu/packs/policy.hpp>

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace zhitu::detail {
namespace {

/// What is told of a file when all have been read.
struct Told {
    std::vector<std::string> warnings;
    std::optional<Error> error;
};

using Paths = std::vector<std::filesystem::path>;

/// The graphs, from which each thread takes the next.
class FileQueue {
  public:
    FileQueue(std::span<const Paths> graphs, const ImportOptions& options, GraphMerger& merger)
        : graphs_(graphs)
        , options_(options)
        , merger_(merger)
        , told_(graphs.size()) {}

    /// Reads until no file is left.
    void work() noexcept {
        try {
            while (const auto graph = next()) read(*graph);
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!failure_) failure_ = std::current_exception();
        }
    }

    void tell() const {
        if (failure_) std::rethrow_exception(failure_);
        for (const Told& told : told_) {
            if (options_.warning)
                for (const std::string& warning : told.warnings) options_.warning(warning);
            if (!told.error) continue;
            if (!options_.bad_file) throw *told.error;
            options_.bad_file(*told.error);
        }
    }

  private:
    // Graphs are taken in their order, so that the first bad one is among those read when reading stops.
    std::optional<std::size_t> next() {
        const std::lock_guard lock(mutex_);
        if (taken_ == graphs_.size() || failure_ || (has_error_ && !options_.bad_file)) return std::nullopt;
        if (options_.progress) options_.progress(done_, graphs_[taken_].front());
        return taken_++;
    }

    void read(std::size_t number) {
        const Paths& files = graphs_[number];
        Told told;
        ImportOptions options = options_;
        options.warning = [&](std::string_view line) { told.warnings.emplace_back(line); };
        std::optional<Graph> graph;
        try {
            GraphBuilder builder(policy_schema());
            if (files.front() == "-")
                read_standard_input(options, builder);
            else
                read_graph(files, options, builder);
            graph = builder.freeze();
        } catch (const Error& error) {
            told.error = error;
        }
        const std::lock_guard lock(mutex_);
        if (graph) merger_.add(*graph, files.front().string());
        has_error_ = has_error_ || told.error;
        told_[number] = std::move(told);
        done_ += files.size();
        if (options_.progress) options_.progress(done_, files.front());
    }

    // Standard input can be read only once, but be named twice.
    void read_standard_input(const ImportOptions& options, GraphBuilder& builder) {
        std::string_view bytes;
        {
            const std::lock_guard lock(input_mutex_);
            if (!standard_input_) standard_input_ = read_file("-", options_.limits);
            bytes = *standard_input_;
        }
        MemorySource source(bytes);
        PendingEnds ends;
        read_into(source, "-", options, builder, ends);
        ends.require_all();
    }

    std::span<const Paths> graphs_;
    const ImportOptions& options_;
    GraphMerger& merger_;
    std::mutex mutex_;
    std::vector<Told> told_;
    std::size_t taken_ = 0;
    std::size_t done_ = 0;
    bool has_error_ = false;
    std::exception_ptr failure_;
    std::mutex input_mutex_;
    std::optional<std::string> standard_input_;
};

} // namespace

void read_graph(std::span<const std::filesystem::path> files, const ImportOptions& options, GraphBuilder& builder) {
    PendingEnds ends;
    for (const std::filesystem::path& file : files)
        read_into(*open_file(file, options.limits), file, options, builder, ends);
    ends.require_all();
}

void read_files(std::span<const Paths> graphs, const ImportOptions& options, GraphMerger& merger) {
    const std::size_t wanted = options.jobs > 0 ? options.jobs : std::thread::hardware_concurrency();
    FileQueue queue(graphs, options, merger);
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < std::min(wanted, graphs.size()); ++i) threads.emplace_back([&] { queue.work(); });
    queue.work();
    for (std::thread& thread : threads) thread.join();
    queue.tell();
}

} // namespace zhitu::detail
