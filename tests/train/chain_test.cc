#include "train/chain.h"

#include <gtest/gtest.h>

#include <cmath>

#include "train/random.h"

namespace quotary {
namespace {

constexpr size_t roles = word_role_count;
constexpr auto outside = static_cast<size_t>(WordRole::outside);
constexpr auto cue = static_cast<size_t>(WordRole::cue);

Chain random_chain(size_t size, size_t head, Random& random) {
  Chain chain;
  chain.head = head;
  auto value = [&] { return static_cast<double>(random.below(6000)) / 1000 - 3; };
  for (size_t k = 0; k < size; ++k) {
    Chain::Roles row;
    for (double& x : row) x = value();
    chain.roles.push_back(row);
    Chain::Steps steps;
    for (double& x : steps) x = value();
    chain.steps.push_back(steps);
  }
  return chain;
}

// The same by trying every way to label the words.
Chain by_enumeration(const Chain& chain, double& is_cue) {
  size_t size = chain.roles.size(), ways = 1;
  for (size_t k = 0; k < size; ++k) ways *= roles;
  Chain out = chain;
  for (auto& row : out.roles) row.fill(0);
  for (auto& row : out.steps) row.fill(0);
  double total = 0, cues = 0;
  for (size_t way = 0; way < ways; ++way) {
    std::vector<size_t> labels;
    for (size_t k = 0, rest = way; k < size; ++k, rest /= roles) labels.push_back(rest % roles);
    if (labels[chain.head] != cue && way != 0) continue;  // way 0: all outside
    double score = 0;
    for (size_t k = 0; k < size; ++k) {
      score += chain.roles[k][labels[k]];
      if (k) score += chain.steps[k][labels[k - 1] * roles + labels[k]];
    }
    double weight = std::exp(score);
    total += weight;
    if (way) cues += weight;
    for (size_t k = 0; k < size; ++k) {
      out.roles[k][labels[k]] += weight;
      if (k) out.steps[k][labels[k - 1] * roles + labels[k]] += weight;
    }
  }
  for (auto& row : out.roles)
    for (double& x : row) x /= total;
  for (auto& row : out.steps)
    for (double& x : row) x /= total;
  is_cue = cues / total;
  return out;
}

TEST(Chain, ProbabilitiesAreThoseOfAllWaysToLabel) {
  static_assert(outside == 0);
  Random random(7);
  for (size_t size : {1, 2, 3, 5})
    for (size_t head = 0; head < size; ++head) {
      Chain chain = random_chain(size, head, random);
      double expected_cue = 0;
      Chain expected = by_enumeration(chain, expected_cue);
      EXPECT_NEAR(chain.probabilities(), expected_cue, 1e-9);
      for (size_t k = 0; k < size; ++k) {
        for (size_t r = 0; r < roles; ++r)
          EXPECT_NEAR(chain.roles[k][r], expected.roles[k][r], 1e-9);
        for (size_t s = 0; k && s < TaggerModel::step_count; ++s)
          EXPECT_NEAR(chain.steps[k][s], expected.steps[k][s], 1e-9);
      }
    }
}

TEST(Chain, StandsLargeScores) {
  Random random(8);
  Chain chain = random_chain(300, 150, random);
  for (auto& row : chain.roles)
    for (double& x : row) x *= 40;
  double p = chain.probabilities();
  EXPECT_TRUE(p >= 0 && p <= 1) << p;
  for (auto& row : chain.roles)
    for (double x : row) EXPECT_TRUE(std::isfinite(x));
}

TEST(Chain, ExponentialIsThatOfTheLibrary) {
  for (double x = -50; x < 50; x += 0.37) EXPECT_NEAR(exponential(x) / std::exp(x), 1, 1e-12) << x;
  EXPECT_EQ(exponential(-1000), 0);
}

}  // namespace
}  // namespace quotary
