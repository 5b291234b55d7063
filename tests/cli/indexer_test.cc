// quotary-index as people and scripts see it: options, exit codes, messages.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "tests/cli/program.h"
#include "tests/indexer/index/folder.h"

namespace quotary {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr const char* kArticle =
    " date 2024-05-06 Bridge reopens\n\nMayor Ida Holm said that the bridge would reopen in "
    "June.\n";

class IndexerProgram : public testing::Test {
 protected:
  Outcome run(std::vector<std::string> arguments, const std::string& input = {}) {
    return run_program("quotary-index", arguments, input, {{"QUOTARY_INDEX", index_}});
  }
  void expect_articles(const std::string& count) {
    EXPECT_THAT(run({"--status"}).output, HasSubstr("\n" + count + " articles,"));
    Outcome check = run({"--check"});
    EXPECT_EQ(check.exit, 0) << check.errors;
  }

  TestFolder folder_;
  std::string index_ = folder_ / "index";
  std::string news_ = folder_ / "news";
};

TEST_F(IndexerProgram, HelpVersionAndFields) {
  Outcome help = run({"--help"});
  EXPECT_EQ(help.exit, 0);
  for (const char* option :
       {"--index", "--format", "--jobs", "--dry-run", "--language", "--quiet", "--check",
        "--compact", "--statements", "--prune", "--status", "--writer", "--authority",
        "--list-fields", "--version", "Examples:", "Exit status:"})
    EXPECT_THAT(help.output, HasSubstr(option));
  EXPECT_THAT(run({"--version"}).output, StartsWith("quotary-index 0."));
  EXPECT_THAT(run({"--list-fields"}).output, HasSubstr("headline"));
}

TEST_F(IndexerProgram, WrongUsageIsToldWithAHint) {
  for (std::vector<std::string> arguments : {std::vector<std::string>{},
                                             {"--nonsense", "x"},
                                             {"--jobs", "0", "x"},
                                             {"--max-article", "0", "x"},
                                             {"--max-article", "99999999999999999999", "x"},
                                             {"--jobs"},
                                             {"--status", "x"},
                                             {"--status", "--check"},
                                             {"--writer", "pen", "x"},
                                             {"--prune"}}) {
    Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit, 2) << testing::PrintToString(arguments);
    EXPECT_THAT(outcome.errors, StartsWith("quotary-index: "));
    EXPECT_THAT(outcome.errors, HasSubstr("\n  hint: "));
  }
}

TEST_F(IndexerProgram, IndexesUpdatesAndPrunes) {
  folder_.write("news/2024/a.txt", kArticle);
  folder_.write("news/2024/b.txt", kArticle);
  Outcome first = run({news_});
  EXPECT_EQ(first.exit, 0) << first.errors;
  EXPECT_THAT(first.errors, HasSubstr("2 files: 2 added, 0 replaced, 0 unchanged"));
  EXPECT_EQ(first.output, "");
  EXPECT_THAT(run({news_}).errors, HasSubstr("0 added, 0 replaced, 2 unchanged"));
  std::filesystem::remove(folder_ / "news/2024/b.txt");
  EXPECT_THAT(run({"--prune", "--dry-run", news_}).output, HasSubstr("drop 1"));
  EXPECT_THAT(run({"--prune", news_}).errors, HasSubstr("1 dropped"));
  Outcome quiet = run({"-q", "--compact", news_});
  EXPECT_EQ(quiet.errors + quiet.output, "");
  expect_articles("1");
}

TEST_F(IndexerProgram, ReadsStandardInput) {
  EXPECT_EQ(run({"-"}, kArticle).exit, 0);
  EXPECT_THAT(run({"-"}, kArticle).errors, HasSubstr("1 unchanged"));
  EXPECT_EQ(run({"-"}, std::string(kArticle) + "More.\n").exit, 0);
  expect_articles("2");
  EXPECT_EQ(run({"-"}, "").exit, 1);
}

// However much a pipe gives, all of it is read; more than is held in memory at once here.
TEST_F(IndexerProgram, ReadsNamedPipesToTheirEnd) {
  const auto pipe = folder_ / "pipe.jsonl";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  std::thread writer([&] {
    std::ofstream out(pipe);
    const std::string blank(size_t{1} << 20, '\n');
    out << R"({"headline":"First","articleBody":"Ida Holm said it rained."})" << '\n';
    for (int i = 0; i < 70; ++i) out << blank;
    out << R"({"headline":"Last","articleBody":"Tom Brandt said it snowed."})" << '\n';
  });
  Outcome outcome = run({pipe});
  writer.join();
  EXPECT_EQ(outcome.exit, 0) << outcome.errors;
  expect_articles("2");
}

TEST_F(IndexerProgram, StatementsAreJsonLinesInTheOrderOfFilesAndText) {
  folder_.write("news/b.txt", kArticle);
  folder_.write("news/a/c.txt", kArticle);
  Outcome outcome = run({"--statements", "-j", "3", news_});
  EXPECT_EQ(outcome.exit, 0);
  EXPECT_THAT(outcome.output, StartsWith("{\"file\":\"a/c.txt\",\"speaker\":\"Ida Holm\","));
  EXPECT_THAT(outcome.output, HasSubstr("\n{\"file\":\"b.txt\","));
  EXPECT_THAT(outcome.output, HasSubstr("\"content\":\"the bridge would reopen in June\"}\n"));
  EXPECT_THAT(run({"--statements", "-"}, kArticle).output, StartsWith("{\"file\":\"-\","));
  EXPECT_FALSE(std::filesystem::exists(index_));
}

TEST_F(IndexerProgram, BadInputIsNamedAndTheRunGoesOn) {
  folder_.write("news/good.txt", kArticle);
  folder_.write("news/empty.txt", "");
  folder_.write("news/binary.txt", std::string("\x89PNG\r\n\0\0\0", 9));
  folder_.write("news/links/x.txt", kArticle);
  std::filesystem::create_directory_symlink("..", folder_ / "news/links/loop");
  ASSERT_EQ(::mkfifo((folder_ / "news/pipe").c_str(), 0600), 0);
  std::ofstream(folder_ / "news/huge.txt") << std::string(33 << 20, 'x');
  Outcome outcome = run({news_, folder_ / "missing"});
  EXPECT_EQ(outcome.exit, 1);
  for (const char* line :
       {"empty.txt: skipped: the file is empty", "binary.txt: skipped: not a text file",
        "loop: warning: a link to a folder is not followed",
        "pipe: skipped: neither a file nor a folder", "huge.txt: skipped: longer than 32 MB",
        "missing: skipped: no such file or folder"})
    EXPECT_THAT(outcome.errors, HasSubstr(line));
  expect_articles("2");
  EXPECT_EQ(run({folder_ / "missing"}).exit, 2);
}

TEST_F(IndexerProgram, TheLongestArticleIsAnOption) {
  folder_.write("news/a.txt", kArticle + std::string(3 << 20, '\n'));
  Outcome refused = run({"--max-article", "2", news_});
  EXPECT_EQ(refused.exit, 1);
  EXPECT_THAT(refused.errors, HasSubstr("a.txt: skipped: longer than 2 MB"));
  EXPECT_EQ(run({"--max-article", "4", news_}).exit, 0);
  expect_articles("1");
}

// Names that would lead out of a folder are names, and nothing is written for them; a link out of
// the archive is no file of it.
TEST_F(IndexerProgram, ArchivesLeadNowhere) {
  folder_.write("news/secret.txt", kArticle);
  std::string tar = "cd " + (folder_ / "news").string() +
                    " && ln -s /etc/passwd link && ln -s .. up && printf '%s' '" + kArticle +
                    "' >in.txt && tar -cf ../a.tar --transform='s,in.txt,../../../out.txt,' "
                    "--absolute-names in.txt link up /dev/null && tar -rf ../a.tar "
                    "--transform='s,in.txt,/abs/out.txt,' --absolute-names in.txt";
  ASSERT_EQ(std::system(tar.c_str()), 0);
  Outcome outcome = run({folder_ / "a.tar"});
  EXPECT_EQ(outcome.exit, 0) << outcome.errors;
  expect_articles("2");
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out.txt"));
  EXPECT_FALSE(std::filesystem::exists("/abs"));
}

TEST_F(IndexerProgram, OddTextIsAWarningAtMost) {
  folder_.write("news/torn.txt", std::string(kArticle) + "\xff\xfe torn \xc3");
  folder_.write("news/date.txt",
                " date 9999-99-99 Some headline\n\nThe mayor said that it rained.\n");
  folder_.write("news/long.txt",
                " date 2024-01-02 x\n\n" + std::string(1000, 'q') + " she said.\n");
  folder_.write("news/line.txt", " date 2024-01-02 x\n\n" + std::string(5 << 20, 'a'));
  std::string words;
  while (words.size() < (1 << 20)) words += "he said that it is so, ";
  folder_.write("news/words.txt", " date 2024-01-02 x\n\n" + words);
  Outcome outcome = run({news_});
  EXPECT_EQ(outcome.exit, 0) << outcome.errors;
  EXPECT_THAT(outcome.errors, HasSubstr("torn.txt: warning: "));
  EXPECT_THAT(outcome.errors, HasSubstr("date.txt: warning: "));
  expect_articles("5");
}

TEST_F(IndexerProgram, AnUnreadableFileIsSkipped) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  auto file = folder_.write("news/secret.txt", kArticle);
  ::chmod(file.c_str(), 0);
  Outcome outcome = run({news_});
  EXPECT_EQ(outcome.exit, 1);
  EXPECT_THAT(outcome.errors, HasSubstr("secret.txt: skipped: Permission denied"));
}

TEST_F(IndexerProgram, NamesCannotPlayWithTheTerminal) {
  folder_.write("news/\x1b[2Jevil\n.txt", "");
  Outcome outcome = run({news_});
  EXPECT_THAT(outcome.errors, Not(HasSubstr("\x1b")));
  EXPECT_THAT(outcome.errors, HasSubstr("\\x1b[2Jevil\\x0a.txt: skipped"));
}

TEST_F(IndexerProgram, AnIndexThatIsNoneSaysWhatToDo) {
  for (const char* option : {"--status", "--check", "--compact"}) {
    Outcome outcome = run({option});
    EXPECT_EQ(outcome.exit, 2) << option;
    EXPECT_THAT(outcome.errors, HasSubstr("there is no index in"));
    EXPECT_THAT(outcome.errors, HasSubstr("hint: make one with quotary-index"));
  }
  EXPECT_FALSE(std::filesystem::exists(index_));
}

TEST_F(IndexerProgram, ADamagedIndexIsReported) {
  folder_.write("news/a.txt", kArticle);
  run({news_});
  std::filesystem::resize_file(folder_ / "index/manifest", 40);
  for (std::vector<std::string> arguments :
       {std::vector<std::string>{"--check"}, {"--status"}, {news_}}) {
    Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.exit, 2);
    EXPECT_THAT(outcome.errors, HasSubstr("manifest"));
    EXPECT_THAT(outcome.errors, HasSubstr("hint:"));
  }
}

TEST_F(IndexerProgram, AnAuthorityFileIsKeptWithTheIndex) {
  folder_.write("news/a.txt", kArticle);
  auto names = folder_.write("names.txt", "Ida Holm = Mayor Holm; Holm\n");
  EXPECT_EQ(run({"--authority", names, news_}).exit, 0);
  EXPECT_TRUE(std::filesystem::exists(folder_ / "index/authority"));
  folder_.write("names.txt", "Ida Holm = the mayor\n");
  EXPECT_EQ(run({"--authority", names}).exit, 0) << "without a SOURCE nothing is read again";
  std::ifstream stored(folder_ / "index/authority");
  std::string line;
  EXPECT_TRUE(std::getline(stored, line));
  EXPECT_EQ(line, "Ida Holm = the mayor");
  EXPECT_EQ(run({"--authority", folder_ / "none.txt"}).exit, 2);
  folder_.write("names.txt", "Ida Holm = \n= x\n");
  EXPECT_EQ(run({"--authority", names, news_}).exit, 2);
  expect_articles("1");
}

// Kills builds at moments that lie all over their course. Whatever is there afterwards opens, is
// sound, and is completed by the next run.
TEST_F(IndexerProgram, AKilledRunLeavesASoundIndexAndIsCompleted) {
  for (int i = 0; i < 1500; ++i)
    folder_.write("news/" + std::to_string(i % 30) + "/" + std::to_string(i) + ".txt", kArticle);
  for (int round = 0; round < 12; ++round) {
    folder_.write("news/0/0.txt", kArticle + std::to_string(round));
    int process = start_program("quotary-index", {"-q", "-i", index_, news_});
    std::this_thread::sleep_for(std::chrono::milliseconds(5 + 17 * round));
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
    if (std::filesystem::exists(folder_ / "index/manifest")) {
      EXPECT_EQ(run({"--check"}).exit, 0) << round;
    }
    if (round % 4 == 3) {
      EXPECT_EQ(run({news_}).exit, 0);
      expect_articles("1500");
      if (round < 11) std::filesystem::remove_all(index_);
    }
  }
}

TEST_F(IndexerProgram, AnInterruptCommitsWhatIsDone) {
  for (int i = 0; i < 6000; ++i) folder_.write("news/" + std::to_string(i) + ".txt", kArticle);
  int process = start_program("quotary-index", {"-q", "-j", "1", "-i", index_, news_});
  for (int i = 0; i < 1000 && !std::filesystem::exists(index_ + "/lock"); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  ::kill(process, SIGINT);
  int status = 0;
  ::waitpid(process, &status, 0);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_THAT(WEXITSTATUS(status), testing::AnyOf(0, 2));  // 0: it was quicker
  EXPECT_EQ(run({"--check"}).exit, 0);
  EXPECT_EQ(run({news_}).exit, 0);
  expect_articles("6000");
}

}  // namespace
}  // namespace quotary
