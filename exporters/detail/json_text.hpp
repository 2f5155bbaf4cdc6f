// JSON as text, appended to a string: the JSON exporter and the evidence columns of tables are made of it.
#pragma once

#include <zhitu/graph/graph.hpp>

#include <span>
#include <string>
#include <string_view>

namespace zhitu::detail {

/// A string with its quotes (RFC 8259, section 7). Only what must be escaped is; ill-formed UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text);

/// Any value. A double keeps its point, so that it reads back as one; a number that is not finite becomes null.
void append_json_value(std::string& out, const Value& value);

/// The array of all entries: document, section, start, end, line where known, mention where there is one, quote.
void append_json_evidence(std::string& out, std::span<const EvidenceView> evidence);

/// The array of all documents: id, title, file.
void append_json_documents(std::string& out, std::span<const DocumentInfo> documents);

/// Whether a property is worth writing: neither null nor a number that is not finite.
[[nodiscard]] bool is_writable(const Value& value);

} // namespace zhitu::detail
