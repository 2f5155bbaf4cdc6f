#include <zhitu/base/process.hpp>

#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <thread>

extern char** environ;

namespace zhitu {
namespace fs = std::filesystem;
namespace {

Error cannot_run(std::string_view what) {
    return {ErrorCode::output, fmt::format("{} ({})", what, std::strerror(errno)),
            "check the space for temporary files"};
}

/// A file without a name, which is gone when it is closed.
class Scratch {
  public:
    Scratch()
        : file_(std::tmpfile(), &std::fclose) {
        if (!file_) throw cannot_run("a temporary file cannot be made");
        ::fcntl(descriptor(), F_SETFD, FD_CLOEXEC);
    }

    [[nodiscard]] int descriptor() const { return ::fileno(file_.get()); }
    [[nodiscard]] std::size_t size() const {
        struct stat status {};
        return ::fstat(descriptor(), &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
    }
    void write(std::string_view bytes) {
        if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size() || std::fflush(file_.get()) != 0)
            throw cannot_run("a temporary file cannot be written");
        std::rewind(file_.get());
    }
    [[nodiscard]] std::string read() {
        std::string bytes(size(), '\0');
        std::rewind(file_.get());
        bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file_.get()));
        return bytes;
    }

  private:
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

pid_t spawn(const fs::path& program, const std::vector<std::string>& arguments, const Scratch (&streams)[3]) {
    std::string name = program.string();
    std::vector<std::string> copies(arguments);
    std::vector<char*> argv{name.data()};
    for (std::string& argument : copies) argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (int i = 0; i < 3; ++i) posix_spawn_file_actions_adddup2(&actions, streams[i].descriptor(), i);
    pid_t child = 0;
    errno = ::posix_spawn(&child, name.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (errno != 0) throw cannot_run(fmt::format("{} cannot be run", name));
    return child;
}

int status_of(int waited) {
    return WIFEXITED(waited) ? WEXITSTATUS(waited) : 128 + WTERMSIG(waited);
}

// Short naps: a conversion takes tens of milliseconds.
int wait_for(pid_t child, const std::string& name, const Scratch& output, const Limits& limits) {
    constexpr auto nap = std::chrono::milliseconds(2);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(limits.seconds);
    int waited = 0;
    while (::waitpid(child, &waited, WNOHANG) == 0) {
        const bool late = std::chrono::steady_clock::now() > deadline;
        if (late || output.size() > limits.file_bytes) {
            ::kill(child, SIGKILL);
            ::waitpid(child, &waited, 0);
            throw Error(ErrorCode::limit,
                        late ? fmt::format("{} took more than {} seconds", name, limits.seconds)
                             : fmt::format("{} wrote more than {} bytes", name, limits.file_bytes),
                        "split the file or give its text");
        }
        std::this_thread::sleep_for(nap);
    }
    return status_of(waited);
}

} // namespace

std::optional<fs::path> find_program(std::string_view name) {
    const char* path = std::getenv("PATH");
    std::string_view folders = path != nullptr ? path : "";
    while (!folders.empty()) {
        const auto folder = folders.substr(0, folders.find(':'));
        folders.remove_prefix(std::min(folders.size(), folder.size() + 1));
        if (folder.empty()) continue;
        fs::path file = fs::path(folder) / name;
        if (::access(file.c_str(), X_OK) == 0 && fs::is_regular_file(file)) return file;
    }
    return std::nullopt;
}

ProgramOutput run_program(const fs::path& program, const std::vector<std::string>& arguments, std::string_view input,
                          const Limits& limits) {
    Scratch streams[3];
    streams[0].write(input);
    const pid_t child = spawn(program, arguments, streams);
    ProgramOutput out;
    out.status = wait_for(child, program.filename().string(), streams[1], limits);
    out.output = streams[1].read();
    out.messages = streams[2].read();
    return out;
}

} // namespace zhitu
