// What a document says against its own apparatus: citation marks, the list of references, announced numbers.
//
// Works on what the reader left in the graph: citations (CITES), entries (Reference), years and numbers of bodies, and
// the marks and announced lists of a Document (<zhitu/graph/noted_span.hpp>). A graph without them has no findings.
#pragma once

#include <zhitu/graph/graph.hpp>
#include <zhitu/queries/table.hpp>
#include <zhitu/queries/words.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace zhitu {

enum class Severity { note, warning, error };

/// `note`, `warning`, `error`.
[[nodiscard]] std::string_view name_of(Severity severity);
[[nodiscard]] std::optional<Severity> severity_named(std::string_view name);

/// What was found. The codes, and what `said` and `entry_says` are:
///
/// | code             | severity      |                                                                               |
/// | ---------------- | ------------- | ----------------------------------------------------------------------------- |
/// | `wrong-entry`    | error         | a mark right behind a title (said) has another's entry; `fitting` is its own  |
/// |                  | warning       | likewise, of a mark farther behind in the sentence                            |
/// | `other-title`    | note          | the entry of a mark right behind a title (said) is called otherwise           |
/// | `inexact-title`  | warning       | a title (said) lacks, or has too many, a character or two of its entry's      |
/// | `year`           | warning, note | the year of a policy (said) is not that of its entry; a note where the entry  |
/// |                  |               | is of the year that follows, when it may have been published                  |
/// | `bodies`         | warning       | the number of bodies (said) is not that of the entry's title                  |
/// | `uncounted`      | note          | bodies without number (said) where the entry's title has one                  |
/// | `never-cited`    | warning       | no mark cites an entry (said: its number)                                     |
/// | `no-entry`       | error         | the list has no entry for a mark (said: its number)                           |
/// | `count`          | warning       | a list is announced with a number (said) and has another (entry_says)         |
struct Finding {
    std::string_view code = {};
    Severity severity = Severity::note;
    Evidence place = {};                // the quote that it rests on
    std::string said = {};              // what the text says
    std::string entry_says = {};        // what stands against it
    std::optional<NodeId> thing = {};   // the policy
    std::optional<NodeId> entry = {};   // the entry that is cited
    std::optional<NodeId> fitting = {}; // the entry that fits
};

/// In order of documents, place in the text, code. O(policies · entries · length³ of titles) at worst; titles are
/// short.
[[nodiscard]] std::vector<Finding> audit(const Graph& graph);

/// The finding as a sentence, by the message `audit.CODE`.
[[nodiscard]] std::string finding_in_words(const Graph& graph, const Finding& finding, const Words& words);

/// `[12] TITLE` of an entry.
[[nodiscard]] std::string entry_in_words(const Graph& graph, NodeId entry);

/// One row a finding: severity, code, place, finding, entry that fits, quote.
[[nodiscard]] Table to_table(const Graph& graph, const std::vector<Finding>& findings, const Words& words);

} // namespace zhitu
#pragma GCC visibility pop
