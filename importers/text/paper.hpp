// Papers as an import format: plain text and Markdown.
#pragma once

#include <zhitu/importers/importer.hpp>

namespace zhitu::text {

/// Adds what a paper says to `builder`. Never refuses a text; what cannot be read gives no facts.
void read_paper(std::string_view utf8, std::string_view file, const ImportOptions& options, GraphBuilder& builder);

} // namespace zhitu::text
