// PDF: the text that pdftotext (poppler-utils) finds, in its order of reading.
#pragma once

#include <zhitu/importers/importer.hpp>

#pragma GCC visibility push(default)
namespace zhitu {

/// Errors: bad_input where the program is not installed, fails or finds no text; limit where it takes too long.
[[nodiscard]] Importer pdf_importer();

} // namespace zhitu
#pragma GCC visibility pop
