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

// Sums of rows, all entries of a row at once in 16-bit lanes: a FeatureList has at most 128 rows,
// and 128 times 127 fits.
using Bytes4 = int8_t __attribute__((vector_size(4)));
using Lanes4 = int16_t __attribute__((vector_size(8)));
using Bytes16 = int8_t __attribute__((vector_size(16)));
using Lanes16 = int16_t __attribute__((vector_size(32)));

// The tables are larger than the inner caches: rows are asked for ahead of their use.
template <class Row>
void fetch(const FeatureList& features, const std::vector<Row>& table, uint32_t bits) {
  for (uint64_t hash : features) __builtin_prefetch(&table[hash >> (64 - bits)]);
}

template <class Bytes, class Lanes, class Scores, class Row>
Scores sum_rows(const FeatureList& features, const std::vector<Row>& table, uint32_t bits) {
  static_assert(sizeof(Bytes) == sizeof(Row));
  Lanes sums{};
  for (uint64_t hash : features) {
    Bytes row;
    std::memcpy(&row, &table[hash >> (64 - bits)], sizeof row);
    sums += __builtin_convertvector(row, Lanes);
  }
  Scores scores;
  for (size_t i = 0; i < scores.size(); ++i) scores[i] = sums[i];
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
  FeatureList role_list, step_list;
  RoleScores best{};
  int32_t no_cue = 0;
  for (size_t k = 0; k < units.size(); ++k) {
    role_list.clear();
    role_features(view, context, units[k], role_list);
    fetch(role_list, model.roles, model.role_bits);
    step_list.clear();
    if (k) step_features(view, context, units[k], step_list);
    fetch(step_list, model.steps, model.step_bits);
    auto here = sum_rows<Bytes4, Lanes4, RoleScores>(role_list, model.roles, model.role_bits);
    no_cue += here[outside];
    if (units[k] == window.head)
      for (size_t r = 0; r < roles; ++r)
        if (r != cue) here[r] = never;
    if (k == 0) {
      best = here;
      continue;
    }
    auto steps = sum_rows<Bytes16, Lanes16, StepScores>(step_list, model.steps, model.step_bits);
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
