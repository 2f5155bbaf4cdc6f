// Zstandard (RFC 8878), in and out.
#pragma once

#include <zhitu/base/compression.hpp>

namespace zhitu::detail {

[[nodiscard]] std::unique_ptr<ByteSource> from_zstd(std::unique_ptr<ByteSource> source, std::string file);
[[nodiscard]] std::unique_ptr<CompressingBuffer> to_zstd(std::ostream& out);

} // namespace zhitu::detail
