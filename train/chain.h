#pragma once

#include <array>
#include <vector>

#include "indexer/extract/tagger/model.h"

namespace quotary {

// e^x by the four basic operations alone, so that every machine gets the same bits.
double exponential(double x);

// A linear chain over the words of one window, as training needs it.
struct Chain {
  using Roles = std::array<double, word_role_count>;
  using Steps = std::array<double, TaggerModel::step_count>;

  std::vector<Roles> roles;  // in: scores; of each word
  std::vector<Steps> steps;  // in: scores; of the step to each word, the first unused
  size_t head = 0;

  // Replaces the scores by probabilities under the model in which the window is either no cue, all
  // words outside, or a cue with any roles for the other words: by forward and backward sums.
  // Returns the probability of a cue.
  double probabilities();
};

}  // namespace quotary
