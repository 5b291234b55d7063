#pragma once

#include <string>
#include <vector>

#include "bench/accuracy/gold_set.h"
#include "bench/accuracy/polnear.h"

namespace quotary::accuracy {

struct AccuracyRow {
  std::string set;
  std::string how;  // "rules" or "model"
  ScoredSet scored;
};

// What `quotary-bench accuracy` prints: a row a set, and PolNeAR's figures where they were taken, each with
// the processor time that it took, so that a slow result is seen as well as a worse one.
// Figures that miss the project's goal are marked with '<' (or '>' where less is better).
std::string accuracy_text(const std::vector<AccuracyRow>& rows,
                          const std::vector<PolnearScore>& polnear);
std::string accuracy_json(const std::vector<AccuracyRow>& rows,
                          const std::vector<PolnearScore>& polnear);

}  // namespace quotary::accuracy
