# `cpack` makes the Debian packages zhitu and libzhitu-dev; `cpack --config CPackSourceConfig.cmake` an archive of the
# sources. A shared library lies in libzhitu-dev, whole.
set(CPACK_PACKAGE_CONTACT "zhitu developers <zhitu@localhost>")
string(CONCAT about "zhitu reads policy and industry papers (Chinese first) and makes a typed graph of them in which every "
  "edge shows the sentence it rests on.")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME zhitu)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "graphviz, poppler-utils, pandoc")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "${about} This is the program.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libzhitu-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libfmt-dev, libicu-dev, libzstd-dev, zlib1g-dev")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS libboost-graph-dev)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
  "${about} This is the library with its headers, for find_package of CMake and for pkg-config.")

set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME "zhitu-${PROJECT_VERSION}")
set(CPACK_SOURCE_IGNORE_FILES "^${PROJECT_SOURCE_DIR}/(\\.git|build[^/]*|out)(/|$)" "/__pycache__/")
include(CPack)
