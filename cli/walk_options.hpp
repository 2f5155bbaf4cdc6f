// The options of commands that walk along edges.
#pragma once

#include <zhitu/graph/algorithms/walk.hpp>

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace zhitu::cli {

/// Adds --direction, --edge-type and --node-type.
void add_walk(CLI::App& app, Direction& direction, std::vector<std::string>& edge_types,
              std::vector<std::string>& node_types);

} // namespace zhitu::cli
