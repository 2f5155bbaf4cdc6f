# `cmake --install` lays out the static libraries, the public headers, the program, and what find_package(zhitu CONFIG)
# reads.
include(CMakePackageConfigHelpers)
get_property(parts GLOBAL PROPERTY ZHITU_PARTS)
set(config_dir "${CMAKE_INSTALL_LIBDIR}/cmake/zhitu")

foreach(part IN LISTS parts)
  install(TARGETS zhitu_${part} EXPORT zhituTargets ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
  zhitu_public_headers(headers "${PROJECT_SOURCE_DIR}/${part}")
  foreach(header IN LISTS headers)
    get_filename_component(folder "zhitu/${part}/${header}" DIRECTORY)
    install(FILES "${PROJECT_SOURCE_DIR}/${part}/${header}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/${folder}")
  endforeach()
endforeach()
install(TARGETS zhitu EXPORT zhituTargets)
install(FILES "${PROJECT_BINARY_DIR}/include/zhitu/zhitu/zhitu.hpp" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/zhitu")
install(EXPORT zhituTargets NAMESPACE zhitu:: DESTINATION "${config_dir}")
if(TARGET zhitu_cli)
  install(TARGETS zhitu_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/zhituConfig.cmake.in" "${PROJECT_BINARY_DIR}/zhituConfig.cmake"
  INSTALL_DESTINATION "${config_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/zhituConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/zhituConfig.cmake" "${PROJECT_BINARY_DIR}/zhituConfigVersion.cmake"
  DESTINATION "${config_dir}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/zhitu")
