// Papers for the tests of their reader: texts in, edges as words out.
#pragma once

#include "support/temporary_folder.hpp"

#include <zhitu/graph/graph.hpp>

#include <string>
#include <string_view>
#include <vector>

/// The edges of a paper as "ISSUED 国务院 -> 甲规划", sorted.
std::vector<std::string> edges_of(std::string_view text);
std::vector<std::string> edges_of(const zhitu::Graph& graph);

/// The properties of its nodes that the reader found as "Policy 甲规划: year=2021", sorted.
std::vector<std::string> properties_of(std::string_view text);

/// The first node of a type that is called so. Fails the test where there is none.
zhitu::NodeId node_named(const zhitu::Graph& graph, std::string_view type, std::string_view name);

/// The graph as node-link JSON.
std::string json_of(const zhitu::Graph& graph);

/// A file of the source tree, by its path from the root.
std::string read_source(std::string_view path);

/// `utf8` in an encoding that ICU knows, behind a byte order mark.
std::string in_encoding(std::string_view utf8, const char* encoding, std::string_view mark);
