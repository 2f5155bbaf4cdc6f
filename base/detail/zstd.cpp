#include <zhitu/base/detail/zstd.hpp>

#include <zhitu/base/detail/packed_bytes.hpp>

#include <zstd.h>

#include <utility>

namespace zhitu::detail {
namespace {

class ZstdSource : public ByteSource {
  public:
    ZstdSource(std::unique_ptr<ByteSource> source, std::string file)
        : input_(std::move(source), "zstd", std::move(file)) {}
    ~ZstdSource() override { ZSTD_freeDStream(stream_); }

    std::size_t read(std::span<char> buffer) override {
        ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
        while (out.pos == 0 && step(out)) {
        }
        return out.pos;
    }

  private:
    // A file may be several frames, one behind the other. False at the end.
    bool step(ZSTD_outBuffer& out) {
        if (block_.pos == block_.size && !holds_output_) {
            const auto next = input_.next();
            if (next.empty() && inside_) input_.torn();
            if (next.empty()) return false;
            block_ = {next.data(), next.size(), 0};
        }
        const std::size_t wanted = ZSTD_decompressStream(stream_, &out, &block_);
        if (ZSTD_isError(wanted) != 0) input_.damaged(block_.size - block_.pos);
        inside_ = wanted != 0;
        holds_output_ = out.pos == out.size && inside_;
        return true;
    }

    PackedInput input_;
    ZSTD_DStream* stream_ = ZSTD_createDStream();
    ZSTD_inBuffer block_{nullptr, 0, 0};
    bool inside_ = true; // of a frame; an empty file is none
    bool holds_output_ = false;
};

class ZstdBuffer : public PackingBuffer {
  public:
    using PackingBuffer::PackingBuffer;
    ~ZstdBuffer() override { ZSTD_freeCStream(stream_); }

  private:
    void pack(std::string_view bytes, Last last) override {
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        for (bool done = false; !done;) {
            ZSTD_outBuffer out{packed().data(), packed().size(), 0};
            const std::size_t left =
                ZSTD_compressStream2(stream_, &out, &in, last == Last::yes ? ZSTD_e_end : ZSTD_e_continue);
            write_packed(out.pos);
            done = ZSTD_isError(left) != 0 || (last == Last::yes ? left == 0 : in.pos == in.size);
        }
    }

    ZSTD_CStream* stream_ = ZSTD_createCStream();
};

} // namespace

std::unique_ptr<ByteSource> from_zstd(std::unique_ptr<ByteSource> source, std::string file) {
    return std::make_unique<ZstdSource>(std::move(source), std::move(file));
}

std::unique_ptr<CompressingBuffer> to_zstd(std::ostream& out) {
    return std::make_unique<ZstdBuffer>(out);
}

} // namespace zhitu::detail
