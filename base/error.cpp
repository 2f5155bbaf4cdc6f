#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <algorithm>

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

void Position::advance(std::string_view text) {
    if (const auto breaks = std::count(text.begin(), text.end(), '\n'); breaks != 0) {
        line += static_cast<std::size_t>(breaks);
        column = 1;
        text.remove_prefix(text.rfind('\n') + 1);
    }
    column += static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

Place place_of(std::string_view text, std::size_t offset, std::string file) {
    Position position;
    position.advance(text.substr(0, std::min(offset, text.size())));
    return position.in(std::move(file));
}

} // namespace zhitu
