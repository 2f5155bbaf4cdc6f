# What `cmake --install` lays out, in two components that are the two Debian packages too: `program`, and `development`
# with the library, its public headers, and what find_package(zhitu CONFIG) and pkg-config read. The library of the kind
# that BUILD_SHARED_LIBS does not ask for is a component of its own, `static` or `shared`, and only installed by name.
include(CMakePackageConfigHelpers)
get_property(parts GLOBAL PROPERTY ZHITU_PARTS)
set(config_dir "${CMAKE_INSTALL_LIBDIR}/cmake/zhitu")
set(doc_dir "${CMAKE_INSTALL_DATAROOTDIR}/doc")

foreach(kind static shared)
  set(component COMPONENT development)
  if(NOT kind STREQUAL ZHITU_KIND)
    set(component COMPONENT ${kind} EXCLUDE_FROM_ALL)
  endif()
  install(TARGETS zhitu_${kind} EXPORT zhitu_${kind} DESTINATION "${CMAKE_INSTALL_LIBDIR}" ${component})
  install(EXPORT zhitu_${kind} NAMESPACE zhitu:: FILE zhitu_${kind}.cmake DESTINATION "${config_dir}" ${component})
endforeach()

foreach(part IN LISTS parts)
  zhitu_public_headers(headers "${PROJECT_SOURCE_DIR}/${part}")
  foreach(header IN LISTS headers)
    get_filename_component(folder "zhitu/${part}/${header}" DIRECTORY)
    install(FILES "${PROJECT_SOURCE_DIR}/${part}/${header}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/${folder}"
      COMPONENT development)
  endforeach()
endforeach()
install(FILES "${PROJECT_BINARY_DIR}/include/zhitu/zhitu/zhitu.hpp" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/zhitu"
  COMPONENT development)

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/zhituConfig.cmake.in" "${PROJECT_BINARY_DIR}/zhituConfig.cmake"
  INSTALL_DESTINATION "${config_dir}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/zhituConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/zhituConfig.cmake" "${PROJECT_BINARY_DIR}/zhituConfigVersion.cmake"
  DESTINATION "${config_dir}" COMPONENT development)

# The way from the folder of zhitu.pc up to the prefix: an installed tree may be moved.
file(RELATIVE_PATH up "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file("${PROJECT_SOURCE_DIR}/cmake/zhitu.pc.in" "${PROJECT_BINARY_DIR}/zhitu.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/zhitu.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)

install(FILES "${PROJECT_SOURCE_DIR}/cmake/copyright" DESTINATION "${doc_dir}/libzhitu-dev" COMPONENT development)
if(TARGET zhitu_cli)
  install(TARGETS zhitu_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT program)
  install(FILES "${PROJECT_SOURCE_DIR}/cmake/copyright" DESTINATION "${doc_dir}/zhitu" COMPONENT program)
endif()
