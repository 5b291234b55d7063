#include "indexer/index/source_files.h"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "common/base/error.h"
#include "indexer/index/source_names.h"
#include "tests/effort.h"
#include "tests/indexer/index/folder.h"

namespace quotary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Walked {
  std::vector<std::string> files;
  std::vector<std::string> skipped;
  std::vector<std::string> warned;
};

Walked walk(const std::filesystem::path& source) {
  Walked walked;
  SourceWalk files(source, [&](const SourceProblem& problem) {
    std::string name = std::filesystem::path(problem.path).filename();
    (problem.skipped ? walked.skipped : walked.warned).push_back(name);
  });
  while (auto file = files.next()) walked.files.push_back(file->relative);
  return walked;
}

TEST(SourceWalk, GoesThroughAFolderInTheOrderOfPaths) {
  TestFolder folder;
  for (const char* name : {"b/2.txt", "b/10.txt", "a.txt", "c/d/e.txt", "README.md", ".hidden/x",
                           "b/.git", "statements.jsonl"})
    folder.write(name, "x");
  Walked walked = walk(folder.path());
  EXPECT_THAT(walked.files, ElementsAre("a.txt", "b/10.txt", "b/2.txt", "c/d/e.txt"));
  EXPECT_THAT(walked.skipped, IsEmpty());
}

TEST(SourceWalk, AFileIsItselfWhateverItsName) {
  TestFolder folder;
  auto file = folder.write("sub/.README", "x");
  EXPECT_THAT(walk(file).files, ElementsAre(".README"));
}

TEST(SourceWalk, LoopsEndAndLinksToFoldersAreTold) {
  TestFolder folder;
  folder.write("a/x.txt", "x");
  std::filesystem::create_directory_symlink("..", folder / "a/loop");
  std::filesystem::create_symlink("x.txt", folder / "a/y.txt");
  std::filesystem::create_symlink("nowhere", folder / "a/z.txt");
  Walked walked = walk(folder.path());
  EXPECT_THAT(walked.files, ElementsAre("a/x.txt", "a/y.txt"));
  EXPECT_THAT(walked.warned, ElementsAre("loop"));
  EXPECT_THAT(walked.skipped, ElementsAre("z.txt"));
}

TEST(SourceWalk, PipesAreSkippedAndNotOpened) {
  TestFolder folder;
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_THAT(walk(folder.path()).skipped, ElementsAre("pipe"));
}

TEST(SourceWalk, FoldersThatAreTooDeepAreToldAndSkipped) {
  TestFolder folder;
  std::string inner;
  for (int i = 1; i < 200; ++i) inner += "d/";
  folder.write(inner + "x.txt", "x");
  folder.write(inner + "deeper/y.txt", "y");
  Walked walked = walk(folder.path());
  EXPECT_THAT(walked.files, ElementsAre(inner + "x.txt"));
  EXPECT_THAT(walked.skipped, ElementsAre("deeper"));
}

TEST(SourceWalk, WhatIsNotThereIsAnError) {
  TestFolder folder;
  EXPECT_THROW(walk(folder / "nowhere"), Error);
}

TEST(SourceWalk, ALoopOfLinksIsNoSource) {
  TestFolder folder;
  std::filesystem::create_symlink("loop", folder / "loop");
  EXPECT_THROW(walk(folder / "loop"), Error);
}

// Gone between the listing of its folder and the look at it.
TEST(SourceWalk, WhatVanishesMeanwhileIsTold) {
  TestFolder folder;
  folder.write("a.txt", "x");
  folder.write("b.txt", "x");
  std::vector<std::string> told;
  SourceWalk files(folder.path(), [&](const SourceProblem& p) { told.push_back(p.reason); });
  EXPECT_EQ(files.next()->relative, "a.txt");
  std::filesystem::remove(folder / "b.txt");
  EXPECT_FALSE(files.next());
  EXPECT_THAT(told, ElementsAre("No such file or directory"));
}

// Root may list every folder; without descriptors it cannot either.
TEST(SourceWalk, AFolderThatCannotBeListedIsAnErrorOrTold) {
  if (sanitized) GTEST_SKIP() << "sanitizers need descriptors themselves";
  TestFolder folder;
  folder.write("a.txt", "x");
  folder.write("closed/b.txt", "x");
  rlimit old{};
  ::getrlimit(RLIMIT_NOFILE, &old);
  const rlimit none{0, old.rlim_max};
  std::vector<std::string> told;
  SourceWalk files(folder.path(), [&](const SourceProblem& p) { told.push_back(p.reason); });
  ::setrlimit(RLIMIT_NOFILE, &none);
  EXPECT_THROW(SourceWalk(folder.path(), [](const SourceProblem&) {}), Error);
  EXPECT_EQ(files.next()->relative, "a.txt");
  EXPECT_FALSE(files.next());
  ::setrlimit(RLIMIT_NOFILE, &old);
  EXPECT_THAT(told, ElementsAre("Too many open files"));
}

TEST(SourceWalk, VeryDeepFoldersEnd) {
  TestFolder folder;
  std::filesystem::path deep = folder.path();
  for (int i = 0; i < 250; ++i) deep /= "d";
  std::filesystem::create_directories(deep);
  EXPECT_THAT(walk(folder.path()).skipped.size(), 1);
}

TEST(SourceNames, WhatLiesUnderAKnownRootBelongsToIt) {
  TestFolder folder;
  folder.write("news/2024/a.txt", "x");
  folder.write("more/news/b.txt", "x");
  std::vector<SourceEntry> known;
  EXPECT_EQ(resolve_source(folder / "news", known).key("2024/a.txt"), "news/2024/a.txt");
  EXPECT_EQ(resolve_source(folder / "news/", known).key("2024/a.txt"), "news/2024/a.txt");
  EXPECT_EQ(resolve_source(folder / "news/2024", known).key("a.txt"), "news/2024/a.txt");
  EXPECT_EQ(resolve_source(folder / "news/2024/a.txt", known).key("a.txt"), "news/2024/a.txt");
  ASSERT_EQ(known.size(), 1u);
  EXPECT_EQ(resolve_source(folder / "more/news", known).key("b.txt"), "news-2/b.txt");
  EXPECT_EQ(known.size(), 2u);
}

TEST(SourceNames, AFolderWhoseNameBeginsAlikeIsAnother) {
  TestFolder folder;
  folder.write("news/a.txt", "x");
  folder.write("newspaper/a.txt", "x");
  std::vector<SourceEntry> known;
  resolve_source(folder / "news", known);
  EXPECT_EQ(resolve_source(folder / "newspaper", known).key("a.txt"), "newspaper/a.txt");
}

}  // namespace
}  // namespace quotary
