# Writes OUTPUT, a C++ file that defines FUNCTION(file), declared in HEADER, over the text files INPUTS
# (;-separated). Run with cmake -DINPUTS=... -DOUTPUT=... -DHEADER=... -DFUNCTION=... -P EmbedText.cmake
set(code "// Made by cmake/EmbedText.cmake.\n#include \"${HEADER}\"\n\nnamespace quotary {\n\nstd::string_view ${FUNCTION}(std::string_view file) {\n")
separate_arguments(INPUTS)
foreach(input ${INPUTS})
  get_filename_component(name ${input} NAME_WE)
  file(READ ${input} text)
  # A raw string literal may hold 64 KiB at most in some compilers, g++ has no such limit.
  string(APPEND code "  if (file == \"${name}\")\n    return R\"QUOTARY(${text})QUOTARY\";\n")
endforeach()
string(APPEND code "  return {};\n}\n\n}  // namespace quotary\n")
file(WRITE ${OUTPUT} "${code}")
