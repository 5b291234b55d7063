#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/extract/tagger/model.h"

namespace quotary {

// What a model's weights say of the units of a window (features.h), in its scaled weights.
class ChainScores {
 public:
  using Roles = std::array<int32_t, word_role_count>;
  using Steps = std::array<int32_t, TaggerModel::step_count>;

  // No role has this score in earnest: it says that a role is not possible.
  static constexpr int32_t never = -(1 << 28);

  void reserve(size_t units);
  // Adds a unit: the scores of its roles, and of the steps to them from the roles of the unit
  // before, [role there * word_role_count + role here]. The first unit's steps count for nothing.
  void add(const Roles& roles, const Steps& steps);

  size_t size() const { return units_.size(); }
  const Roles& roles(size_t unit) const { return units_[unit].roles; }
  const Steps& steps(size_t unit) const { return units_[unit].steps; }
  // The score of the best way up to a unit that ends with a role (Viterbi's algorithm).
  const Roles& best(size_t unit) const { return units_[unit].best; }
  // The score of the best way through all units; there must be one.
  int32_t best_score() const;

 private:
  struct Unit {
    Roles roles;
    Steps steps;
    Roles best;
  };
  std::vector<Unit> units_;
};

// A role for every unit of a window.
struct Labelling {
  int32_t score = 0;
  std::vector<WordRole> roles;
};

// The labellings whose scores come within `within` of the best one's, the best first; at most
// `most` (one or more), and where there are more of them mostly the best.
std::vector<Labelling> near_best(const ChainScores& chain, int32_t within, size_t most);

// Which labelling has the content that is most likely good enough: shares half of its words with
// the true one. That is the content that agrees so with most of the others, each labelling having
// the weight of its probability, e^(score / scale). The best labelling by itself is often one of
// two extremes ("said A", "said A and B"), and its lead small. A labelling without a content is
// chosen only where none has one. `words` says for each unit how many words it stands for (a window
// has less than 256). `labellings` are not empty, the best first.
size_t most_agreed(const std::vector<Labelling>& labellings, const std::vector<uint8_t>& words,
                   uint32_t scale);

}  // namespace quotary
