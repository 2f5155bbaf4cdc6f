// The GRAPH of a command: a graph file or a paper.
#pragma once

#include "progress.hpp"
#include "status.hpp"

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

/// Adds the option --jobs, for commands that read many files.
void add_jobs(CLI::App& app, std::size_t& jobs);

/// Options of an import that tells warnings and, of several files, the errors of bad ones on standard error, and shows
/// its progress; `status` becomes that of a bad file. The arguments must outlive them.
[[nodiscard]] ImportOptions telling_options(std::size_t files, Progress& progress, Status& status);

/// The graph of `input`; its warnings go to standard error. Throws Error.
[[nodiscard]] Graph load(const Input& input);

} // namespace zhitu::cli
