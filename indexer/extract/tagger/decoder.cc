#include "indexer/extract/tagger/decoder.h"

#include <algorithm>
#include <cstring>

namespace quotary {
namespace {

constexpr size_t roles = word_role_count;
constexpr auto outside = static_cast<size_t>(WordRole::outside);
constexpr auto cue = static_cast<size_t>(WordRole::cue);
constexpr int32_t never = -(1 << 28);

using RoleScores = std::array<int32_t, roles>;
using StepScores = std::array<int32_t, TaggerModel::step_count>;

// The tables are larger than the inner caches: rows are asked for ahead of their use.
template <class Row>
void fetch(const FeatureList& features, const std::vector<Row>& table, uint32_t bits) {
  for (uint64_t hash : features) __builtin_prefetch(&table[hash >> (64 - bits)]);
}

// Sums of rows. All weights of a row are added at once, in two sums of 16-bit lanes: those at even
// and those at odd places, each weight 128 higher than it is, so that none is negative. A
// FeatureList has at most 128 rows, and 128 times 255 fits. (Widening the bytes of a row one by one
// took twice as long, and this is where the tagger spends its time.)
template <class Lanes, class Scores, class Row>
Scores sum_rows(const FeatureList& features, const std::vector<Row>& table, uint32_t bits) {
  static_assert(sizeof(Lanes) == sizeof(Row));
  constexpr size_t pairs = sizeof(Row) / 2;
  Lanes even{}, odd{};
  int32_t count = 0;
  for (uint64_t hash : features) {
    Lanes row;
    std::memcpy(&row, &table[hash >> (64 - bits)], sizeof row);
    row ^= 0x8080;
    even += row & 0xff;
    odd += row >> 8;
    ++count;
  }
  Scores scores;
  for (size_t i = 0; i < pairs; ++i) {
    scores[2 * i] = even[i] - 128 * count;
    scores[2 * i + 1] = odd[i] - 128 * count;
  }
  return scores;
}
using RoleLanes = uint16_t __attribute__((vector_size(4)));
using StepLanes = uint16_t __attribute__((vector_size(16)));

RoleScores role_scores(const FeatureList& features, const TaggerModel& model) {
  return sum_rows<RoleLanes, RoleScores>(features, model.roles, model.role_bits);
}
StepScores step_scores(const FeatureList& features, const TaggerModel& model) {
  return sum_rows<StepLanes, StepScores>(features, model.steps, model.step_bits);
}

// The features of one unit.
struct UnitFeatures {
  FeatureList role;
  FeatureList step;  // none at the first unit
};

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
  // The features of a unit are found while the rows of the one before are on their way.
  UnitFeatures features[2];
  auto find_features = [&](size_t k) {
    auto& [role, step] = features[k % 2];
    role.clear();
    role_features(view, context, units[k], role);
    fetch(role, model.roles, model.role_bits);
    step.clear();
    if (k) step_features(view, context, units[k], step);
    fetch(step, model.steps, model.step_bits);
  };
  RoleScores best{};
  int32_t no_cue = 0;
  find_features(0);
  for (size_t k = 0; k < units.size(); ++k) {
    if (k + 1 < units.size()) find_features(k + 1);
    RoleScores here = role_scores(features[k % 2].role, model);
    no_cue += here[outside];
    if (units[k] == window.head)
      for (size_t r = 0; r < roles; ++r)
        if (r != cue) here[r] = never;
    if (k == 0) {
      best = here;
      continue;
    }
    StepScores steps = step_scores(features[k % 2].step, model);
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
