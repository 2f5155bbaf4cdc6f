#include <zhitu/base/byte_source.hpp>

#include <algorithm>
#include <limits>

namespace zhitu {

std::size_t MemorySource::read(std::span<char> buffer) {
    const std::size_t count = std::min(buffer.size(), rest_.size());
    std::copy_n(rest_.data(), count, buffer.data());
    rest_.remove_prefix(count);
    return count;
}

std::size_t JoinedSource::read(std::span<char> buffer) {
    if (at_ == head_.size()) return rest_.read(buffer);
    const std::size_t count = std::min(buffer.size(), head_.size() - at_);
    std::copy_n(head_.data() + at_, count, buffer.data());
    at_ += count;
    if (at_ == head_.size()) {
        head_ = {};
        at_ = 0;
    }
    return count;
}

Ended append_bytes(std::string& bytes, ByteSource& source, std::size_t most) {
    constexpr std::size_t block = std::size_t{1} << 20;
    while (most > 0) {
        const std::size_t begin = bytes.size(), room = bytes.capacity() - begin;
        const std::size_t wanted = std::min(most, room > 0 ? room : block);
        bytes.resize(begin + wanted);
        const std::size_t count = source.read({bytes.data() + begin, wanted});
        bytes.resize(begin + count);
        if (count == 0) return Ended::yes;
        most -= count;
    }
    return Ended::no;
}

std::string read_all(ByteSource& source, std::size_t expected) {
    std::string bytes;
    bytes.reserve(expected + 1); // one more than expected, so that the end shows
    (void)append_bytes(bytes, source, std::numeric_limits<std::size_t>::max());
    return bytes;
}

} // namespace zhitu
