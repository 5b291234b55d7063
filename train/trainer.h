#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/extract/tagger/model.h"
#include "train/gold.h"

namespace quotary {

struct TrainingOptions {
  uint64_t seed = 1;
  int epochs = 10;
  int runs = 3;            // the model is the mean of so many
  float rate = 0.05f;      // of AdaGrad
  float wire_weight = 3;   // how much an example of the wire style weighs
  float dropout = 0.5f;    // share of features left out of a step, so that none is leaned on alone
  float gate = -1;         // a candidate's gate sum must be above this to be read
  float accept = -1.5f;    // and cue must beat no cue by this: below 0 finds more, less surely
  float filed_accept = 0;  // the same in agency reports, where the rules are surer of their cues:
  float filed_rule_accept = -2;  // for cues of the tagger alone, and for those of the rules
  int min_count = 2;             // features seen less often than this in the gold are not learned
  uint32_t gate_bits = 16;       // rows of the tables, as powers of two
  uint32_t role_bits = 20;
  uint32_t step_bits = 15;
};

// Trains a model: first the gate (logistic regression over candidates), then roles and steps (a
// conditional random field over the windows of the candidates that pass the gate; Lafferty et al.
// 2001), both by stochastic gradients with AdaGrad's rates (Duchi et al. 2011). One thread, own
// random numbers and own exponential: the same articles in the same order and the same options
// give the same bytes. `say` is told how it goes.
TaggerModel train(std::vector<GoldArticle>& articles, const TrainingOptions& options,
                  const std::function<void(const std::string&)>& say);

}  // namespace quotary
