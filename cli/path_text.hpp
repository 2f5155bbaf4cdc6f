// Paths for people: in words, with the sentences that they rest on.
#pragma once

#include "answer.hpp"

#include <zhitu/queries/paths.hpp>

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace zhitu::cli {

/// Where a sentence stands and what it says.
struct Quote {
    std::string place; // FILE:LINE
    std::string text;
};

/// At most two quotes a step (one may stand for the end that is carried over), none twice, in order of the steps.
[[nodiscard]] std::vector<Quote> quotes_of(const Graph& graph, std::span<const Step> steps);

/// The quotes as a list of `FILE:LINE "quote"`, for a field of a table.
[[nodiscard]] Value quotes_value(const std::vector<Quote>& quotes);

/// The path in words and, below it, a line a quote, all behind `indent` blanks. Only quotes are cut to the screen.
void write_path(const Graph& graph, const Path& path, const Screen& screen, std::size_t indent, std::ostream& out);

/// Lines of quotes with their places aligned.
void write_quotes(const std::vector<Quote>& quotes, const Screen& screen, std::size_t indent, std::ostream& out);

/// The steps as JSON: `[{"edge": "e3", "forward": true}]`, with the keys that the node-link JSON gives to edges; null
/// for a step that the graph does not have.
[[nodiscard]] Json steps_json(std::span<const Step> steps);

/// The key of an edge in the node-link JSON.
[[nodiscard]] std::string edge_key(EdgeId edge);

} // namespace zhitu::cli
