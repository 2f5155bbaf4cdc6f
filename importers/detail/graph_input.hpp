// What the reader of a graph format is given.
#pragma once

#include <zhitu/base/byte_source.hpp>
#include <zhitu/importers/detail/pending_ends.hpp>
#include <zhitu/importers/importer.hpp>

namespace zhitu::detail {

struct GraphInput {
    ByteSource& text; // UTF-8, no byte order mark; from the begin
    const ImportOptions& options;
    GraphBuilder& builder;
    PendingEnds& ends; // nodes that edges name and that may come later, in another file too

    void warn(const std::string& line) const {
        if (options.warning) options.warning(line);
    }
};

} // namespace zhitu::detail
