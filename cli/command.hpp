// What a command of the program is.
#pragma once

#include "status.hpp"

#include <zhitu/graph/schema.hpp>

#include <functional>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace zhitu::cli {

/// The languages of one run. What is shown on the screen follows `--lang`, else the locale; what others read (files,
/// CSV, Markdown) follows `--lang`, else is Chinese, so that the same command writes the same bytes everywhere.
struct Context {
    Language screen = Language::zh;
    Language files = Language::zh;
};

/// Does the work with the options that `Command::setup` bound. Throws Error.
using Run = std::function<Status(const Context&)>;

struct Example {
    std::string_view line;   // without the leading `zhitu`
    std::string_view effect; // half a sentence
};

/// One command: everything that help, docs and tests say of it.
struct Command {
    std::string_view name;
    std::string_view summary;     // half a line, without full stop
    std::string_view description; // paragraphs, parted by line breaks
    std::vector<Example> examples;
    Run (*setup)(CLI::App& app); // adds the options and binds them to what it returns
};

} // namespace zhitu::cli
