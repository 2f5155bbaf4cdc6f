#include <zhitu/importers/detail/text_window.hpp>

#include <zhitu/base/unicode.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

namespace zhitu::detail {

TextWindow::TextWindow(ByteSource& source, LineEnds line_ends, std::size_t size)
    : source_(source)
    , line_ends_(line_ends)
    , buffer_(size) {
    more(0);
}

void TextWindow::more(std::size_t used) {
    begin_ = next_position(used);
    marked_ = begin_;
    mark_ = 0;
    dropped_ += used;
    std::memmove(buffer_.data(), buffer_.data() + used, held_ - used);
    held_ -= used;
    valid_ -= used;
    if (held_ > buffer_.size() / 2) buffer_.resize(buffer_.size() * 2); // a long token
    while (held_ < buffer_.size() && !ended_) {
        const std::size_t begin = held_;
        const std::size_t count = source_.read({buffer_.data() + begin, buffer_.size() - begin});
        held_ += count;
        ended_ = count == 0;
        if (line_ends_ == LineEnds::unified) unify_line_ends(begin);
    }
    check(valid_);
}

void TextWindow::unify_line_ends(std::size_t begin) {
    char* const end = buffer_.data() + held_;
    char* out = buffer_.data() + begin;
    if (!after_return_ && std::memchr(out, '\r', held_ - begin) == nullptr) return;
    for (const char* in = out; in != end; ++in) {
        const char byte = *in; // `out` may be the same place
        if (byte != '\n' || !after_return_) *out++ = byte == '\r' ? '\n' : byte;
        after_return_ = byte == '\r';
    }
    held_ = static_cast<std::size_t>(out - buffer_.data());
}

void TextWindow::check(std::size_t begin) {
    constexpr std::size_t longest = 4;
    const auto bad = invalid_utf8({buffer_.data() + begin, held_ - begin});
    valid_ = bad ? begin + *bad : held_;
    if (!bad || (!ended_ && valid_ + longest > held_)) return;
    throw Error(ErrorCode::bad_input, fmt::format("byte {} is not valid UTF-8", dropped_ + valid_),
                "save the file as UTF-8", position(valid_).in({}));
}

Position TextWindow::position(std::size_t offset) const {
    Position at = offset < mark_ ? begin_ : marked_;
    const std::size_t from = offset < mark_ ? 0 : mark_;
    at.advance({buffer_.data() + from, offset - from});
    return at;
}

Position TextWindow::next_position(std::size_t offset) {
    marked_ = position(offset);
    mark_ = offset;
    return marked_;
}

} // namespace zhitu::detail
