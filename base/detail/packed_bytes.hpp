// What gzip and Zstandard have in common: buffers of packed bytes, and what is said of damaged ones.
#pragma once

#include <zhitu/base/byte_source.hpp>
#include <zhitu/base/compression.hpp>
#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace zhitu::detail {

constexpr std::size_t packed_block = std::size_t{64} << 10;

/// The packed bytes of a source, a block at a time.
class PackedInput {
  public:
    PackedInput(std::unique_ptr<ByteSource> source, std::string_view format, std::string file)
        : source_(std::move(source))
        , format_(format)
        , file_(std::move(file))
        , block_(packed_block) {}

    /// The next block; empty at the end. `left` bytes of the last one were not used.
    [[nodiscard]] std::span<char> next() {
        taken_ += size_;
        size_ = source_->read(block_);
        return {block_.data(), size_};
    }

    /// `left` bytes of the block were not used when the damage was seen.
    [[noreturn]] void damaged(std::size_t left) const {
        const std::size_t at = taken_ + size_ - left;
        throw Error(ErrorCode::bad_input, fmt::format("is damaged or no {} (seen at byte {})", format_, at),
                    "copy or download the file anew", {file_});
    }
    [[noreturn]] void torn() const {
        throw Error(ErrorCode::bad_input, fmt::format("the {} data break off after {} bytes", format_, taken_ + size_),
                    "copy or download the file anew", {file_});
    }

  private:
    std::unique_ptr<ByteSource> source_;
    std::string_view format_;
    std::string file_;
    std::vector<char> block_;
    std::size_t size_ = 0;
    std::size_t taken_ = 0; // bytes of earlier blocks
};

/// A buffer of plain bytes that `pack` takes when it is full.
class PackingBuffer : public CompressingBuffer {
  public:
    explicit PackingBuffer(std::ostream& out)
        : out_(out)
        , plain_(packed_block)
        , packed_(packed_block) {
        reset();
    }

    [[nodiscard]] bool finish() final {
        pack(held(), Last::yes);
        reset();
        return out_.good();
    }

  protected:
    enum class Last { no, yes };
    /// Packs all of `bytes`; with Last::yes writes the end too.
    virtual void pack(std::string_view bytes, Last last) = 0;

    [[nodiscard]] std::span<char> packed() { return packed_; }
    void write_packed(std::size_t count) { out_.write(packed_.data(), static_cast<std::streamsize>(count)); }

    int_type overflow(int_type c) final {
        pack(held(), Last::no);
        reset();
        if (!out_.good()) return traits_type::eof();
        if (!traits_type::eq_int_type(c, traits_type::eof())) {
            *pptr() = traits_type::to_char_type(c);
            pbump(1);
        }
        return traits_type::not_eof(c);
    }

  private:
    [[nodiscard]] std::string_view held() const { return {pbase(), static_cast<std::size_t>(pptr() - pbase())}; }
    void reset() { setp(plain_.data(), plain_.data() + plain_.size()); }

    std::ostream& out_;
    std::vector<char> plain_;
    std::vector<char> packed_;
};

} // namespace zhitu::detail
