#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace quotary::bench {

// A program that builds an index of a source in a folder.
struct Builder {
  std::string name;
  // Its command line for an index in `out`, which exists and is empty. May put files there that the
  // program needs.
  std::function<std::vector<std::string>(const std::filesystem::path& out)> command;
  bool finds_statements = false;
};

// Plain Xapian, by `self raw-index` in a process of its own: raw_index.h.
Builder raw_builder(const std::filesystem::path& self, const std::filesystem::path& source);

Builder quotary_builder(const std::filesystem::path& indexer, const std::filesystem::path& source,
                        unsigned jobs);

// Other search engines over the same files, as far as they are installed, and the names of those
// that are not: omindex (xapian-omega), recollindex (recoll), SQLite's FTS5 (sqlite3).
struct Peers {
  std::vector<Builder> builders;
  std::vector<std::string> absent;
};
Peers installed_peers(const std::filesystem::path& source);

// What one build used, and the size of what it left in `out`, bytes.
struct BuildUsage {
  double wall_seconds = 0;
  double cpu_seconds = 0;
  double peak_memory = 0;  // of the largest process
  double index_size = 0;
};

// Empties `out` and builds there. Throws Error{index} where the program fails.
BuildUsage build_index(const Builder& builder, const std::filesystem::path& out);

// The same without emptying `out`: what the program needs where nothing has changed.
BuildUsage run_again(const Builder& builder, const std::filesystem::path& out);

}  // namespace quotary::bench
