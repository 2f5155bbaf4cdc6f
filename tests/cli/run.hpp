// Runs the program as a user would.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

struct Run {
    int status = 0;
    std::string out;
    std::string err;
};

/// The program with these arguments and this standard input, in the locale C unless `locale` says otherwise.
Run run_zhitu(const std::vector<std::string>& arguments, std::string_view input = {}, std::string_view locale = "C");

/// Whether the system gives terminals; says on standard output that a test is skipped where it does not.
bool has_terminal();

/// The same on a terminal of `columns` columns, which shows standard output and standard error alike (`out`).
Run run_on_terminal(const std::vector<std::string>& arguments, unsigned short columns);

/// A folder for the files of one test, removed with the object.
class Scratch {
  public:
    Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch();

    [[nodiscard]] std::string file(std::string_view name) const { return (folder_ / name).string(); }
    /// Writes a file and returns its path.
    std::string write(std::string_view name, std::string_view bytes) const;
    [[nodiscard]] std::size_t count() const;

  private:
    std::filesystem::path folder_;
};

std::string read(const std::string& path);
std::vector<std::string> lines_of(const std::string& text);

/// A small graph of policies and cases.
inline const std::string robots = ZHITU_SOURCE_DIR "/tests/data/cli/robots.json";
