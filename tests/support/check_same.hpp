// Two graphs compared inside a test.
#pragma once

#include <zhitu/graph/graph.hpp>

/// Every difference of two graphs is a failed check of the test at hand. Nodes and edges must have the same order.
void check_same(const zhitu::Graph& a, const zhitu::Graph& b);
/// The same, but for the title and the documents.
void check_same_content(const zhitu::Graph& a, const zhitu::Graph& b);
