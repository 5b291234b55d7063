#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quotary {

// What quotary-index was asked to do.
enum class IndexerTask {
  index,        // the sources into the index
  statements,   // --statements: the statements to standard output
  status,       // --status
  check,        // --check
  compact,      // --compact with no source
  authority,    // --authority FILE alone
  list_fields,  // --list-fields
};

struct IndexerOptions {
  IndexerTask task = IndexerTask::index;
  std::vector<std::string> sources;
  std::filesystem::path index;
  std::string format;
  std::string language;
  std::string writer = "auto";
  std::filesystem::path authority;
  std::filesystem::path model;
  unsigned jobs = 0;        // at least 1 once parsed
  unsigned lock_wait = 10;  // seconds
  uint64_t most_article_megabytes = 32;
  bool dry_run = false;
  bool quiet = false;
  bool prune = false;
  bool compact = false;
};

// What parsing came to: options to run with, or a text to print and the exit code to end with
// (--help, --version).
struct ParsedOptions {
  IndexerOptions options;
  std::string answer;
  bool is_answer = false;
};

// Throws Error{usage} for options that cannot be understood or do not go together.
ParsedOptions parse_indexer_options(int argc, const char* const* argv);

}  // namespace quotary
