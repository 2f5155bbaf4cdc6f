// The text form of packs: what an analyst edits. docs/packs.md describes it.
#pragma once

#include <zhitu/packs/check.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

/// How far a word of a list is to be trusted.
enum class Trust : std::uint8_t {
    word,      // a word of a class, not a term
    certain,   // a term by itself
    ambiguous, // a term where a cue supports it
    block      // a longer string that holds a term and is none
};

/// One word of a pack: a form of a term, or a member of a word class.
struct SourceEntry {
    std::string form;  // as written
    std::string group; // the node type of a term, the name of a word class
    std::string name;  // of the term's node; the value of a class word
    Trust trust = Trust::word;
    std::vector<std::pair<std::string, std::string>> properties; // of a term
    std::vector<std::string> broader;                            // names of wider terms
};

struct SourceFile {
    std::string name; // its path in the pack's folder: "rules/relations.rules"
    std::string text;
};

/// How often a rule was right and wrong where its work was compared with annotations.
struct RuleMeasure {
    std::string rule;
    std::uint32_t right = 0;
    std::uint32_t wrong = 0;
    std::uint32_t documents = 0; // in which it found anything
};

struct PackSource {
    std::vector<SourceEntry> entries;
    std::vector<SourceFile> rules = {};     // *.rules, read by the engine
    std::vector<RuleMeasure> measures = {}; // confidence.txt
};

/// Reads a pack's folder: terms/**.txt, classes/*.txt, rules/*.rules, in order of their names, and confidence.txt. What
/// cannot be used is told in `findings` and left out.
[[nodiscard]] PackSource read_pack(const std::filesystem::path& folder, std::vector<PackFinding>& findings);

} // namespace zhitu
#pragma GCC visibility pop
