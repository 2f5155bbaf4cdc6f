# zhitu_part(NAME SOURCES … [PUBLIC lib…] [PRIVATE lib…])
#
# One part of the library: a static target zhitu_NAME, which other parts, the program and the tests link. Who embeds
# zhitu links zhitu::NAME: this target, or libzhitu.so in a shared build (cmake/ZhituLibrary.cmake). The part's folder is
# seen as <zhitu/NAME/…> through a link below the build tree, so that headers are included alike before and after
# installation. A part links only what it lists here: an include against the arrows of docs/design.md does not find its
# header, because each part has a link of its own.
add_library(zhitu_options INTERFACE)
target_compile_features(zhitu_options INTERFACE cxx_std_20)
target_compile_options(zhitu_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  $<$<BOOL:${ZHITU_WERROR}>:-Werror>)
# g++ 12 sees overlaps where a literal is assigned to a string (GCC bug 105651).
target_compile_options(zhitu_options INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)

# zhitu_public_headers(OUT_VAR FOLDER): all headers below FOLDER, relative to it, but those in folders named detail or
# text.
function(zhitu_public_headers out folder)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*.hpp")
  list(FILTER headers EXCLUDE REGEX "(^|/)(detail|text)/")
  set(${out} "${headers}" PARENT_SCOPE)
endfunction()

function(zhitu_part name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  set(include_dir "${PROJECT_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${include_dir}/zhitu")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${include_dir}/zhitu/${name}" SYMBOLIC)
  add_library(zhitu_${name} STATIC ${ARG_SOURCES})
  target_include_directories(zhitu_${name} PUBLIC "${include_dir}")
  target_compile_features(zhitu_${name} PUBLIC cxx_std_20)
  target_link_libraries(zhitu_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} zhitu_options)
  set_target_properties(zhitu_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden)
  if(NOT BUILD_SHARED_LIBS)
    add_library(zhitu::${name} ALIAS zhitu_${name})
  endif()
  set_property(GLOBAL APPEND PROPERTY ZHITU_PARTS ${name})
endfunction()
