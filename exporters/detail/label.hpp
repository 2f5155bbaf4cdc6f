// Names and quotes as pictures and tables show them.
#pragma once

#include <zhitu/graph/evidence.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace zhitu::detail {

/// `text` on one line, cut to `columns` of a terminal (a wide character takes two).
[[nodiscard]] std::string short_label(std::string_view text, std::size_t columns = 48);

/// `text` in at most `lines` lines of at most `columns`, with `\n` between them. Lines break at blanks and beside wide
/// characters; a longer word is cut, and an ellipsis stands for what is left out.
[[nodiscard]] std::string wrapped_label(std::string_view text, std::size_t columns = 24, std::size_t lines = 4);

/// All quotes, in order, joined by ` … `.
[[nodiscard]] std::string joined_quotes(std::span<const EvidenceView> evidence);

} // namespace zhitu::detail
