#include "help.hpp"

#include <zhitu/base/unicode.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace zhitu::cli {
namespace {

constexpr std::size_t columns = 80;
constexpr std::size_t indent = 2;

constexpr std::string_view exit_status = R"(
Exit status:
  0  done; an answer without a path or pair is done too
  1  the answer is negative: a check has findings, or graphs differ
  2  wrong usage: an unknown command, option, format or name
  3  an input file cannot be used
  4  a limit was reached
  5  the output could not be written
)";

/// `text` in lines of at most `columns`, all but the first behind `margin` blanks; line breaks in it stay.
std::string wrap(std::string_view text, std::size_t margin) {
    std::string out;
    std::size_t used = margin;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        const std::string_view word = text.substr(0, end);
        const bool fresh = out.empty() || out.back() == '\n' || used == margin;
        if (!fresh && used + 1 + display_width(word) > columns) {
            out += '\n' + std::string(margin, ' ');
            used = margin;
        } else if (!fresh) {
            out += ' ';
            ++used;
        }
        out += word;
        used += display_width(word);
        if (end < text.size() && text[end] == '\n') {
            out += '\n' + std::string(margin, ' ');
            used = margin;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

using Entry = std::pair<std::string, std::string>; // what is typed, what it does

std::string entries(std::string_view heading, const std::vector<Entry>& list) {
    if (list.empty()) return {};
    std::size_t width = 0;
    for (const Entry& entry : list) width = std::max(width, display_width(entry.first));
    width = std::min<std::size_t>(width, 26);
    const std::size_t margin = indent + width + 2;
    std::string out = fmt::format("\n{}:\n", heading);
    for (const auto& [left, right] : list) {
        out += std::string(indent, ' ') + left;
        const std::size_t used = display_width(left);
        out += used > width ? '\n' + std::string(margin, ' ') : std::string(width + 2 - used, ' ');
        out += wrap(right, margin) + '\n';
    }
    return out;
}

Entry entry_of(const CLI::Option& option) {
    std::string left = option.get_positional() ? option.get_name(true) : option.get_name(false, true);
    if (const std::size_t comma = left.find(','); comma != std::string::npos) left.insert(comma + 1, " ");
    if (!option.get_positional() && option.get_expected_max() > 0) {
        const std::string type = option.get_type_name(); // NAME, or NAME:CHECK
        left += ' ' + type.substr(0, type.find(':'));
    }
    if (option.get_expected_max() > 1) left += "...";
    std::string right = option.get_description();
    if (!option.get_default_str().empty()) right += fmt::format(" (default: {})", option.get_default_str());
    return {left, right};
}

enum class Part { arguments, own, common };

Part part_of(const CLI::Option& option) {
    if (option.get_positional()) return Part::arguments;
    return option.get_group() == "Options" ? Part::own : Part::common;
}

std::vector<Entry> entries_of(const CLI::App& app, Part part) {
    std::vector<Entry> out;
    for (const CLI::Option* option : app.get_options())
        if (part_of(*option) == part) out.push_back(entry_of(*option));
    return out;
}

std::string usage(const Command& command, const CLI::App& app) {
    std::string line = fmt::format("Usage: zhitu {} [OPTIONS]", command.name);
    for (const CLI::Option* option : app.get_options()) {
        if (!option->get_positional()) continue;
        const std::string name = option->get_name(true) + (option->get_expected_max() > 1 ? "..." : "");
        line += option->get_required() ? ' ' + name : fmt::format(" [{}]", name);
    }
    return line + '\n';
}

std::string examples(const Command& command) {
    std::string out = "\nExamples:\n";
    for (const Example& example : command.examples)
        out += fmt::format("  zhitu {}\n      {}\n", example.line, wrap(example.effect, 6));
    return out;
}

} // namespace

std::string command_help(const Command& command, const CLI::App& app) {
    return fmt::format("zhitu {}: {}\n\n{}\nDescription:\n  {}\n{}{}{}{}{}", command.name, command.summary,
                       usage(command, app), wrap(command.description, indent),
                       entries("Arguments", entries_of(app, Part::arguments)),
                       entries("Options", entries_of(app, Part::own)),
                       entries("Common options", entries_of(app, Part::common)), examples(command), exit_status);
}

std::string program_help(std::span<const Command> commands, const CLI::App& app) {
    std::vector<Entry> list;
    for (const Command& command : commands) list.emplace_back(command.name, command.summary);
    constexpr std::string_view about =
        "Turns policy and industry papers into a graph in which every edge shows the sentence it rests on, answers "
        "questions about it, and hands it on.\n"
        "GRAPH is a graph file or a paper, which is then read on the way; `-` is standard input. NAME is a name, an "
        "alias or an id. Data goes to standard output or to the file of -o, messages to standard error.";
    return fmt::format("zhitu: typed knowledge graphs of policy papers\n\nUsage: zhitu COMMAND [OPTIONS] ...\n\n"
                       "Description:\n  {}\n{}{}\n`zhitu COMMAND --help` tells more of each.\n{}",
                       wrap(about, indent), entries("Commands", list), entries("Options", entries_of(app, Part::own)),
                       exit_status);
}

} // namespace zhitu::cli
