// From JSON as it was parsed to values, evidence and documents of a graph.
#pragma once

#include <zhitu/graph/evidence.hpp>
#include <zhitu/graph/graph.hpp>
#include <zhitu/graph/value.hpp>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::detail {

/// An object becomes its JSON text, since a graph stores no maps. Throws Error (bad_input) for an integer that does not
/// fit 64 bits.
[[nodiscard]] Value value_of(const nlohmann::json& json);

/// A string as it is, a number as its digits: what an id may be.
[[nodiscard]] std::optional<std::string> id_of(const nlohmann::json& json);

/// The entries of an array of evidence; none where `json` is not one. Every entry must be an object with a string
/// `quote`.
[[nodiscard]] std::optional<std::vector<Evidence>> evidence_of(const nlohmann::json& json);
/// The same from its text.
[[nodiscard]] std::optional<std::vector<Evidence>> parse_evidence(std::string_view text);

/// The documents of an array of objects with id, title, file; others are left out.
[[nodiscard]] std::vector<DocumentInfo> documents_of(const nlohmann::json& json);

/// Parsed without exceptions; a discarded value where `text` is no JSON.
[[nodiscard]] nlohmann::json parse_json(std::string_view text);

} // namespace zhitu::detail
