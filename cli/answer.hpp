// What a command answers, in every form that it can be asked for.
#pragma once

#include "command.hpp"
#include "table.hpp"

#include <zhitu/graph/subgraph.hpp>
#include <zhitu/queries/words.hpp>

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace zhitu::cli {

/// Where an answer goes, and in which form.
struct Output {
    std::string path = "-";
    std::string format; // by the extension of `path` where empty, `table` on standard output
};

/// What else an answer can be written as.
enum class Forms { tables, tables_and_exports };

/// Adds -o alone.
void add_output_file(CLI::App& app, std::string& path);
/// Adds -o and --format.
void add_output(CLI::App& app, Output& output, Forms forms);

/// The language of a text for people, and the columns that it may take.
struct Screen {
    Language language = Language::zh;
    std::size_t columns = 0;
};

/// Each form is made only when it is asked for. Without `table` or `text` these forms come from the other; without
/// `json` it is the node-link JSON of `part`, else the table.
struct Answer {
    std::function<Table(Language)> table;                   // csv, md
    std::function<void(std::ostream&, const Screen&)> text; // table
    std::function<Json()> json;                             // json
    std::optional<Subgraph> part;                           // every export format
    const Schema* schema = nullptr;                         // names of columns
};

/// Writes the answer. Throws Error (usage for an unknown form, output).
void give(const Answer& answer, const Output& output, const Context& context);

/// Words for <zhitu/queries/words.hpp> out of the messages.
[[nodiscard]] Words words_in(Language language);

} // namespace zhitu::cli
