#include "indexer/extract/tagger/decoder.h"

#include <algorithm>

namespace quotary {
namespace {

constexpr size_t roles = word_role_count;
constexpr auto outside = static_cast<size_t>(WordRole::outside);
constexpr auto cue = static_cast<size_t>(WordRole::cue);
constexpr int32_t never = -(1 << 28);

using RoleScores = std::array<int32_t, roles>;
using StepScores = std::array<int32_t, TaggerModel::step_count>;

RoleScores role_scores(const FeatureList& features, const TaggerModel& model) {
  RoleScores scores{};
  for (uint64_t hash : features) {
    const TaggerModel::RoleWeights& row = model.roles[hash >> (64 - model.role_bits)];
    for (size_t r = 0; r < roles; ++r) scores[r] += row[r];
  }
  return scores;
}

StepScores step_scores(const FeatureList& features, const TaggerModel& model) {
  StepScores scores{};
  for (uint64_t hash : features) {
    const TaggerModel::StepWeights& row = model.steps[hash >> (64 - model.step_bits)];
    for (size_t s = 0; s < scores.size(); ++s) scores[s] += row[s];
  }
  return scores;
}

using Backs = std::array<uint8_t, roles>;

// The best score of each role at a word, from those at the word before; `back` says from which.
RoleScores advance(const RoleScores& before, const StepScores& steps, const RoleScores& here,
                   Backs& back) {
  RoleScores best;
  for (size_t r = 0; r < roles; ++r) {
    best[r] = never;
    for (size_t p = 0; p < roles; ++p) {
      int32_t score = before[p] + steps[p * roles + r];
      if (score > best[r]) best[r] = score, back[r] = static_cast<uint8_t>(p);
    }
    best[r] = std::max(best[r] + here[r], never);
  }
  return best;
}

}  // namespace

int32_t gate_score(const TaggerView& view, const TaggerModel& model, uint32_t head) {
  FeatureList features;
  gate_features(view, head, features);
  int32_t score = 0;
  for (uint64_t hash : features) score += model.gate[hash >> (64 - model.gate_bits)];
  return score;
}

CueReading read_cue(const TaggerView& view, const TaggerModel& model, const CueWindow& window) {
  WindowContext context = context_of(view, window);
  const std::vector<uint32_t>& units = context.units;
  std::vector<Backs> backs(units.size());
  FeatureList features;
  RoleScores best{};
  int32_t no_cue = 0;
  for (size_t k = 0; k < units.size(); ++k) {
    features.clear();
    role_features(view, context, units[k], features);
    RoleScores here = role_scores(features, model);
    no_cue += here[outside];
    if (units[k] == window.head)
      for (size_t r = 0; r < roles; ++r)
        if (r != cue) here[r] = never;
    if (k == 0) {
      best = here;
      continue;
    }
    features.clear();
    step_features(view, context, units[k], features);
    StepScores steps = step_scores(features, model);
    no_cue += steps[outside * roles + outside];
    best = advance(best, steps, here, backs[k]);
  }
  CueReading reading{window, 0, std::vector<WordRole>(window.tokens.size())};
  size_t role = std::max_element(best.begin(), best.end()) - best.begin();
  reading.margin = best[role] - no_cue;
  uint32_t end = window.tokens.end;
  for (size_t k = units.size(); k-- > 0;) {
    for (uint32_t i = units[k]; i < end; ++i)
      reading.roles[i - window.tokens.begin] = static_cast<WordRole>(role);
    end = units[k];
    if (k) role = backs[k][role];
  }
  return reading;
}

}  // namespace quotary
