#include "walk_options.hpp"

#include <CLI/CLI.hpp>

#include <map>

namespace zhitu::cli {

void add_walk(CLI::App& app, Direction& direction, std::vector<std::string>& edge_types,
              std::vector<std::string>& node_types) {
    static const std::map<std::string, Direction> directions{
        {"out", Direction::out}, {"in", Direction::in}, {"both", Direction::both}};
    app.add_option_function<std::string>(
           "--direction", [&direction](const std::string& name) { direction = directions.at(name); },
           "Which way edges are walked: out, in or both")
        ->check(CLI::IsMember(directions))
        ->type_name("WAY")
        ->default_str("both");
    app.add_option("--edge-type", edge_types, "Only over edges of these types, parted by commas or blanks")
        ->type_name("TYPE")
        ->delimiter(',');
    app.add_option("--node-type", node_types, "Only to nodes of these types, likewise")
        ->type_name("TYPE")
        ->delimiter(',');
}

} // namespace zhitu::cli
