#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quotary::layering {

// The rules of ARCHITECTURE.md on who may see whom, as a table over folders, and a reader of
// #include lines. Debian puts every library's headers into one folder, so that link lines cannot
// hold these rules.

// One #include line of the tree.
struct Include {
  std::string file;     // that includes, from the root: "query/render/json.cc"
  int line = 0;         // from 1
  std::string header;   // that is included, as written: "common/text/date.h", "xapian.h"
  bool angled = false;  // <header>, else "header"
};

// The #include lines of one source text. `file` is only copied. Lines in // comments are none; the
// project has no #include in a block comment or behind a macro.
std::vector<Include> includes_of(const std::string& file, std::string_view text);

// Why an include is not allowed, as a sentence; empty if it is.
std::string violation(const Include& include);

}  // namespace quotary::layering
