#include "indexer/index/article_source.h"

#include <gmock/gmock.h>

#include "common/base/error.h"
#include "common/store/hash.h"
#include "tests/indexer/index/folder.h"

namespace quotary {
namespace {

using testing::ElementsAre;

constexpr const char* kText = " date 2024-05-06 Rain\n\nIda Holm said that it rained.\n";

// What is told of a file that the walk has seen so, and that is another when it is read.
std::vector<std::string> problems(const SourceFile& file, const ReadOptions& options = {}) {
  std::vector<std::string> told;
  const ReadResult result = read_articles(
      file, options, [](Article&&) {},
      [&](const SourceProblem& problem) { told.push_back(problem.reason); });
  EXPECT_EQ(result.skipped, !told.empty());
  return told;
}

TEST(ArticleSource, WhatCannotBeReadIsTold) {
  TestFolder folder;
  folder.write("news/a.txt", kText);
  for (const uint64_t size : {uint64_t{0}, uint64_t{50}, uint64_t{1} << 40}) {
    const SourceFile gone{folder / "gone.txt", "gone.txt", size, 0};
    EXPECT_THAT(problems(gone), ElementsAre(testing::HasSubstr("No such file"))) << size;
    const SourceFile now_a_folder{folder / "news", "news", size, 0};
    EXPECT_THAT(problems(now_a_folder), ElementsAre(testing::HasSubstr("Is a directory"))) << size;
    EXPECT_EQ(hash_file(gone), 0u);
    EXPECT_EQ(hash_file(now_a_folder), 0u);
  }
}

TEST(ArticleSource, OnlyAFileReadInOnePieceHasAHash) {
  TestFolder folder;
  const std::string path = folder.write("a.txt", kText);
  EXPECT_EQ(hash_file({path, "a.txt", 50, 0}), stable_hash(kText));
  EXPECT_EQ(hash_file({path, "a.txt", 0, 0}), 0u) << "a pipe may be read only once";
  EXPECT_EQ(hash_file({path, "a.txt", uint64_t{1} << 40, 0}), 0u);
}

TEST(ArticleSource, ErrorsOfWhoTakesTheArticlesComeOut) {
  TestFolder folder;
  const SourceFile file{folder.write("a.txt", kText), "a.txt", 50, 0};
  const auto visit = [](Article&&) { throw Error(ErrorKind::index, "the disk is full"); };
  EXPECT_THROW(read_articles(file, {}, visit, [](const SourceProblem&) {}), Error);
}

}  // namespace
}  // namespace quotary
