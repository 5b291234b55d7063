#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/store/manifest.h"

namespace quotary {

// Where a source named on the command line lies among the sources that an index knows.
struct NamedSource {
  std::string name;    // of the known source
  std::string prefix;  // how far below its root: "" or "2024/10/"
  bool is_folder = false;

  // The path under the known source's root, of a file found at `relative` under the one named.
  std::string path(const std::string& relative) const { return prefix + relative; }
  // What identifies the file over runs.
  std::string key(const std::string& relative) const { return name + "/" + path(relative); }
};

// Finds a source in the table, or adds it: a folder by its absolute path, a file by its folder's.
// What lies under a known root belongs to that, so that nothing is indexed twice; a new root is
// named after its last folder, with "-2", "-3" ... where that name is taken.
NamedSource resolve_source(const std::filesystem::path& source, std::vector<SourceEntry>& known);

}  // namespace quotary
