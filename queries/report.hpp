// A graph on one page of Markdown: what it holds, policies by year, cases, the strongest links with their quotes,
// challenges with the recommendations that answer them, what the audit found, and what hangs loose.
#pragma once

#include <zhitu/graph/graph.hpp>
#include <zhitu/queries/links.hpp>
#include <zhitu/queries/words.hpp>

#include <cstddef>
#include <string>

#pragma GCC visibility push(default)
namespace zhitu {

struct ReportOptions {
    Words words = {}; // texts: keys `report.*`, `audit.*`, `severity.*`, `step.broader` of packs/policy/messages.json
    LinksOptions links = {}; // `limit` pairs are shown
};

/// Ends with a line feed. A chapter without content is left out. Cost and errors as `links`.
[[nodiscard]] std::string report(const Graph& graph, const ReportOptions& options = {});

} // namespace zhitu
#pragma GCC visibility pop
