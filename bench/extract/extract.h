#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace quotary::bench {

// Seconds on one core for one way to extract, the medians of all runs.
struct ExtractRow {
  std::string how;  // "rules", "model"
  double read = 0;
  double parse = 0;
  double extract = 0;
  uint64_t statements = 0;
};

struct ExtractReport {
  std::filesystem::path source;
  unsigned runs = 0;
  uint64_t files = 0;
  uint64_t bytes = 0;
  uint64_t articles = 0;
  std::vector<ExtractRow> rows;
};

// Reads, parses and extracts all files of a source, by rules alone and, where a model is found,
// with it. A first run that warms the caches is not counted. Throws Error (input) where the source
// holds no article.
ExtractReport measure_extract(const std::filesystem::path& source, unsigned runs);

std::string extract_text(const ExtractReport& report);
std::string extract_json(const ExtractReport& report);

}  // namespace quotary::bench
