#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace zhitu {
namespace {

std::string message(const std::string& problem, const std::string& hint, const Place& place) {
    std::string line = place.text();
    if (!line.empty()) line += ": ";
    line += problem;
    if (!hint.empty()) line += "; " + hint;
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

} // namespace

std::string Place::text() const {
    std::string out = file;
    if (line != 0) out += fmt::format("{}{}", out.empty() ? "line " : ":", line);
    if (line != 0 && column != 0) out += fmt::format(":{}", column);
    return out;
}

Error::Error(ErrorCode code, std::string problem, std::string hint, Place place)
    : std::runtime_error(message(problem, hint, place))
    , code_(code)
    , problem_(std::move(problem))
    , hint_(std::move(hint))
    , place_(std::move(place)) {}

Error Error::at(Place place) const {
    return {code_, problem_, hint_, std::move(place)};
}

Place place_of(std::string_view text, std::size_t offset, std::string file) {
    Place place{std::move(file), 1, 1};
    for (const char byte : text.substr(0, std::min(offset, text.size()))) {
        if (byte == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            ++place.column;
        }
    }
    return place;
}

} // namespace zhitu
