#include "indexer/extract/tagger/labellings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace quotary {
namespace {

using testing::ElementsAreArray;
using testing::SizeIs;

// A chain of scores from -50 to 50, by a small generator of its own.
ChainScores some_chain(uint32_t seed, size_t units) {
  auto next = [&] { return static_cast<int32_t>((seed = seed * 1664525 + 1013904223) >> 24); };
  ChainScores chain;
  for (size_t k = 0; k < units; ++k) {
    ChainScores::Roles roles;
    ChainScores::Steps steps;
    for (int32_t& x : roles) x = next() % 101 - 50;
    for (int32_t& x : steps) x = next() % 101 - 50;
    chain.add(roles, steps);
  }
  return chain;
}

int32_t score_of(const ChainScores& chain, const std::vector<WordRole>& roles) {
  int32_t score = 0;
  for (size_t k = 0; k < roles.size(); ++k) {
    auto here = static_cast<size_t>(roles[k]);
    score += chain.roles(k)[here];
    if (k) score += chain.steps(k)[static_cast<size_t>(roles[k - 1]) * word_role_count + here];
  }
  return score;
}

// The scores of all labellings of a short chain, the best first, without the theory.
std::vector<int32_t> all_scores(const ChainScores& chain) {
  size_t count = 1;
  for (size_t k = 0; k < chain.size(); ++k) count *= word_role_count;
  std::vector<int32_t> scores;
  for (size_t n = 0; n < count; ++n) {
    std::vector<WordRole> roles;
    for (size_t k = 0, rest = n; k < chain.size(); ++k, rest /= word_role_count)
      roles.push_back(static_cast<WordRole>(rest % word_role_count));
    scores.push_back(score_of(chain, roles));
  }
  std::sort(scores.rbegin(), scores.rend());
  return scores;
}

std::vector<int32_t> scores_of(const std::vector<Labelling>& labellings) {
  std::vector<int32_t> scores;
  for (const Labelling& l : labellings) scores.push_back(l.score);
  return scores;
}

TEST(NearBest, FindsAllThatComeWithinTheBest) {
  constexpr int32_t within = 60;
  for (uint32_t seed = 1; seed <= 50; ++seed) {
    ChainScores chain = some_chain(seed, 1 + seed % 5);
    std::vector<int32_t> expected = all_scores(chain);
    std::erase_if(expected, [best = expected[0]](int32_t s) { return s < best - within; });
    std::vector<Labelling> found = near_best(chain, within, 2000);
    EXPECT_THAT(scores_of(found), ElementsAreArray(expected)) << seed;
    EXPECT_EQ(chain.best_score(), expected[0]);
    for (const Labelling& l : found) EXPECT_EQ(score_of(chain, l.roles), l.score);
  }
}

TEST(NearBest, OfMoreThanAskedForTheBestIsKept) {
  for (uint32_t seed = 1; seed <= 20; ++seed) {
    ChainScores chain = some_chain(seed, 6);
    std::vector<Labelling> found = near_best(chain, 1000, 3);
    EXPECT_THAT(found, SizeIs(3));
    EXPECT_EQ(found[0].score, chain.best_score());
    EXPECT_GE(found[0].score, found[1].score);
    EXPECT_GE(found[1].score, found[2].score);
  }
}

TEST(NearBest, WhatIsNotPossibleIsNotFound) {
  ChainScores chain;
  chain.add({5, ChainScores::never, ChainScores::never, 3}, {});
  chain.add({ChainScores::never, ChainScores::never, ChainScores::never, 1}, {});
  EXPECT_THAT(scores_of(near_best(chain, 100, 16)), ElementsAreArray({6, 4}));
}

// "c" content, "s" speaker, "q" cue, "." none of these.
Labelling labelling(int32_t score, std::string_view roles) {
  Labelling l{score, {}};
  for (char c : roles)
    l.roles.push_back(c == 'c'   ? WordRole::content
                      : c == 's' ? WordRole::speaker
                      : c == 'q' ? WordRole::cue
                                 : WordRole::outside);
  return l;
}

const std::vector<uint8_t> ten(10, 1);

TEST(MostAgreed, TheBestWhereItLeadsClearly) {
  std::vector<Labelling> all = {labelling(200, "sqcccccccc"), labelling(90, "sqcccc...."),
                                labelling(80, "sqcc......")};
  EXPECT_EQ(most_agreed(all, ten, 32), 0u);
}

TEST(MostAgreed, TheOneBetweenTwoExtremes) {
  std::vector<Labelling> all = {labelling(100, "sqcc......"), labelling(98, "sqcccccccc"),
                                labelling(97, "sqcccc....")};
  EXPECT_EQ(most_agreed(all, ten, 32), 2u);
}

TEST(MostAgreed, LabellingsWithOneContentCountTogether) {
  std::vector<Labelling> all = {labelling(100, "sqcc......"), labelling(95, "sqcccccccc"),
                                labelling(94, ".qcccccccc")};
  EXPECT_EQ(most_agreed(all, ten, 32), 1u);
}

TEST(MostAgreed, NoContentOnlyWhereNoneHasOne) {
  EXPECT_EQ(most_agreed({labelling(100, "sq"), labelling(1, "qc")}, {1, 1}, 32), 1u);
  EXPECT_EQ(most_agreed({labelling(100, "sq"), labelling(99, ".q")}, {1, 1}, 32), 0u);
}

TEST(MostAgreed, AUnitCountsForAllOfItsWords) {
  std::vector<Labelling> all = {labelling(100, "qc."), labelling(99, "q.c"), labelling(60, "qcc")};
  EXPECT_EQ(most_agreed(all, {1, 8, 2}, 32), 0u);
  EXPECT_EQ(most_agreed(all, {1, 2, 8}, 32), 1u);
}

}  // namespace
}  // namespace quotary
