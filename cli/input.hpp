// The GRAPH of a command: a graph file or a paper.
#pragma once

#include "progress.hpp"
#include "status.hpp"

#include <zhitu/importers/importer.hpp>

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace zhitu::cli {

struct Input {
    std::string path;
    std::string format;             // by extension and content where empty
    std::vector<std::string> packs; // folders, on top of the built-in packs
};

/// Adds the argument GRAPH and the options --input-format and --pack.
void add_input(CLI::App& app, Input& input);
/// Adds these options alone.
void add_input_format(CLI::App& app, std::string& format);
void add_packs(CLI::App& app, std::vector<std::string>& folders);

/// The built-in packs and those in `folders`. Throws Error (bad_input) for what cannot be used, rules too.
[[nodiscard]] std::shared_ptr<const Pack> packs_in(const std::vector<std::string>& folders);

/// The options of reading `input`; warnings go to standard error. Throws Error.
[[nodiscard]] ImportOptions import_options(const Input& input);

/// Adds the option --jobs, for commands that read many files.
void add_jobs(CLI::App& app, std::size_t& jobs);

/// Options of an import that tells warnings and, of several files, the errors of bad ones on standard error, and shows
/// its progress; `status` becomes that of a bad file. The arguments must outlive them.
[[nodiscard]] ImportOptions telling_options(std::size_t files, Progress& progress, Status& status);

/// The graph of `input`; its warnings go to standard error. Throws Error.
[[nodiscard]] Graph load(const Input& input);

} // namespace zhitu::cli
