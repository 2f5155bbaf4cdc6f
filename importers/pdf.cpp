#include <zhitu/importers/pdf.hpp>

#include <zhitu/importers/detail/text_program.hpp>
#include <zhitu/importers/text/paper.hpp>

namespace zhitu {
namespace {

bool is_pdf(std::string_view bytes) {
    return bytes.starts_with("%PDF-");
}

std::string to_text(std::string_view bytes, std::string_view file, const Limits& limits) {
    return detail::run_text_program({"PDF", "pdftotext", "poppler-utils", {"-enc", "UTF-8", "-", "-"}}, bytes, file,
                                    limits);
}

} // namespace

Importer pdf_importer() {
    return {"pdf", "a paper as PDF, through pdftotext", {".pdf"}, &is_pdf, &text::read_paper, &to_text};
}

} // namespace zhitu
