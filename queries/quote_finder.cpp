#include <zhitu/queries/quote_finder.hpp>

#include <zhitu/queries/detail/likeness.hpp>

#include <algorithm>

namespace zhitu {

QuoteFinder::QuoteFinder(std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        begins_.push_back(text_.size());
        text_ += detail::squeeze(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

std::optional<std::size_t> QuoteFinder::line_of(std::string_view quote) const {
    const std::size_t at = text_.find(detail::squeeze(quote));
    if (at == std::string::npos) return std::nullopt;
    const auto behind = std::upper_bound(begins_.begin(), begins_.end(), at);
    return static_cast<std::size_t>(behind - begins_.begin());
}

} // namespace zhitu
