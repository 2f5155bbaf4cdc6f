// Which documents the parts of a merge have, and what each is called among all.
#pragma once

#include <zhitu/graph/detail/merge_part.hpp>

#include <map>
#include <span>
#include <utility>
#include <vector>

namespace zhitu::detail {

struct MergedDocuments {
    std::vector<DocumentInfo> all; // in the order of the merge
    /// The place in `all` of each document of each part, beside `MergePart::documents`.
    std::vector<std::vector<std::uint32_t>> numbers;
};

/// Documents of one title and the same passages are one; others of one id get ids of their own. Does not depend on the
/// order of the parts. O(documents log documents), and the passages of documents that share a title.
[[nodiscard]] MergedDocuments merge_documents(std::span<const MergePart> parts, const Pools& pools);

} // namespace zhitu::detail
