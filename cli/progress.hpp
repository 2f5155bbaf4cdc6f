// A bar on standard error while many files are read.
#pragma once

#include <cstddef>
#include <string_view>

namespace zhitu::cli {

/// Shows how many of `total` are done; silent where standard error is no terminal or there is only one. The bar goes
/// when the object does, so that messages never stand behind it.
class Progress {
  public:
    explicit Progress(std::size_t total);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    /// Draws the bar with `done` of the total, and what comes next.
    void show(std::size_t done, std::string_view next);
    /// Takes the bar away, for a message; the next `show` brings it back.
    void clear();

  private:
    std::size_t total_;
    bool visible_;
};

} // namespace zhitu::cli
