#include "indexer/index/statements_run.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <csignal>
#include <memory>
#include <stdexcept>

#include "common/base/error.h"
#include "tests/indexer/index/folder.h"

namespace quotary {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

class Statements : public testing::Test {
 protected:
  void SetUp() override {
    // More than the output's buffer holds.
    std::string text = " date 2024-05-06 Rain\n\n";
    for (int i = 0; i < 100; ++i)
      text += "Ida Holm said that it rained " + std::to_string(i) + " times.\n\n";
    folder_.write("news/a.txt", text);
    run_.sources = {folder_ / "news"};
  }

  TestFolder folder_;
  StatementsRun run_;
  Console console_{false};
};

TEST_F(Statements, OnAFullDiskAreAnError) {
  for (const bool buffered : {false, true}) {
    const File full(std::fopen("/dev/full", "w"), std::fclose);
    if (!buffered) std::setvbuf(full.get(), nullptr, _IONBF, 0);
    try {
      write_statements(run_, console_, full.get());
      ADD_FAILURE() << "lost without a word";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::output);
      EXPECT_THAT(error.what(), testing::HasSubstr("No space left on device"));
    }
  }
}

TEST_F(Statements, EndWhereNobodyReadsThem) {
  std::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ::close(ends[0]);
  const File out(::fdopen(ends[1], "w"), std::fclose);
  EXPECT_FALSE(write_statements(run_, console_, out.get()));
}

TEST_F(Statements, OfAnArticleThatCannotBeReadAreToldAndTheOthersWritten) {
  folder_.write("news/b.txt", " date 2024-05-06 Snow\n\nOmar Reyes said that it snowed.\n");
  run_.extract = [read = run_.extract](const Article& article) {
    if (article.path == "a.txt") throw std::length_error("too long a sentence");
    return read(article);
  };
  const File out(std::tmpfile(), std::fclose);
  testing::internal::CaptureStderr();
  EXPECT_TRUE(write_statements(run_, console_, out.get()));
  EXPECT_THAT(testing::internal::GetCapturedStderr(),
              testing::HasSubstr("news/a.txt: warning: the statements of a.txt could not be read: "
                                 "too long a sentence"));
  std::rewind(out.get());
  std::string written(1 << 12, '\0');
  written.resize(std::fread(written.data(), 1, written.size(), out.get()));
  EXPECT_THAT(written, testing::HasSubstr("it snowed"));
  EXPECT_THAT(written, testing::Not(testing::HasSubstr("it rained")));
}

TEST_F(Statements, NeedASource) {
  run_.sources = {folder_ / "nowhere"};
  EXPECT_THROW(write_statements(run_, console_, stdout), Error);
}

}  // namespace
}  // namespace quotary
