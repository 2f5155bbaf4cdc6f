# zhitu_umbrella(PART…): the target zhitu::zhitu, which is the parts named and all that they use, and its header
# <zhitu/zhitu.hpp>, which includes every public header of all parts. The Boost.Graph face is left out, so that only
# who asks for <zhitu/graph/boost.hpp> needs Boost.
function(zhitu_umbrella)
  get_property(parts GLOBAL PROPERTY ZHITU_PARTS)
  set(text "// All of zhitu but its Boost.Graph face. Made by cmake/ZhituUmbrella.cmake.\n#pragma once\n\n")
  foreach(part IN LISTS parts)
    zhitu_public_headers(headers "${PROJECT_SOURCE_DIR}/${part}")
    list(TRANSFORM headers PREPEND "${part}/")
    list(FILTER headers EXCLUDE REGEX "^graph/boost[./]")
    foreach(header IN LISTS headers)
      string(APPEND text "#include <zhitu/${header}>\n")
    endforeach()
  endforeach()
  file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/include/zhitu/zhitu/zhitu.hpp" CONTENT "${text}" @ONLY)

  add_library(zhitu INTERFACE)
  add_library(zhitu::zhitu ALIAS zhitu)
  list(TRANSFORM ARGN PREPEND "zhitu::" OUTPUT_VARIABLE libraries)
  target_link_libraries(zhitu INTERFACE ${libraries})
  target_include_directories(zhitu INTERFACE "$<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include/zhitu>")
endfunction()
