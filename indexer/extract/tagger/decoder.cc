#include "indexer/extract/tagger/decoder.h"

#include <cstring>

#include "indexer/extract/tagger/labellings.h"

namespace quotary {
namespace {

constexpr size_t roles = word_role_count;
constexpr auto outside = static_cast<size_t>(WordRole::outside);
constexpr auto cue = static_cast<size_t>(WordRole::cue);

constexpr int32_t near_logits = 4;  // labellings less likely than the best by e^4 do not count
constexpr size_t most_labellings = 16;

using RoleScores = ChainScores::Roles;
using StepScores = ChainScores::Steps;

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

// Scores the units of a window whose head is a cue; `margin` is told by how much the best roles
// beat those of no cue, all outside.
ChainScores score_chain(const TaggerView& view, const TaggerModel& model,
                        const WindowContext& context, int32_t& margin) {
  const std::vector<uint32_t>& units = context.units;
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
  ChainScores chain;
  chain.reserve(units.size());
  int32_t no_cue = 0;
  find_features(0);
  for (size_t k = 0; k < units.size(); ++k) {
    if (k + 1 < units.size()) find_features(k + 1);
    RoleScores here = role_scores(features[k % 2].role, model);
    StepScores steps = step_scores(features[k % 2].step, model);
    no_cue += here[outside] + steps[outside * roles + outside];
    if (units[k] == context.window.head)
      for (size_t r = 0; r < roles; ++r)
        if (r != cue) here[r] = ChainScores::never;
    chain.add(here, steps);
  }
  margin = chain.best_score() - no_cue;
  return chain;
}

// The roles of the window's words.
std::vector<WordRole> choose_roles(const TaggerView& view, const TaggerModel& model,
                                   const WindowContext& context, const ChainScores& chain) {
  const std::vector<uint32_t>& units = context.units;
  TokenRange tokens = context.window.tokens;
  auto unit_end = [&](size_t k) { return k + 1 < units.size() ? units[k + 1] : tokens.end; };
  std::vector<uint8_t> words(units.size());  // a window has at most 240
  for (size_t k = 0; k < units.size(); ++k)
    for (uint32_t i = units[k]; i < unit_end(k); ++i) words[k] += view.traits[i].is_word;
  int32_t within = near_logits * static_cast<int32_t>(model.scale);
  std::vector<Labelling> labellings = near_best(chain, within, most_labellings);
  const Labelling& chosen = labellings[most_agreed(labellings, words, model.scale)];
  std::vector<WordRole> word_roles;
  word_roles.reserve(tokens.size());
  for (size_t k = 0; k < units.size(); ++k)
    word_roles.insert(word_roles.end(), unit_end(k) - units[k], chosen.roles[k]);
  return word_roles;
}

}  // namespace

int32_t gate_score(const TaggerView& view, const TaggerModel& model, uint32_t head) {
  FeatureList features;
  gate_features(view, head, features);
  int32_t score = 0;
  for (uint64_t hash : features) score += model.gate[hash >> (64 - model.gate_bits)];
  return score;
}

CueReading read_cue(const TaggerView& view, const TaggerModel& model, const CueWindow& window,
                    int32_t threshold) {
  WindowContext context = context_of(view, window);
  CueReading reading{window, 0, {}};
  ChainScores chain = score_chain(view, model, context, reading.margin);
  if (reading.margin > threshold) reading.roles = choose_roles(view, model, context, chain);
  return reading;
}

}  // namespace quotary
