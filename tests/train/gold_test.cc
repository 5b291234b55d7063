#include "train/gold.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "common/base/error.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

class Gold : public testing::Test {
 protected:
  Gold() {
    folder_ = fs::path(testing::TempDir()) /
              testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void write(const char* name, const std::string& text) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::vector<GoldArticle> read(const std::set<std::string>& words = {}) {
    return read_gold({folder_ / "gold.jsonl", folder_}, words);
  }
  static std::string text_of(const GoldArticle& a, const std::vector<TokenRange>& ranges) {
    std::string joined;
    for (TokenRange range : ranges)
      joined += (joined.empty() ? "" : "|") + std::string(a.reading.text(range));
    return joined;
  }
  fs::path folder_;
};

const char* article =
    "A headline\n\n\"Rain é fell,\" Mayor Orlo said, \"and stayed.\" He noted that it was late.\n";

TEST_F(Gold, WireStyleFindsCueAndMentionNearTheContent) {
  write("a.txt", article);
  write(
      "gold.jsonl",
      R"({"file": "a.txt", "speaker": "Orlo", "mention": "Mayor Orlo", "cue": "said", "start": 13, "end": 57})"
      "\n"
      R"({"file": "a.txt", "speaker": "Orlo", "mention": "He", "cue": "noted", "start": 74, "end": 85})");
  auto articles = read();
  ASSERT_EQ(articles.size(), 1u);
  const GoldArticle& a = articles[0];
  ASSERT_EQ(a.gold.size(), 2u);
  EXPECT_EQ(text_of(a, {a.gold[0].cue}), "said");
  EXPECT_EQ(text_of(a, a.gold[0].speaker), "Mayor Orlo");
  EXPECT_EQ(a.gold[0].content.size(), 2u);
  EXPECT_EQ(text_of(a, {a.gold[1].cue}), "noted");
  EXPECT_EQ(text_of(a, a.gold[1].speaker), "He");
}

TEST_F(Gold, WireStyleTakesPlacesOfCueAndMention) {
  write("a.txt", article);
  write(
      "gold.jsonl",
      R"({"file": "a.txt", "speaker": "Orlo", "mention": [27, 37], "cue": [38, 42], "start": 13, "end": 57})"
      "\n"
      R"({"file": "a.txt", "speaker": "Orlo", "mention": null, "cue": [61, 66], "start": 74, "end": 85})");
  auto articles = read();
  ASSERT_EQ(articles.size(), 1u);
  const GoldArticle& a = articles[0];
  ASSERT_EQ(a.gold.size(), 2u);
  EXPECT_EQ(text_of(a, {a.gold[0].cue}), "said");
  EXPECT_EQ(text_of(a, a.gold[0].speaker), "Mayor Orlo");
  EXPECT_EQ(a.gold[0].content.size(), 2u);
  EXPECT_EQ(text_of(a, {a.gold[1].cue}), "noted");
  EXPECT_TRUE(a.gold[1].speaker.empty());
}

TEST_F(Gold, SpansStyleCountsSpeechOnly) {
  write("a.txt", article);
  write(
      "gold.jsonl",
      R"({"file": "a.txt", "source": [[27, 37]], "cue": [[38, 42]], "content": [[12, 26], [44, 57]]})"
      "\n"
      R"({"file": "a.txt", "source": [[58, 60]], "cue": [[61, 66]], "content": [[67, 83]]})");
  auto articles = read({"said"});
  ASSERT_EQ(articles.size(), 1u);
  const GoldArticle& a = articles[0];
  ASSERT_EQ(a.gold.size(), 2u);
  EXPECT_EQ(text_of(a, a.gold[0].content), "Rain é fell|and stayed");
  EXPECT_TRUE(a.gold[0].counts);
  EXPECT_FALSE(a.gold[1].counts);
}

TEST_F(Gold, BadGoldIsTold) {
  EXPECT_THROW(read(), Error);
  write("gold.jsonl", "not json\n");
  EXPECT_THROW(read(), Error);
  write("gold.jsonl", R"({"file": "absent.txt", "start": 0, "end": 4})");
  EXPECT_THROW(read(), Error);
  // Offsets outside the text are cut to it.
  write("a.txt", article);
  write("gold.jsonl", R"({"file": "a.txt", "cue": "said", "start": 90000, "end": 99999})");
  EXPECT_TRUE(read()[0].gold.empty());
}

}  // namespace
}  // namespace quotary
