// The GRAPH of a command: a graph file or a paper.
#pragma once

#include <zhitu/importers/importer.hpp>

#include <string>

namespace CLI {
class App;
}

namespace zhitu::cli {

struct Input {
    std::string path;
    std::string format; // by extension and content where empty
};

/// Adds the argument GRAPH and the option --input-format.
void add_input(CLI::App& app, Input& input);
/// Adds the option --input-format alone.
void add_input_format(CLI::App& app, std::string& format);

/// The graph of `input`; its warnings go to standard error. Throws Error.
[[nodiscard]] Graph load(const Input& input);

} // namespace zhitu::cli
