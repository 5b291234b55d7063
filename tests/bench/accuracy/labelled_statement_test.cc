#include "bench/accuracy/labelled_statement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "common/base/error.h"

namespace quotary::accuracy {
namespace {

namespace fs = std::filesystem;

// A folder with one article "é. Frey said he was tired." and a gold file of the given lines.
class ReadGold : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / (std::string("quotary_gold_") + test->name());
    fs::create_directories(folder_);
    std::ofstream(folder_ / "a.txt") << "é. Frey said he was tired.\n";
  }
  void TearDown() override { fs::remove_all(folder_); }

  StatementsByFile read(const std::string& lines) {
    std::ofstream(folder_ / "gold.jsonl") << lines;
    return read_gold(folder_ / "gold.jsonl", folder_, texts_);
  }

  std::string error_of(const std::string& lines) {
    try {
      read(lines);
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

  fs::path folder_;
  std::map<std::string, std::string> texts_;
};

TEST_F(ReadGold, OffsetsAreCodePoints) {
  const auto gold = read(
      "{\"file\": \"a.txt\", \"speaker\": \"Frey\", \"start\": 13, \"end\": 25, \"kind\": "
      "\"mixed\", "
      "\"said\": null, \"content\": \"he was tired\", \"status\": \"denied\"}\n\n");
  ASSERT_EQ(gold.at("a.txt").size(), 1u);
  const LabelledStatement& row = gold.at("a.txt")[0];
  EXPECT_EQ(row.content.of(texts_.at("a.txt")), "he was tired");
  EXPECT_EQ(row.speaker, "Frey");
  EXPECT_EQ(row.said, std::nullopt);
  EXPECT_EQ(row.kind, StatementKind::mixed);
  EXPECT_EQ(row.status, StatementStatus::denied);
}

TEST_F(ReadGold, NamesFileAndLineOfWhatIsWrong) {
  const struct {
    const char* lines;
    const char* message;
  } cases[] = {
      {"\n{\"file\": \"a.txt\", \"start\": 0, \"end\": 99}\n",
       "gold.jsonl:2: offsets beyond the text"},
      {"{\"file\": \"a.txt\", \"start\": 5, \"end\": 4}\n",
       "gold.jsonl:1: offsets beyond the text"},
      {"{\"file\": \"a.txt\", \"start\": 0, \"end\": 1, \"content\": \"x\"}\n",
       "the content is not at its offsets: x"},
      {"{\"file\": \"b.txt\", \"start\": 0, \"end\": 1}\n", "b.txt: cannot be read"},
      {"{\"file\": \"a.txt\", \"start\": 0, \"end\": 1, \"kind\": \"loud\"}\n",
       "unknown kind loud"},
      {"nonsense\n", "gold.jsonl:1: "},
  };
  for (const auto& c : cases) EXPECT_THAT(error_of(c.lines), testing::HasSubstr(c.message));
}

TEST_F(ReadGold, AMissingGoldFileIsAnError) {
  EXPECT_THROW(read_gold(folder_ / "none.jsonl", folder_, texts_), Error);
}

}  // namespace
}  // namespace quotary::accuracy
