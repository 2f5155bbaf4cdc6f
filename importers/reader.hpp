// The reader of papers: text in, typed graph with evidence out, in four stages that can each be printed.
#pragma once

#include <zhitu/importers/importer.hpp>
#include <zhitu/packs/pack.hpp>

#include <iosfwd>
#include <span>
#include <string_view>

#pragma GCC visibility push(default)
namespace zhitu {

/// A stage of reading: its name for `--stage`, and what prints its result as JSON lines.
struct Stage {
    std::string_view name; // layout, mentions, relations, resolve
    std::string_view description;
    void (*print)(std::string_view text, std::string_view file, const Pack& pack, std::ostream& out);
};

/// The four stages, in order.
[[nodiscard]] std::span<const Stage> stages();

/// How one sentence is read: its clauses with modality and actor, every mention with what speaks for it, and every
/// rule that fired, as text for people.
void explain(std::string_view sentence, const Pack& pack, std::ostream& out);

/// Sentences that name a policy, a firm or a figure and gave no edge, one a line: `FILE:LINE: sentence`.
void print_unread(std::string_view text, std::string_view file, const Pack& pack, std::ostream& out);

} // namespace zhitu
#pragma GCC visibility pop
