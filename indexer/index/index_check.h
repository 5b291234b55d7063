#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quotary {

// What an index holds, in lines for people: quotary-index --status. Throws Error{index} where there
// is none, or where it cannot be opened.
std::string describe_index(const std::filesystem::path& index);

struct IndexCheck {
  std::vector<std::string> problems;  // empty: none found; at most kMaxProblems
  uint64_t segments = 0;
  uint64_t articles = 0;  // documents seen, superseded ones included
  uint64_t statements = 0;
};

inline constexpr size_t kMaxProblems = 20;

// Verifies an index: every file's checksum; Xapian's own check of every segment (where its files
// may be written); every record can be read; every statement follows its article, with its number,
// its spans within the article's text; ids, counts and file tables agree with the manifest. Reads
// everything, changes nothing. Throws Error{index} only where there is no index at all.
IndexCheck check_index(const std::filesystem::path& index);

}  // namespace quotary
