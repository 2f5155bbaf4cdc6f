#include <zhitu/importers/detail/csv_rows.hpp>

#include <zhitu/base/error.hpp>

#include <algorithm>

namespace zhitu::detail {

bool CsvRows::next() {
    while (at_ < window_.text().size() || !window_.complete()) {
        const std::size_t end = at_ < window_.text().size() ? take_row(at_) : none;
        if (end != none) {
            position_ = window_.next_position(at_);
            at_ = end;
            decode();
            return true;
        }
        window_.more(at_);
        at_ = 0;
    }
    return false;
}

std::size_t CsvRows::take_row(std::size_t at) {
    const std::string_view text = window_.text();
    cells_.clear();
    for (bool more = true; more && at != none;) {
        if (at == text.size() && !window_.complete()) return none;
        cells_.push_back({{}, at});
        at = at < text.size() && text[at] == '"' ? take_quoted(at) : take_plain(at);
        if (at != none) at = take_separator(at, more);
    }
    return at;
}

std::size_t CsvRows::take_quoted(std::size_t at) {
    const std::string_view text = window_.text();
    CsvCell& cell = cells_.back();
    cell.quoted = true;
    for (std::size_t quote = text.find('"', at + 1); quote != none; quote = text.find('"', quote + 2)) {
        if (quote + 1 == text.size() && !window_.complete()) return none;
        if (quote + 1 == text.size() || text[quote + 1] != '"') {
            cell.text = text.substr(at + 1, quote - at - 1);
            return quote + 1;
        }
        cell.doubled = true;
    }
    if (!window_.complete()) return none;
    throw Error(ErrorCode::bad_input, "a quoted cell is never closed", "close it with \", and write \" in it as \"\"",
                window_.position(at).in({}));
}

std::size_t CsvRows::take_plain(std::size_t at) {
    const std::string_view text = window_.text();
    std::size_t end = text.find_first_of(",\n", at);
    if (end == none && !window_.complete()) return none;
    end = std::min(end, text.size());
    if (end > at && text[end - 1] == '\r' && end < text.size() && text[end] == '\n') --end;
    cells_.back().text = text.substr(at, end - at);
    return end;
}

std::size_t CsvRows::take_separator(std::size_t at, bool& more) {
    const std::string_view rest = window_.text().substr(at);
    if (rest.size() < 2 && !window_.complete()) return none;
    more = rest.starts_with(',');
    if (rest.empty()) return at;
    if (more || rest.starts_with('\n')) return at + 1;
    if (rest.starts_with("\r\n")) return at + 2;
    throw Error(ErrorCode::bad_input, "text behind a quoted cell", "write \" in it as \"\"",
                window_.position(at).in({}));
}

void CsvRows::decode() {
    std::size_t room = 0;
    for (const CsvCell& cell : cells_) room += cell.doubled ? cell.text.size() : 0;
    decoded_.clear();
    decoded_.reserve(room);
    for (CsvCell& cell : cells_) {
        if (!cell.doubled) continue;
        const std::size_t begin = decoded_.size();
        for (std::size_t i = 0; i < cell.text.size(); ++i) {
            decoded_ += cell.text[i];
            if (cell.text[i] == '"') ++i;
        }
        cell.text = std::string_view(decoded_).substr(begin);
    }
}

} // namespace zhitu::detail
