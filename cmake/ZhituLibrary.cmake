if(BUILD_SHARED_LIBS)
  set(ZHITU_KIND shared)
else()
  set(ZHITU_KIND static)
endif()

# zhitu_library(LIBRARY…): libzhitu, all parts in one, linked twice from their objects and against the libraries named:
# as zhitu_static and as zhitu_shared. zhitu::zhitu, in a shared build zhitu::PART too, is the one that
# BUILD_SHARED_LIBS asks for; only this one belongs to `all`.
function(zhitu_library)
  get_property(parts GLOBAL PROPERTY ZHITU_PARTS)
  zhitu_umbrella_header("${PROJECT_BINARY_DIR}/include/zhitu/zhitu/zhitu.hpp" ${parts})
  list(TRANSFORM parts REPLACE "(.+)" "$<TARGET_OBJECTS:zhitu_\\1>" OUTPUT_VARIABLE objects)
  list(TRANSFORM parts PREPEND "${PROJECT_BINARY_DIR}/include/" OUTPUT_VARIABLE folders)
  foreach(kind static shared)
    string(TOUPPER ${kind} type)
    set(not_all EXCLUDE_FROM_ALL)
    if(kind STREQUAL ZHITU_KIND)
      set(not_all)
    endif()
    add_library(zhitu_${kind} ${type} ${not_all} ${objects})
    target_include_directories(zhitu_${kind} PUBLIC "$<BUILD_INTERFACE:${folders};${PROJECT_BINARY_DIR}/include/zhitu>"
      "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
    target_compile_features(zhitu_${kind} PUBLIC cxx_std_20)
    target_link_libraries(zhitu_${kind} PRIVATE ${ARGN})
    # Before version 1 each minor version may change the interface.
    set_target_properties(zhitu_${kind} PROPERTIES OUTPUT_NAME zhitu EXPORT_NAME zhitu LINKER_LANGUAGE CXX
      VERSION "${PROJECT_VERSION}" SOVERSION "${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}")
  endforeach()

  add_library(zhitu::zhitu ALIAS zhitu_${ZHITU_KIND})
  if(BUILD_SHARED_LIBS)
    foreach(part IN LISTS parts)
      add_library(zhitu::${part} ALIAS zhitu_shared)
    endforeach()
  endif()
endfunction()

# zhitu_umbrella_header(FILE PART…): a header that includes every public header of the parts. The Boost.Graph face is
# left out, so that only who asks for <zhitu/graph/boost.hpp> needs Boost.
function(zhitu_umbrella_header file)
  set(text "// All of zhitu but its Boost.Graph face. Made by cmake/ZhituLibrary.cmake.\n#pragma once\n\n")
  foreach(part IN LISTS ARGN)
    zhitu_public_headers(headers "${PROJECT_SOURCE_DIR}/${part}")
    list(TRANSFORM headers PREPEND "${part}/")
    list(FILTER headers EXCLUDE REGEX "^graph/boost[./]")
    foreach(header IN LISTS headers)
      string(APPEND text "#include <zhitu/${header}>\n")
    endforeach()
  endforeach()
  file(CONFIGURE OUTPUT "${file}" CONTENT "${text}" @ONLY)
endfunction()
