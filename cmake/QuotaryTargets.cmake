# How the project's libraries, programs and tests are declared.

add_library(quotary_options INTERFACE)
target_compile_options(quotary_options INTERFACE
  -Wall -Wextra -Wpedantic $<$<NOT:$<BOOL:${QUOTARY_JOIN_SOURCES}>>:-Wshadow> -Werror
  # g++ 12 warns of its own std::string where that is optimised (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(QUOTARY_JOIN_SOURCES)  # as -Wshadow, this would speak of names of another file
  target_compile_options(quotary_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
target_include_directories(quotary_options INTERFACE ${CMAKE_SOURCE_DIR})
if(QUOTARY_SANITIZE)
  # g++ 12 takes its own std::regex for uninitialized once it is instrumented (GCC bug 105562).
  target_compile_options(quotary_options INTERFACE
    -fsanitize=${QUOTARY_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(quotary_options INTERFACE -fsanitize=${QUOTARY_SANITIZE})
endif()
if(QUOTARY_FUZZ)
  target_compile_options(quotary_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# quotary_library(<name> SOURCES a.cc ... [APART b.cc ...] [DEPENDS lib ...]): a static library of one folder.
# With QUOTARY_JOIN_SOURCES (a preset's; several times as fast to build) some files are compiled as one: their names
# within anonymous namespaces must differ then. Files in APART, whose names do not, are always compiled each by itself.
function(quotary_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;APART;DEPENDS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES} ${ARG_APART})
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${QUOTARY_JOIN_SOURCES})
  set_source_files_properties(${ARG_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_link_libraries(${name} PUBLIC quotary_options ${ARG_DEPENDS})
endfunction()

function(quotary_sanitizer_options name)
  if(QUOTARY_SANITIZE)
    target_sources(${name} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/sanitizer_options.cc)
  endif()
endfunction()

# quotary_program(<name> SOURCES main.cc ... [DEPENDS lib ...]): a program in bin/.
function(quotary_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE quotary_options ${ARG_DEPENDS})
  quotary_sanitizer_options(${name})
endfunction()

# quotary_test(<name> SOURCES a_test.cc ... [DEPENDS lib ...]): a GoogleTest program, its tests known to CTest.
function(quotary_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE quotary_options ${ARG_DEPENDS} GTest::gmock GTest::gtest_main)
  quotary_sanitizer_options(${name})
  target_compile_definitions(${name} PRIVATE
    QUOTARY_SOURCE_DIR="${CMAKE_SOURCE_DIR}" QUOTARY_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
  if(QUOTARY_SANITIZE)
    target_compile_definitions(${name} PRIVATE QUOTARY_SANITIZED)
  endif()
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST)
endfunction()
