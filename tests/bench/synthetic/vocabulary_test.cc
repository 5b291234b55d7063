#include "bench/synthetic/vocabulary.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <unordered_set>

namespace quotary::bench {
namespace {

TEST(Vocabulary, EveryRankHasAWordOfItsOwn) {
  std::unordered_set<std::string> words;
  for (uint64_t rank = 0; rank < 50'000; ++rank) {
    EXPECT_TRUE(words.insert(word_of_rank(rank)).second) << rank;
    EXPECT_TRUE(words.insert(topic_of_rank(rank)).second) << rank;
    EXPECT_TRUE(words.insert(name_of_rank(rank)).second) << rank;
  }
  EXPECT_LT(word_of_rank(3).size(), word_of_rank(100'000'000).size());
}

size_t different_words(uint64_t drawn) {
  Random random(7);
  std::unordered_set<uint64_t> seen;
  for (uint64_t i = 0; i < drawn; ++i) seen.insert(kNewsWords.rank(random));
  return seen.size();
}

TEST(Vocabulary, GrowsByHeapsLaw) {
  const auto few = static_cast<double>(different_words(20'000));
  const auto many = static_cast<double>(different_words(2'000'000));
  EXPECT_NEAR(std::log(many / few) / std::log(100), 1 / kNewsWords.exponent, 0.05);
}

TEST(Random, IsTheSameEverywhere) {
  Random random(1);
  EXPECT_EQ(random.below(1000), 528u);
  EXPECT_NEAR(random.unit(), 0.1364, 1e-4);
}

}  // namespace
}  // namespace quotary::bench
