# Debian's xapian-config.cmake sets variables; the project links a target.
find_package(Xapian REQUIRED NAMES xapian)
if(NOT TARGET Xapian::Xapian)
  add_library(Xapian::Xapian INTERFACE IMPORTED)
  target_include_directories(Xapian::Xapian INTERFACE ${XAPIAN_INCLUDE_DIR})
  target_link_libraries(Xapian::Xapian INTERFACE ${XAPIAN_LIBRARIES})
endif()
