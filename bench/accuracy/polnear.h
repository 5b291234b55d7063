#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace quotary::accuracy {

// Figures of PolNeAR's development set, track "speech", without headlines, in percent.
struct PolnearScore {
  std::string how;  // "rules" or "model"
  double match_f1 = 0;
  double attributed_f1 = 0;
  double resolved_f1 = 0;
  double quoted_token_f1 = 0;
  double pronoun_names = 0;
  double nominal_names = 0;
  double seconds = 0;  // of processor time, of quotary-index --statements as a whole
  uint64_t bytes = 0;  // of the texts
};

struct PolnearRun {
  std::filesystem::path shared;   // a folder with gold/polnear and eval/evaluate.py
  std::filesystem::path indexer;  // quotary-index
  std::filesystem::path scratch;  // texts are unpacked here, and removed again
  // What to score: names of rows, and model files; "none" stands for the rules alone.
  std::vector<std::pair<std::string, std::string>> models;
};

// Unpacks the set (zstd, tar), extracts by `quotary-index --statements`, scores by evaluate.py
// (python3), once for each model. The corpus is not free to copy, so that it is never part of the
// project; nothing where it is not there. Throws Error where a program fails.
std::vector<PolnearScore> score_polnear(const PolnearRun& run);

}  // namespace quotary::accuracy
