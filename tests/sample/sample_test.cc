// Scores the extractor on gold: on the sample corpus, and, where it is there, on ../shared. A floor
// is what the extractor reached; raise it when extraction gets better, and lower it only with a
// reason in the commit.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>

#include "bench/accuracy/labelled_statement.h"
#include "bench/accuracy/score.h"
#include "corpus/article/article_parser.h"
#include "indexer/extract/extractor.h"
#include "indexer/extract/tagger/model_file.h"

namespace quotary::accuracy {
namespace {

namespace fs = std::filesystem;

struct GoldSet {
  const char* name;
  const char* gold;    // from the root of the source tree
  const char* folder;  // its texts
  double match_f1;     // floors, and for wrong names the most that is allowed
  double resolved_f1;
  double said;
  double wrong_name;
};

std::string in_tree(const char* path) { return std::string(QUOTARY_SOURCE_DIR) + "/" + path; }

struct Scored {
  Score score;
  std::string mistakes;  // for the message of a failure
};

void append(std::string& list, const std::string& file, const Mistake& mistake) {
  static constexpr std::array<const char*, 3> kinds = {"missed", "extra", "speaker"};
  list += fmt::format("  {} | {} | {} | gold {} | {}\n", kinds[static_cast<size_t>(mistake.kind)],
                      file, mistake.speaker, mistake.gold, mistake.content.substr(0, 100));
}

Scored score_set(const GoldSet& set, const TaggerModel* model) {
  std::map<std::string, std::string> texts;
  Scored result;
  for (const auto& [file, gold] : read_gold(in_tree(set.gold), in_tree(set.folder), texts)) {
    const Article article = parse_article(texts.at(file), file);
    std::vector<Mistake> mistakes;
    result.score +=
        score_article(article.text, gold, labelled(extract_statements(article, model)), &mistakes);
    for (const Mistake& mistake : mistakes) append(result.mistakes, file, mistake);
  }
  return result;
}

void expect_floors(const GoldSet& set, const TaggerModel* model) {
  if (!fs::exists(in_tree(set.gold))) GTEST_SKIP() << set.gold << " is not there";
  const auto [score, mistakes] = score_set(set, model);
  const std::string found = fmt::format(
      "{}: match {:.1f} resolved {:.1f} said {:.1f} wrong name {:.1f} full name {:.1f} kind {:.1f} "
      "status {:.1f}",
      set.name, score.match_f1(), score.resolved_f1(), score.said_rate(), score.wrong_name_rate(),
      score.full_name_rate(), score.kind_rate(), score.status_rate());
  fmt::print("{}\n", found);
  if (std::getenv("QUOTARY_SHOW_MISTAKES")) fmt::print("{}", mistakes);
  EXPECT_GE(score.match_f1(), set.match_f1) << found;
  EXPECT_GE(score.resolved_f1(), set.resolved_f1) << found;
  EXPECT_GE(score.said_rate(), set.said) << found;
  EXPECT_LE(score.wrong_name_rate(), set.wrong_name) << found;
}

class SampleScore : public testing::TestWithParam<GoldSet> {};

TEST_P(SampleScore, RulesReachTheFloor) { expect_floors(GetParam(), nullptr); }

// With the trained model the floors of the rules hold as well.
TEST_P(SampleScore, ModelReachesTheFloor) {
  const auto file = find_model();
  if (!file) GTEST_SKIP() << "no model";
  expect_floors(GetParam(), load_model(*file).get());
}

INSTANTIATE_TEST_SUITE_P(Sets, SampleScore,
                         testing::Values(GoldSet{"sample", "corpus/sample/statements.jsonl",
                                                 "corpus/sample", 28, 12, 55, 10},
                                         GoldSet{"seed", "../shared/gold/seed.statements.jsonl",
                                                 "../shared/seed", 48, 20, 0, 10},
                                         GoldSet{"wire-dev", "../shared/gold/wire-dev.jsonl",
                                                 "../shared/gold/wire-dev", 18, 8, 60, 12}),
                         [](const auto& set) {
                           std::string name = set.param.name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

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
