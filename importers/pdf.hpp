// PDF: the text that pdftotext (poppler-utils) finds, in its order of reading.
#pragma once

#include <zhitu/importers/importer.hpp>

namespace [[gnu::visibility("default")]] zhitu {

/// Errors: bad_input where the program is not installed, fails or finds no text; limit where it takes too long.
[[nodiscard]] Importer pdf_importer();

} // namespace zhitu
