#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/accuracy/score.h"

namespace quotary {
struct TaggerModel;
}

namespace quotary::accuracy {

// A gold file and the folder of its texts (dated text files).
struct GoldSet {
  std::string name;
  std::string gold_file;
  std::string folder;
};

struct ScoredSet {
  Score score;
  double seconds = 0;  // of processor time, for parsing and extracting
  uint64_t bytes = 0;  // of the texts
  std::string mistakes;  // one a line: kind | file | speaker found | gold speaker | content
};

// Reads, parses and extracts every article of the set in this process, and compares. Without a
// model the rules decide alone. Throws Error (input) where the gold is not sound.
ScoredSet score_gold_set(const GoldSet& set, const TaggerModel* model);

// The sets whose gold is in the project's form: the sample corpus of the source tree, and those of
// a folder of shared gold (../shared beside the tree) that are there.
std::vector<GoldSet> gold_sets(const std::string& source_tree, const std::string& shared);

}  // namespace quotary::accuracy
