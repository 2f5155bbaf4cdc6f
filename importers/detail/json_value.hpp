// From JSON to values, evidence and documents of a graph.
#pragma once

#include <zhitu/graph/evidence.hpp>
#include <zhitu/graph/graph.hpp>
#include <zhitu/graph/value.hpp>
#include <zhitu/importers/detail/json_cursor.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::detail {

/// An object becomes its JSON text, since a graph stores no maps. Throws Error (bad_input) for a number that does not
/// fit 64 bits.
[[nodiscard]] Value value_of(const JsonValue& json);

/// A string as it is, a number as its digits: what an id may be. Valid as long as the text and `scratch`.
[[nodiscard]] std::optional<std::string_view> id_of(const JsonValue& json, std::string& scratch);

/// The entries of an array of evidence; none where `json` is not one. Every entry must be an object with a string
/// `quote`.
[[nodiscard]] std::optional<std::vector<Evidence>> evidence_of(const JsonValue& json);

/// The documents of an array of objects with id, title, file; others are left out.
[[nodiscard]] std::vector<DocumentInfo> documents_of(const JsonValue& json);

/// The items of an array; none of another value.
[[nodiscard]] std::vector<JsonValue> items_of(const JsonValue& json);

/// The one value that `text` is; none where it is no JSON.
[[nodiscard]] std::optional<JsonValue> parse_json(std::string_view text);

} // namespace zhitu::detail
