#include <zhitu/base/compression.hpp>

#include <zhitu/base/detail/gzip.hpp>
#include <zhitu/base/detail/zstd.hpp>

#include <utility>

namespace zhitu {
namespace fs = std::filesystem;

Compression compression_of(const fs::path& path) {
    const fs::path extension = path.extension();
    return extension == ".gz" ? Compression::gzip : extension == ".zst" ? Compression::zstd : Compression::none;
}

fs::path without_compression(const fs::path& path) {
    return compression_of(path) == Compression::none ? path : path.parent_path() / path.stem();
}

fs::path name_of_part(const fs::path& path, std::string_view part) {
    const fs::path plain = without_compression(path);
    fs::path out = plain.parent_path() / plain.stem();
    out += '.';
    out += part;
    out += plain.extension();
    if (compression_of(path) != Compression::none) out += path.extension();
    return out;
}

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source, Compression compression,
                                         const std::string& file) {
    switch (compression) {
    case Compression::gzip:
        return detail::from_gzip(std::move(source), file);
    case Compression::zstd:
        return detail::from_zstd(std::move(source), file);
    case Compression::none:
        break;
    }
    return source;
}

std::unique_ptr<CompressingBuffer> compressing(Compression compression, std::ostream& out) {
    return compression == Compression::gzip ? detail::to_gzip(out) : detail::to_zstd(out);
}

} // namespace zhitu
