# zhitu_embed(OUT_VAR SYMBOL FILE): an assembly source that holds the bytes of FILE between the symbols SYMBOL_begin and
# SYMBOL_end. The library needs no file at run time. The object is made anew when FILE changes.
function(zhitu_embed out symbol file)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${symbol}.S")
  file(CONFIGURE OUTPUT "${source}" CONTENT [[
    .section .rodata
    .global @symbol@_begin
    .global @symbol@_end
    .hidden @symbol@_begin
    .hidden @symbol@_end
    .balign 16
@symbol@_begin:
    .incbin "@file@"
@symbol@_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
]] @ONLY)
  set_source_files_properties("${source}" PROPERTIES OBJECT_DEPENDS "${file}")
  set(${out} "${source}" PARENT_SCOPE)
endfunction()
