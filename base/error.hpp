// The one exception of the library: what went wrong, where, and what to do about it.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#pragma GCC visibility push(default)
namespace zhitu {

enum class ErrorCode {
    usage,     // the call itself is wrong: an unknown name, option or format
    bad_input, // a file or text that cannot be used
    limit,     // a limit of `Limits` was reached
    output     // the result could not be written
};

/// Where in a file something is. Lines and columns count from 1, columns in code points; 0 means unknown.
struct Place {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;

    /// `FILE:LINE:COLUMN`, without the parts that are unknown.
    [[nodiscard]] std::string text() const;
};

/// Thrown by what reads or writes the outside world. `what()` is one line: `PLACE: problem; hint`.
class Error : public std::runtime_error {
  public:
    Error(ErrorCode code, std::string problem, std::string hint = {}, Place place = {});

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }
    [[nodiscard]] const Place& place() const noexcept { return place_; }
    [[nodiscard]] const std::string& problem() const noexcept { return problem_; }
    [[nodiscard]] const std::string& hint() const noexcept { return hint_; }

    /// The same error at another place, for callers that know the file's name.
    [[nodiscard]] Error at(Place place) const;

  private:
    ErrorCode code_;
    std::string problem_;
    std::string hint_;
    Place place_;
};

/// Where a walk through a text is, in lines and columns as Place counts them.
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;

    /// Moves behind `text`. O(length).
    void advance(std::string_view text);
    [[nodiscard]] Place in(std::string file) const { return {std::move(file), line, column}; }
};

/// The place of a byte offset in a text: counts lines (LF, CR LF) and columns in code points. O(offset).
[[nodiscard]] Place place_of(std::string_view text, std::size_t offset, std::string file = {});

} // namespace zhitu
#pragma GCC visibility pop
