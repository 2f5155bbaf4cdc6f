#include "app.hpp"

#include "commands.hpp"
#include "help.hpp"
#include "language.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iostream>
#include <numeric>
#include <utility>

namespace zhitu::cli {
namespace {

struct Ready {
    CLI::App* app;
    Run run;
};

void add_language(CLI::App& app, std::string& language, const char* group) {
    app.add_option("--lang", language,
                   "Language of names and headings: zh or en; without it tables on the screen "
                   "follow the locale, files are Chinese")
        ->type_name("LANG")
        ->check(CLI::IsMember({"zh", "en"}))
        ->group(group);
}

Ready add_command(CLI::App& program, const Command& command, std::string& language) {
    CLI::App* app = program.add_subcommand(std::string(command.name), std::string(command.summary));
    app->set_help_flag("-h,--help", "Show this help")->group("Common options");
    app->formatter_fn([&command](const CLI::App* self, const std::string&, CLI::AppFormatMode) {
        return command_help(command, *self);
    });
    Run run = command.setup(*app);
    add_language(*app, language, "Common options");
    return {app, std::move(run)};
}

Context context_of(const std::string& language) {
    if (language.empty()) return {language_of_environment(), Language::zh};
    const Language chosen = language == "en" ? Language::en : Language::zh;
    return {chosen, chosen};
}

/// Single-character insertions, deletions and replacements from `a` to `b` (Levenshtein). O(|a| |b|).
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row.back();
}

Error unknown_command(std::string_view word) {
    const auto all = commands();
    const auto distance = [&](const Command& command) { return edit_distance(word, command.name); };
    const auto nearest = std::min_element(all.begin(), all.end(),
                                          [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    const std::string guess = distance(*nearest) <= 3 ? fmt::format("did you mean `{}`? ", nearest->name) : "";
    return {ErrorCode::usage, fmt::format("there is no command '{}'", word), guess + "see `zhitu --help`"};
}

/// The parser's message in the manner of ours: small first letter, unless a name begins it.
std::string problem_of(const CLI::ParseError& error) {
    std::string text = error.what();
    const bool word = text.size() > 1 && std::islower(static_cast<unsigned char>(text[1])) != 0;
    if (word) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

Error usage_error(const CLI::App& program, const CLI::ParseError& error, int argc, const char* const* argv) {
    const auto chosen = program.get_subcommands();
    if (!chosen.empty())
        return {ErrorCode::usage, problem_of(error), fmt::format("see `zhitu {} --help`", chosen.front()->get_name())};
    const auto word = std::find_if(argv + 1, argv + argc, [](std::string_view argument) {
        return !argument.starts_with("-") && argument != "zh" && argument != "en";
    });
    if (word != argv + argc) return unknown_command(*word);
    return {ErrorCode::usage, argc == 1 ? "no command is given" : problem_of(error), "see `zhitu --help`"};
}

} // namespace

Status run(int argc, const char* const* argv) {
    CLI::App program("", "zhitu");
    std::string language;
    std::vector<Ready> ready;
    program.require_subcommand(1);
    program.set_help_flag("-h,--help", "Show this help");
    program.set_version_flag("--version", "zhitu " ZHITU_VERSION, "Show the version");
    program.formatter_fn(
        [](const CLI::App* self, const std::string&, CLI::AppFormatMode) { return program_help(commands(), *self); });
    add_language(program, language, "Options");
    for (const Command& command : commands()) ready.push_back(add_command(program, command, language));
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& answered) {
        program.exit(answered, std::cout, std::cerr);
        return Status::done;
    } catch (const CLI::ParseError& error) {
        throw usage_error(program, error, argc, argv);
    }
    const auto chosen = std::find_if(ready.begin(), ready.end(), [](const Ready& one) { return one.app->parsed(); });
    return chosen->run(context_of(language));
}

} // namespace zhitu::cli
