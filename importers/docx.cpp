#include <zhitu/importers/docx.hpp>

#include <zhitu/importers/detail/text_program.hpp>
#include <zhitu/importers/text/paper.hpp>

namespace zhitu {
namespace {

bool is_docx(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") && bytes.find("word/") != std::string_view::npos;
}

std::string to_text(std::string_view bytes, std::string_view file, const Limits& limits) {
    return detail::run_pandoc("DOCX", "docx", bytes, file, limits);
}

} // namespace

Importer docx_importer() {
    return {"docx", "a paper as DOCX, through pandoc", {".docx"}, &is_docx, &text::read_paper, &to_text};
}

} // namespace zhitu
