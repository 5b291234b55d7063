#include "query/damage_watch.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <optional>

#include "tests/query/search/gold_index.h"

namespace quotary {
namespace {

using std::chrono::milliseconds;

class Watch : public testing::Test {
 protected:
  void SetUp() override {
    build_small_index({{" date 2024-03-05 x\n\nMayor Ida Holm said that it rained.\n", "Ida Holm"}},
                      index_);
  }

  void damage_positions() const {
    for (const auto& segment : std::filesystem::directory_iterator(index_ / "segments")) {
      std::fstream file(segment.path() / "position.glass", std::ios::in | std::ios::out);
      ASSERT_TRUE(file.seekp(100).put('?'));
    }
  }

  // Takes processor time, as a question without end does, until the watch speaks or an end comes.
  std::optional<std::string> what_is_said(milliseconds patience, milliseconds at_most) const {
    std::atomic<bool> told = false;
    std::string message;
    {
      DamageWatch watch({index_}, patience, [&](const Error& error) {
        message = error.what();
        told = true;
      });
      const auto end = std::chrono::steady_clock::now() + at_most;
      while (!told && std::chrono::steady_clock::now() < end) {
      }
    }
    return told ? std::optional(message) : std::nullopt;
  }

  TemporaryFolder folder_;
  std::filesystem::path index_ = folder_.path() / "index";
};

TEST_F(Watch, ReportsDamageWhereAnAnswerTakesLong) {
  damage_positions();
  const auto said = what_is_said(milliseconds(0), std::chrono::seconds(60));
  ASSERT_TRUE(said);
  EXPECT_NE(said->find("position.glass is damaged"), std::string::npos) << *said;
}

TEST_F(Watch, LetsASlowAnswerFromSoundFilesGoOn) {
  EXPECT_FALSE(what_is_said(milliseconds(0), milliseconds(1500)));
}

TEST_F(Watch, LooksAtNothingBeforeItsPatienceEnds) {
  damage_positions();
  EXPECT_FALSE(what_is_said(std::chrono::hours(1), milliseconds(1200)));
}

}  // namespace
}  // namespace quotary
