#pragma once

#include <string>
#include <vector>

#include "common/store/index_reader.h"

namespace quotary::bench {

// The words that queries of a benchmark are made of, as this index has them.
struct IndexWords {
  std::string very_common;          // in about a fifth of the statements
  std::string common;               // in a twentieth
  std::string rare;                 // in one of two thousand
  std::vector<std::string> others;  // four, in about a fiftieth each
  std::string phrase;               // two words that stand side by side, the first one common
  std::string speaker;              // the one with the most statements
  int year = 0;                     // the one with the most statements
};

// Throws Error{index} where the index has too few words.
IndexWords words_of(const IndexReader& index);

}  // namespace quotary::bench
