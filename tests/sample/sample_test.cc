// Scores the extractor on gold: on the sample corpus, and, where it is there, on ../shared. A floor
// is what the extractor reached; raise it when extraction gets better, and lower it only with a
// reason in the commit.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>

#include "bench/accuracy/gold_set.h"
#include "corpus/article/article_parser.h"
#include "indexer/extract/extractor.h"
#include "indexer/extract/tagger/model_file.h"

namespace quotary::accuracy {
namespace {

namespace fs = std::filesystem;

// A set and what the extractor reached on it.
struct Floor {
  const char* set;
  double match_f1;
  double resolved_f1;
  double said;
  double wrong_name;  // the most that is allowed
};

std::string in_tree(const char* path) { return std::string(QUOTARY_SOURCE_DIR) + "/" + path; }

void expect_floor(const Floor& floor, const TaggerModel* model) {
  const auto sets = gold_sets(QUOTARY_SOURCE_DIR, in_tree("../shared"));
  const auto set = std::find_if(sets.begin(), sets.end(),
                                [&](const GoldSet& one) { return one.name == floor.set; });
  if (set == sets.end()) GTEST_SKIP() << "the gold of " << floor.set << " is not there (../shared)";
  const ScoredSet scored = score_gold_set(*set, model);
  const Score& score = scored.score;
  const std::string found = fmt::format(
      "{}: match {:.1f} resolved {:.1f} said {:.1f} wrong name {:.1f} full name {:.1f} kind {:.1f} "
      "status {:.1f}",
      floor.set, score.match_f1(), score.resolved_f1(), score.said_rate(), score.wrong_name_rate(),
      score.full_name_rate(), score.kind_rate(), score.status_rate());
  fmt::print("{}\n", found);
  EXPECT_GE(score.match_f1(), floor.match_f1) << found;
  EXPECT_GE(score.resolved_f1(), floor.resolved_f1) << found;
  EXPECT_GE(score.said_rate(), floor.said) << found;
  EXPECT_LE(score.wrong_name_rate(), floor.wrong_name) << found;
}

class SampleScore : public testing::TestWithParam<Floor> {};

TEST_P(SampleScore, RulesReachTheFloor) { expect_floor(GetParam(), nullptr); }

// With the trained model the floors of the rules hold as well.
TEST_P(SampleScore, ModelReachesTheFloor) {
  const auto file = find_model();
  if (!file) GTEST_SKIP() << "no model";
  expect_floor(GetParam(), load_model(*file).get());
}

INSTANTIATE_TEST_SUITE_P(Sets, SampleScore,
                         testing::Values(Floor{"sample", 93, 87.5, 80, 3},
                                         Floor{"seed", 100, 100, 100, 0},
                                         Floor{"wire-dev", 90, 82, 88, 3.3}),
                         [](const auto& floor) {
                           std::string name = floor.param.set;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

// A statement inside a bullet once took the bullet's place, and the speaker of those after it.
TEST(Sample, ListUnderANameKeepsItsSpeakerWithTheModel) {
  const auto file = find_model();
  if (!file) GTEST_SKIP() << "no model";
  const char* path = "corpus/sample/2024/10/2024-10-23-key-statements-putin-brics.txt";
  std::ifstream in(in_tree(path));
  std::string text((std::istreambuf_iterator<char>(in)), {});
  const auto model = load_model(*file);
  size_t listed = 0;
  for (const Statement& statement : extract_statements(parse_article(text, path), model.get()))
    listed += !statement.cue && statement.speakers == std::vector<std::string>{"Vladimir Putin"};
  EXPECT_EQ(listed, 5u);
}

TEST(Sample, GoldStandsAtItsOffsets) {
  // read_gold checks every content against its offsets.
  std::map<std::string, std::string> texts;
  const auto gold =
      read_gold(in_tree("corpus/sample/statements.jsonl"), in_tree("corpus/sample"), texts);
  std::set<std::string> speakers;
  size_t statements = 0;
  for (const auto& [file, rows] : gold) {
    statements += rows.size();
    for (const LabelledStatement& row : rows) {
      EXPECT_FALSE(row.content.empty()) << file;
      if (row.mention) {
        EXPECT_NE(texts.at(file).find(*row.mention), std::string::npos) << file << *row.mention;
      }
      if (row.speaker) speakers.insert(*row.speaker);
    }
  }
  EXPECT_GE(gold.size(), 60u);
  EXPECT_GE(statements, 400u);
  EXPECT_GE(speakers.size(), 100u);
}

TEST(Sample, EveryArticleButTheGermanOneHasGold) {
  std::map<std::string, std::string> texts;
  const auto gold =
      read_gold(in_tree("corpus/sample/statements.jsonl"), in_tree("corpus/sample"), texts);
  const fs::path root = in_tree("corpus/sample");
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".txt") continue;
    const std::string file = entry.path().lexically_relative(root).generic_string();
    const bool german = file.ends_with("-de.txt");
    EXPECT_EQ(gold.count(file), german ? 0u : 1u) << file;
  }
}

}  // namespace
}  // namespace quotary::accuracy
