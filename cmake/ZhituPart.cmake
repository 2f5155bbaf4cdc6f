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

function(zhitu_part name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  set(include_dir "${PROJECT_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${include_dir}/zhitu")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${include_dir}/zhitu/${name}" SYMBOLIC)
  add_library(zhitu_${name} STATIC ${ARG_SOURCES})
  add_library(zhitu::${name} ALIAS zhitu_${name})
  target_include_directories(zhitu_${name} PUBLIC "${include_dir}")
  target_link_libraries(zhitu_${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} $<BUILD_INTERFACE:zhitu_options>)
  set_target_properties(zhitu_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()
