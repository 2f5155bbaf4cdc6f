// Graphs that tests of several parts share.
#pragma once

#include <zhitu/graph/graph.hpp>

#include <string>
#include <vector>

/// Policies, firms and a case, in Chinese: parallel edges, a loop, a symmetric relation, evidence of several spans.
zhitu::Graph sample_graph();

/// Strings that break careless writers; all of them can stand in XML.
std::vector<std::string> nasty_strings();

/// A graph whose names, aliases, properties and quotes are `strings`, one node and one edge each.
zhitu::Graph graph_of_strings(const std::vector<std::string>& strings);

/// What strings of a random graph are made of: all of Unicode, or what XML 1.0 can hold.
enum class Alphabet { unicode, xml };

/// Any mixture of types, labels, parallel edges, loops, values of all kinds, odd property names and evidence.
zhitu::Graph random_graph(unsigned seed, Alphabet alphabet);
