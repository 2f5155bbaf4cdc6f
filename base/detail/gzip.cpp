#include <zhitu/base/detail/gzip.hpp>

#include <zhitu/base/detail/packed_bytes.hpp>

#include <zlib.h>

#include <cstdlib>
#include <utility>

namespace zhitu::detail {
namespace {

constexpr int gzip_window = 15 + 16; // the widest window, behind a header of gzip

Bytef* bytes_of(const char* data) {
    return reinterpret_cast<Bytef*>(const_cast<char*>(data)); // zlib does not write to its input
}

class GzipSource : public ByteSource {
  public:
    GzipSource(std::unique_ptr<ByteSource> source, std::string file)
        : input_(std::move(source), "gzip", std::move(file)) {
        if (inflateInit2(&stream_, gzip_window) != Z_OK) std::abort();
    }
    ~GzipSource() override { inflateEnd(&stream_); }

    std::size_t read(std::span<char> buffer) override {
        stream_.next_out = bytes_of(buffer.data());
        stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(buffer.size(), packed_block));
        const uInt room = stream_.avail_out;
        while (stream_.avail_out == room && step()) {
        }
        return room - stream_.avail_out;
    }

  private:
    // A file may be several members, one behind the other. False at the end.
    bool step() {
        if (stream_.avail_in == 0) {
            const auto block = input_.next();
            if (block.empty() && inside_) input_.torn();
            if (block.empty()) return false;
            stream_.next_in = bytes_of(block.data());
            stream_.avail_in = static_cast<uInt>(block.size());
        }
        if (!inside_ && any_) inflateReset(&stream_);
        inside_ = any_ = true;
        const int result = inflate(&stream_, Z_NO_FLUSH);
        if (result == Z_STREAM_END)
            inside_ = false;
        else if (result != Z_OK && result != Z_BUF_ERROR)
            input_.damaged(stream_.avail_in);
        return true;
    }

    PackedInput input_;
    z_stream stream_{};
    bool inside_ = true; // of a member; an empty file is none
    bool any_ = false;
};

class GzipBuffer : public PackingBuffer {
  public:
    explicit GzipBuffer(std::ostream& out)
        : PackingBuffer(out) {
        if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            std::abort();
    }
    ~GzipBuffer() override { deflateEnd(&stream_); }

  private:
    void pack(std::string_view bytes, Last last) override {
        stream_.next_in = bytes_of(bytes.data());
        stream_.avail_in = static_cast<uInt>(bytes.size());
        do {
            stream_.next_out = bytes_of(packed().data());
            stream_.avail_out = static_cast<uInt>(packed().size());
            deflate(&stream_, last == Last::yes ? Z_FINISH : Z_NO_FLUSH);
            write_packed(packed().size() - stream_.avail_out);
        } while (stream_.avail_out == 0);
    }

    z_stream stream_{};
};

} // namespace

std::unique_ptr<ByteSource> from_gzip(std::unique_ptr<ByteSource> source, std::string file) {
    return std::make_unique<GzipSource>(std::move(source), std::move(file));
}

std::unique_ptr<CompressingBuffer> to_gzip(std::ostream& out) {
    return std::make_unique<GzipBuffer>(out);
}

} // namespace zhitu::detail
