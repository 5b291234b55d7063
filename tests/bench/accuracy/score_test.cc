#include "bench/accuracy/score.h"

#include <gtest/gtest.h>

namespace quotary::accuracy {
namespace {

constexpr std::string_view kText =
    "The union said that trains will stop on Friday. \"Nobody is paid,\" Frey added. He left.";

LabelledStatement statement(std::string_view content, std::optional<std::string> speaker) {
  const auto at = static_cast<uint32_t>(kText.find(content));
  LabelledStatement row;
  row.content = {at, at + static_cast<uint32_t>(content.size())};
  row.speaker = std::move(speaker);
  return row;
}

TEST(Score, EverythingRight) {
  const std::vector<LabelledStatement> gold = {
      statement("trains will stop on Friday", std::nullopt),
      statement("Nobody is paid", "Jonas Frey")};
  const Score score = score_article(kText, gold, gold);
  EXPECT_DOUBLE_EQ(score.match_f1(), 100);
  EXPECT_DOUBLE_EQ(score.exact_f1(), 100);
  EXPECT_DOUBLE_EQ(score.resolved_f1(), 100);
  EXPECT_DOUBLE_EQ(score.full_name_rate(), 100);
  EXPECT_DOUBLE_EQ(score.wrong_name_rate(), 0);
  EXPECT_DOUBLE_EQ(score.said_rate(), 100);
}

TEST(Score, NothingFoundAndNothingToFind) {
  const std::vector<LabelledStatement> gold = {statement("Nobody is paid", "Frey")};
  EXPECT_DOUBLE_EQ(score_article(kText, gold, {}).match_f1(), 0);
  EXPECT_DOUBLE_EQ(score_article(kText, {}, gold).match_f1(), 0);
  EXPECT_DOUBLE_EQ(score_article(kText, {}, {}).match_f1(), 0);
  EXPECT_DOUBLE_EQ(score_article(kText, {}, {}).wrong_name_rate(), 0);
}

TEST(Score, ALeadingThatIsNotScored) {
  const Score score = score_article(kText, {statement("trains will stop on Friday", "union")},
                                    {statement("that trains will stop on Friday", "union")});
  EXPECT_EQ(score.matched, 1u);
  EXPECT_EQ(score.exact, 1u);
}

TEST(Score, HalfOfTheWordsMustAgree) {
  const std::vector<LabelledStatement> gold = {statement("trains will stop on Friday", "union")};
  // Three of five words: a match, not an exact one. Two of five: none.
  const Score most = score_article(kText, gold, {statement("trains will stop", "union")});
  EXPECT_EQ(most.matched, 1u);
  EXPECT_EQ(most.exact, 0u);
  EXPECT_EQ(score_article(kText, gold, {statement("trains will", "union")}).matched, 0u);
}

TEST(Score, OneGoldStatementIsMatchedOnce) {
  const std::vector<LabelledStatement> gold = {statement("trains will stop on Friday", "union")};
  const std::vector<LabelledStatement> found = {statement("trains will stop on", "Frey"),
                                                statement("trains will stop on Friday", "union")};
  std::vector<Mistake> mistakes;
  const Score score = score_article(kText, gold, found, &mistakes);
  EXPECT_EQ(score.matched, 1u);
  EXPECT_EQ(score.resolved, 1u) << "the better pair is taken";
  ASSERT_EQ(mistakes.size(), 1u);
  EXPECT_EQ(mistakes[0].kind, Mistake::Kind::extra);
  EXPECT_EQ(mistakes[0].speaker, "Frey");
  EXPECT_DOUBLE_EQ(score.match_f1(), 200.0 / 3);
}

TEST(Score, AWrongNameIsWorseThanNone) {
  const std::vector<LabelledStatement> gold = {statement("Nobody is paid", "Jonas Frey")};
  const Score wrong = score_article(kText, gold, {statement("Nobody is paid", "Solvei")});
  EXPECT_EQ(wrong.resolved, 0u);
  EXPECT_DOUBLE_EQ(wrong.wrong_name_rate(), 100);
  const Score none = score_article(kText, gold, {statement("Nobody is paid", std::nullopt)});
  EXPECT_EQ(none.resolved, 0u);
  EXPECT_DOUBLE_EQ(none.wrong_name_rate(), 0);
  const Score invented = score_article(kText, {statement("Nobody is paid", std::nullopt)},
                                       {statement("Nobody is paid", "Frey")});
  EXPECT_DOUBLE_EQ(invented.wrong_name_rate(), 100);
}

TEST(Score, DateKindAndStatusCountAmongMatches) {
  LabelledStatement gold = statement("Nobody is paid", "Frey");
  gold.kind = StatementKind::direct;
  LabelledStatement found = gold;
  found.said = "2024-07-03";
  found.status = StatementStatus::denied;
  const Score score = score_article(kText, {gold}, {found});
  EXPECT_DOUBLE_EQ(score.kind_rate(), 100);
  EXPECT_DOUBLE_EQ(score.said_rate(), 0) << "a date where the gold has none is wrong";
  EXPECT_DOUBLE_EQ(score.status_rate(), 0);
}

TEST(Score, AddsUp) {
  const std::vector<LabelledStatement> gold = {statement("Nobody is paid", "Frey")};
  Score sum = score_article(kText, gold, gold);
  sum += score_article(kText, gold, {});
  EXPECT_EQ(sum.files, 2u);
  EXPECT_EQ(sum.gold, 2u);
  EXPECT_EQ(sum.found, 1u);
  EXPECT_DOUBLE_EQ(sum.match_f1(), 200.0 / 3);
}

}  // namespace
}  // namespace quotary::accuracy
