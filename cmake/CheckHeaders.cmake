# zhitu_check_headers(PART): compiles each header of a part alone, as the first include of a source of its own, linked
# with the part only. Part of the build of the tests; a header that needs another before it, or a part that its own may
# not know, does not compile.
function(zhitu_check_headers part)
  set(folder "${PROJECT_SOURCE_DIR}/${part}")
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*.hpp")
  set(sources)
  foreach(header IN LISTS headers)
    string(REPLACE "/" "_" name "${header}")
    set(source "${PROJECT_BINARY_DIR}/headers/${part}/${name}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include <zhitu/${part}/${header}>\n")
    list(APPEND sources "${source}")
  endforeach()
  add_library(zhitu_headers_${part} OBJECT ${sources})
  get_target_property(private zhitu_${part} LINK_LIBRARIES)
  target_link_libraries(zhitu_headers_${part} PRIVATE zhitu_${part} ${private} zhitu_options)
endfunction()
