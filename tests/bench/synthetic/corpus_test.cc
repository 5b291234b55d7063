#include "bench/synthetic/corpus.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "corpus/article/article_parser.h"
#include "indexer/extract/extractor.h"

namespace quotary::bench {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(SyntheticCorpus, IsTheSameForASeedAndAnotherForAnother) {
  SyntheticCorpus one(1), again(1), other(2);
  for (int i = 0; i < 20; ++i) {
    const SyntheticArticle article = one.next();
    EXPECT_EQ(article.text, again.next().text);
    EXPECT_NE(article.text, other.next().text);
  }
}

TEST(SyntheticCorpus, AnArticleIsADatedFileWithDateline) {
  const SyntheticArticle article = SyntheticCorpus(3).next();
  const Article parsed = parse_article(article.text, article.path);
  EXPECT_EQ(article.path, "2000/01/0000001.txt");
  EXPECT_EQ(to_iso(parsed.date.value()), "2000-01-01");
  EXPECT_EQ(parsed.dateline->agency, "Reuters");
  EXPECT_GT(article.statements.size(), 3u);
}

// What makes the archive fit to check answers with: each sentence's topic is found in the content
// of a statement by the speaker that the corpus names.
TEST(SyntheticCorpus, StatementsAreFoundWithTheirSpeakers) {
  SyntheticCorpus corpus(5);
  size_t written = 0, found = 0, wrong = 0;
  for (int i = 0; i < 200; ++i) {
    const SyntheticArticle article = corpus.next();
    const Article parsed = parse_article(article.text, article.path);
    const std::vector<Statement> statements = extract_statements(parsed, nullptr);
    written += article.statements.size();
    for (const SyntheticStatement& want : article.statements)
      for (const Statement& got : statements) {
        const Span content = got.content();
        const std::string_view text = parsed.text;
        if (text.substr(content.begin, content.size()).find(want.topic) == std::string_view::npos)
          continue;
        const bool right = got.speakers == std::vector{want.speaker};
        found += right, wrong += !right && !got.speakers.empty();
        break;
      }
  }
  EXPECT_GT(static_cast<double>(found), 0.99 * static_cast<double>(written));
  EXPECT_EQ(wrong, 0u);
}

TEST(WriteSynthetic, WritesAsMuchAsAskedForAndCountsAnswers) {
  const fs::path folder = fs::path(testing::TempDir()) / "quotary_synthetic_test";
  fs::remove_all(folder);
  const SyntheticSize size = write_synthetic(folder, 1, 200'000);
  uint64_t files = 0, bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    ++files, bytes += entry.file_size();
  }
  EXPECT_EQ(files, size.files);
  EXPECT_EQ(bytes, size.bytes);
  EXPECT_GE(bytes, 200'000u);
  EXPECT_LT(bytes, 210'000u);
  uint64_t counted = 0;
  for (const auto& [about, count] : size.answers) counted += count;
  EXPECT_GT(counted, size.statements / 20);
  EXPECT_LT(counted, size.statements);
  EXPECT_EQ(content_of(folder / "2000/01/0000001.txt"), SyntheticCorpus(1).next().text);
  fs::remove_all(folder);
}

TEST(AnswersJson, OneLineAnAnswer) {
  EXPECT_EQ(answers_json({{{"Ann Lorne", "tubumq"}, 3}}),
            "{\"speaker\":\"Ann Lorne\",\"topic\":\"tubumq\",\"statements\":3}\n");
}

}  // namespace
}  // namespace quotary::bench
