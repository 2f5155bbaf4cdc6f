// Bounds on what is read and on what answers may grow to. Reaching one is an Error with code `limit` that names it.
#pragma once

#include <cstddef>

#pragma GCC visibility push(default)
namespace zhitu {

struct Limits {
    std::size_t file_bytes = std::size_t{4} << 30; // a single input file, decompressed
    std::size_t nesting = 256;                     // elements in elements, arrays in arrays
    std::size_t paths = 100'000;                   // paths that one query may enumerate
    std::size_t seconds = 120;                     // that another program may take to turn a file into text
    std::size_t rows = 10'000'000;                 // rows that one answer may hold
};

} // namespace zhitu
#pragma GCC visibility pop
