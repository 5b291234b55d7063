#pragma once

#include <filesystem>
#include <optional>

namespace quotary::accuracy {

// Figures of PolNeAR's development set, track "speech", without headlines, in percent.
struct PolnearScore {
  double match_f1 = 0;
  double attributed_f1 = 0;
  double resolved_f1 = 0;
  double quoted_token_f1 = 0;
  double pronoun_names = 0;
  double nominal_names = 0;
};

struct PolnearRun {
  std::filesystem::path shared;   // a folder with gold/polnear and eval/evaluate.py
  std::filesystem::path indexer;  // quotary-index
  std::filesystem::path scratch;  // texts are unpacked here, and removed again
};

// Unpacks the set (zstd, tar), extracts by `quotary-index --statements`, scores by evaluate.py
// (python3). The corpus is not free to copy, so that it is never part of the project; nullopt where
// it is not there. Throws Error where a program fails.
std::optional<PolnearScore> score_polnear(const PolnearRun& run);

}  // namespace quotary::accuracy
