// What a node or an edge rests on: spans of a document with their quotes (terms of the W3C Web Annotation model).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#pragma GCC visibility push(default)
namespace zhitu {

/// One contiguous span. Offsets count Unicode code points in the decoded file, the end is exclusive.
struct Evidence {
    std::string document; // id of the document
    std::string section;  // number of the section: "0" for front matter, "2.1", "refs"
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t line = 0;                                         // of `start`, from 1; 0 where unknown
    std::string quote;                                              // the text of the span, with layout taken out
    std::optional<std::pair<std::uint32_t, std::uint32_t>> mention; // offsets of the name itself

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// The same, as a view into a graph's storage: valid as long as the graph.
struct EvidenceView {
    std::string_view document;
    std::string_view section;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t line = 0;
    std::string_view quote;
    std::optional<std::pair<std::uint32_t, std::uint32_t>> mention;

    [[nodiscard]] Evidence copy() const {
        return {std::string(document), std::string(section), start, end, line, std::string(quote), mention};
    }
};

/// Valid as long as `evidence`.
[[nodiscard]] inline EvidenceView view_of(const Evidence& evidence) {
    return {evidence.document, evidence.section, evidence.start,  evidence.end,
            evidence.line,     evidence.quote,   evidence.mention};
}

} // namespace zhitu
#pragma GCC visibility pop
