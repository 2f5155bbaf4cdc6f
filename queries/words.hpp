// Answers in words: paths, and where a quote stands.
#pragma once

#include <zhitu/graph/graph.hpp>
#include <zhitu/queries/paths.hpp>

#include <functional>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace zhitu {

/// From the key of a message ("report.policies") to its text in the language of the reader; the key where there is
/// none.
using Messages = std::function<std::string(std::string_view key)>;

struct Words {
    Language language = Language::zh;
    Messages messages = [](std::string_view key) { return std::string(key); };
};

/// What an edge type is called; `broader_type` is the message `step.broader`.
[[nodiscard]] std::string step_in_words(const Graph& graph, Step step, const Words& words);

/// A node's name; with the property `year`, where it has one that the name does not tell, by the message
/// `name.with_year` ("{} ({})").
[[nodiscard]] std::string name_in_words(const Graph& graph, NodeId node, const Words& words);

/// `A ─supports→ B ←part of─ C`: the arrow points as the edge does.
[[nodiscard]] std::string path_in_words(const Graph& graph, const Path& path, const Words& words);

/// `FILE:LINE` of a span; the document's id where no file is known, without a line where that is unknown. O(documents).
[[nodiscard]] std::string place_in_words(const Graph& graph, const EvidenceView& evidence);

} // namespace zhitu
#pragma GCC visibility pop
