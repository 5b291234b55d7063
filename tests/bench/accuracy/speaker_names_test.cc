#include "bench/accuracy/speaker_names.h"

#include <gtest/gtest.h>

namespace quotary::accuracy {
namespace {

struct NameCase {
  const char* name;
  const char* gold;
  bool same;
  bool full;
};

TEST(SameName, Table) {
  const NameCase cases[] = {
      {"Xi Jinping", "Xi Jinping", true, true},
      {"Xi", "Xi Jinping", true, false},
      {"Xi Jinping", "Xi", true, true},
      {"President Xi Jinping", "Xi Jinping", true, true},
      {"Frey", "Jonas Frey", true, false},
      {"J. Frey", "Jonas Frey", true, true},
      {"Bill Marlowe", "William Marlowe", true, true},
      {"Samuel Adeyo", "Rosa Adeyo", false, false},
      {"Kim Se-jun", "Kim Hae-won", false, false},
      {"Lucía Barreto", "Lucia Barreto", true, true},
      {"Lucia Barreto", "Lucía Barreto Campos", true, true},
      {"CDB", "Continental Development Bank", true, true},
      {"ministry", "health ministry", true, false},
      {"Transport Ministry", "health ministry", false, false},
      {"World Harvest Programme", "Continental Development Bank", false, false},
      {"", "Frey", false, false},
      {"...", "Frey", false, false},
      {"Jonas Frey", "Ingrid Solvei", false, false},
  };
  for (const NameCase& c : cases) {
    EXPECT_EQ(same_name(c.name, c.gold), c.same) << c.name << " / " << c.gold;
    EXPECT_EQ(same_name(c.name, c.gold, true), c.full) << c.name << " / " << c.gold;
  }
}

TEST(SameSpeaker, NobodyAndSeveral) {
  EXPECT_TRUE(same_speaker(std::nullopt, std::nullopt));
  EXPECT_FALSE(same_speaker("Frey", std::nullopt));
  EXPECT_FALSE(same_speaker(std::nullopt, "Frey"));
  EXPECT_TRUE(same_speaker("Solvei; Jonas Frey", "Jonas Frey; Ingrid Solvei"));
  EXPECT_FALSE(same_speaker("Solvei; Jonas Frey", "Jonas Frey; Ingrid Solvei", true));
  EXPECT_FALSE(same_speaker("Jonas Frey", "Jonas Frey; Ingrid Solvei"));
  EXPECT_FALSE(same_speaker("Jonas Frey; Ada Lindqvist", "Jonas Frey; Ingrid Solvei"));
}

}  // namespace
}  // namespace quotary::accuracy
