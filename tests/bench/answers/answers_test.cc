#include "bench/answers/answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "common/base/error.h"
#include "common/store/index_reader.h"
#include "query/search/searcher.h"
#include "tests/query/search/gold_index.h"

namespace quotary::bench {
namespace {

using testing::HasSubstr;

const AnswerScore& way(const AnswersReport& report, const std::string& name) {
  for (const AnswerScore& score : report.scores)
    if (score.way == name) return score;
  throw std::runtime_error(name);
}

// Statements of an index as places of the gold.
std::vector<RelevantPlace> places(const IndexReader& index) {
  SearchOptions options;
  options.limit = 0;
  options.sort = SortBy::oldest;
  Search search(index, Node(), options);
  std::vector<RelevantPlace> places;
  while (auto hit = search.next()) {
    places.push_back({hit->path, hit->content.front().start, hit->content.back().end});
  }
  return places;
}

TEST(Answers, CountsWhatEachWayFinds) {
  TemporaryFolder folder;
  build_small_index({{"date 2024-01-01 A\n\nThe UN must act", "Ada Holm"},
                     {"date 2024-01-02 B\n\nThe United Nations are slow", "Ada Holm"},
                     {"date 2024-01-03 C\n\nUN is a syllable", "Ada Holm"},
                     {"date 2024-01-04 D\n\nFish is dear", "Ada Holm"}},
                    folder.path() / "index");
  auto all = places(IndexReader(folder.path() / "index"));
  ASSERT_EQ(all.size(), 4u);
  std::vector<AnswerPair> pairs = {{"Ada Holm", "UN", {all[0], all[1]}},
                                   {"Ada Holm", "fish", {all[3]}},
                                   {"Ada Holm", "kites", {all[3]}}};
  AnswersReport report = measure_answers(folder.path() / "index", pairs);
  EXPECT_EQ(report.pairs, 3u);

  const AnswerScore& plain = way(report, "without aliases");
  EXPECT_EQ(plain.found, 3u);
  EXPECT_EQ(plain.right, 2u);
  EXPECT_EQ(plain.reached, 2u);
  EXPECT_EQ(plain.gold, 4u);
  EXPECT_EQ(plain.unanswered, 1u);

  const AnswerScore& aliases = way(report, "default");
  EXPECT_EQ(aliases.found, 4u);
  EXPECT_EQ(aliases.right, 3u);
  EXPECT_DOUBLE_EQ(aliases.precision(), 0.75);
  EXPECT_DOUBLE_EQ(aliases.recall(), 0.75);
  EXPECT_THAT(answers_text(report), HasSubstr("default                   4       75.0    75.0"));
  EXPECT_THAT(answers_json(report), HasSubstr("\"pairs\": 3"));
}

TEST(Answers, RefusesWhatDoesNotFit) {
  TemporaryFolder folder;
  build_small_index({{"date 2024-01-01 A\n\nFish is dear", "Ada Holm"}}, folder.path() / "index");
  EXPECT_THROW(measure_answers(folder.path() / "index", {{"Ada Holm", "fish", {{"x.txt", 0, 5}}}}),
               Error);
  auto file = folder.path() / "gold.jsonl";
  std::ofstream(file)
      << R"({"speaker":"A","topic":"b","relevant":[{"path":"x","start":1,"end":2}]})"
      << "\n{\"speaker\":\"A\"}\n";
  try {
    read_answer_pairs(file);
    ADD_FAILURE() << "read";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("gold.jsonl:2: "));
  }
}

TEST(Answers, GoldOfTheProjectIsSound) {
  auto pairs = read_answer_pairs(QUOTARY_SOURCE_DIR "/bench/answers/wire.jsonl");
  EXPECT_GE(pairs.size(), 40u);
  for (const AnswerPair& pair : pairs) {
    for (const RelevantPlace& place : pair.relevant) EXPECT_LT(place.start, place.end);
  }
}

}  // namespace
}  // namespace quotary::bench
