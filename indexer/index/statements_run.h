#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "indexer/index/article_source.h"
#include "indexer/index/console.h"
#include "indexer/index/extraction.h"

namespace quotary {

struct StatementsRun {
  std::vector<std::string> sources;
  ReadOptions read;
  Extraction extract = extraction_with(nullptr);
  unsigned threads = 1;
};

// quotary-index --statements: writes the statements of all sources to `out` as JSON Lines, in the
// order of the files and of their text. Throws Error{output} where `out` cannot be written (a
// closed pipe ends it in silence, with false), Error{input} where a source is missing.
bool write_statements(const StatementsRun& run, Console& console, std::FILE* out);

}  // namespace quotary
