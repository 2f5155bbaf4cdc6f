// gzip (RFC 1952), in and out.
#pragma once

#include <zhitu/base/compression.hpp>

namespace zhitu::detail {

[[nodiscard]] std::unique_ptr<ByteSource> from_gzip(std::unique_ptr<ByteSource> source, std::string file);
[[nodiscard]] std::unique_ptr<CompressingBuffer> to_gzip(std::ostream& out);

} // namespace zhitu::detail
