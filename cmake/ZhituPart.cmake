# zhitu_part(NAME SOURCES … [PUBLIC lib…] [PRIVATE lib…])
#
# One part of the library: a static target zhitu_NAME with the alias zhitu::NAME. Its folder is seen as <zhitu/NAME/…>
# through a link below the build tree, so that headers are included alike before and after installation. A part links
# only what it lists here: an include against the arrows of docs/design.md does not find its header, because each part
# has a link of its own.
add_library(zhitu_options INTERFACE)
target_compile_features(zhitu_options INTERFACE cxx_std_20)
target_compile_options(zhitu_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  $<$<BOOL:${ZHITU_WERROR}>:-Werror>)
# g++ 12 sees overlaps where a literal is assigned to a string (GCC bug 105651).
target_compile_options(zhitu_options INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)

# Libraries of headers only, which a program that links an installed part does not need.
set(ZHITU_HEADERS_ONLY Boost::boost Boost::headers nlohmann_json::nlohmann_json)

# zhitu_public_headers(OUT_VAR FOLDER): all headers below FOLDER, relative to it, but those in folders named detail.
function(zhitu_public_headers out folder)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*.hpp")
  list(FILTER headers EXCLUDE REGEX "(^|/)detail/")
  set(${out} "${headers}" PARENT_SCOPE)
endfunction()

function(zhitu_part name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  set(include_dir "${PROJECT_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${include_dir}/zhitu")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${include_dir}/zhitu/${name}" SYMBOLIC)
  foreach(library IN LISTS ZHITU_HEADERS_ONLY)
    list(TRANSFORM ARG_PRIVATE REPLACE "^${library}$" "$<BUILD_INTERFACE:${library}>")
  endforeach()
  add_library(zhitu_${name} STATIC ${ARG_SOURCES})
  add_library(zhitu::${name} ALIAS zhitu_${name})
  target_include_directories(zhitu_${name} PUBLIC
    "$<BUILD_INTERFACE:${include_dir}>" "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
  target_compile_features(zhitu_${name} PUBLIC cxx_std_20)
  target_link_libraries(zhitu_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} $<BUILD_INTERFACE:zhitu_options>)
  set_target_properties(zhitu_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON EXPORT_NAME ${name})
  set_property(GLOBAL APPEND PROPERTY ZHITU_PARTS ${name})
endfunction()
