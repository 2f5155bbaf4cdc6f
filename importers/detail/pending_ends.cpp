#include <zhitu/importers/detail/pending_ends.hpp>

#include <fmt/format.h>

namespace zhitu::detail {

Error PendingEnds::missing(std::string_view id, Place place) {
    return {ErrorCode::bad_input, fmt::format("an edge names the node '{}', which is not in the file", id),
            "add the node or remove the edge", std::move(place)};
}

void PendingEnds::require_all() const {
    for (const End& end : ends_)
        if (!is_marked(present_, end.node))
            throw missing(std::string_view(ids_).substr(end.id_begin, end.id_size),
                          end.position.in(end.file == 0 ? std::string() : files_[end.file - 1]));
}

} // namespace zhitu::detail
