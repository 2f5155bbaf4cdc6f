// What shapes and lengths weigh, in nats. Used by the proposers of candidates.
#pragma once

#include <zhitu/importers/text/document.hpp>

#include <algorithm>

namespace zhitu::text {

/// A longer name is less often a chance hit.
[[nodiscard]] inline double length_weight(Range range) {
    return 0.35 * std::min<double>(range.size(), 14);
}

/// A shape that is hardly ever wrong outweighs all that could be found inside it.
[[nodiscard]] inline double shape_weight(Range range) {
    return 4.0 + 2.0 * range.size();
}

} // namespace zhitu::text
