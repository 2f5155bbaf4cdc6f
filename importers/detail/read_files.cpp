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

/// The files, from which each thread takes the next.
class FileQueue {
  public:
    FileQueue(std::span<const std::filesystem::path> paths, const ImportOptions& options, GraphMerger& merger)
        : paths_(paths)
        , options_(options)
        , merger_(merger)
        , told_(paths.size()) {}

    /// Reads until no file is left.
    void work() noexcept {
        try {
            while (const auto file = next()) read(*file);
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
    // Files are taken in their order, so that the first bad one is among those read when reading stops.
    std::optional<std::size_t> next() {
        const std::lock_guard lock(mutex_);
        if (taken_ == paths_.size() || failure_ || (has_error_ && !options_.bad_file)) return std::nullopt;
        if (options_.progress) options_.progress(done_, paths_[taken_]);
        return taken_++;
    }

    void read(std::size_t file) {
        Told told;
        ImportOptions options = options_;
        options.warning = [&](std::string_view line) { told.warnings.emplace_back(line); };
        std::optional<Graph> graph;
        try {
            GraphBuilder builder(policy_schema());
            read_into(bytes_of(paths_[file]), paths_[file], options, builder);
            graph = builder.freeze();
        } catch (const Error& error) {
            told.error = error;
        }
        const std::lock_guard lock(mutex_);
        if (graph) merger_.add(*graph, paths_[file].string());
        has_error_ = has_error_ || told.error;
        told_[file] = std::move(told);
        ++done_;
        if (options_.progress) options_.progress(done_, paths_[file]);
    }

    // Standard input can be read only once.
    [[nodiscard]] std::string bytes_of(const std::filesystem::path& path) {
        if (path != "-") return read_file(path, options_.limits);
        const std::lock_guard lock(input_mutex_);
        if (!standard_input_) standard_input_ = read_file(path, options_.limits);
        return *standard_input_;
    }

    std::span<const std::filesystem::path> paths_;
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

void read_files(std::span<const std::filesystem::path> paths, const ImportOptions& options, GraphMerger& merger) {
    const std::size_t wanted = options.jobs > 0 ? options.jobs : std::thread::hardware_concurrency();
    FileQueue queue(paths, options, merger);
    std::vector<std::thread> threads;
    for (std::size_t i = 1; i < std::min(wanted, paths.size()); ++i) threads.emplace_back([&] { queue.work(); });
    queue.work();
    for (std::thread& thread : threads) thread.join();
    queue.tell();
}

} // namespace zhitu::detail
