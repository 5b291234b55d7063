#include "common/text/fold.h"

#include <gtest/gtest.h>

#include "common/text/utf8.h"

namespace quotary {
namespace {

TEST(Fold, MakesEqualWhatReadersTakeForEqual) {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"", ""},
      {"Kazan", "kazan"},
      {"ERDOĞAN", "erdogan"},
      {"Erdog\u0306an", "erdogan"},  // g and a combining breve
      {"İstanbul", "istanbul"},
      {"ISPARTA, Isparta, ısparta", "isparta, isparta, isparta"},
      {"Straße", "strasse"},
      {"STRASSE", "strasse"},
      {"ẞ", "ss"},
      {"Ａｐｐｌｅ１２", "apple12"},
      {"ﬁnance oﬀer", "finance offer"},
      {"São Tomé", "sao tome"},
      {"Wałęsa", "walesa"},
      {"Øresund", "oresund"},
      {"Þór Ægir", "thor aegir"},
      {"Đinđić", "dindic"},
      {"Σίσυφος", "σισυφοσ"},
      {"ΣΊΣΥΦΟΣ", "σισυφοσ"},
      {"Горбачёв", "горбачев"},
      {"Йод и йод", "йод и йод"},  // no accent: a letter of its own
      {"и\u0306", "й"},
      {"O’Brien", "o'brien"},
      {"“Yes” – no", "\"yes\" - no"},
      {"wait…", "wait..."},
      {"soft\u00ADhyphen", "softhyphen"},
      {"a\u200Bb\uFEFFc", "abc"},
      {"non\u00A0breaking", "non breaking"},
      {"北京", "北京"},
      {"が", "が"},
      {"か\u3099", "が"},
      {"ｶﾞ", "ガ"},
      {"서울", "서울"},
      {"서\u1100", "서\u1100"},
      {"हिन्दी", "हिन्दी"},
      {"مُحَمَّد", "محمد"},
      {"x²", "x2"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(fold(c.text), c.expected) << c.text;
    EXPECT_EQ(fold(fold(c.text)), fold(c.text)) << c.text;
  }
}

TEST(Fold, KeepsApartWhatDiffers) {
  EXPECT_NE(fold("Putin"), fold("Puten"));
  EXPECT_NE(fold("й"), fold("и"));
  EXPECT_NE(fold("ハ"), fold("バ"));
  EXPECT_NE(fold("1"), fold("l"));
}

TEST(Fold, AppendsBehindWhatIsThere) {
  std::string out = "KEEP ";
  append_folded(out, "Ångström, ｶﾞ!");
  EXPECT_EQ(out, "KEEP angstrom, ガ!");
}

// Folding twice changes nothing, and one letter folds the same alone and among others: the table
// of simple letters says what ICU says.
TEST(Fold, IsStableForEveryCodePoint) {
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string letter;
    append_utf8(letter, c);
    std::string folded = fold(letter);
    ASSERT_EQ(fold(folded), folded) << "U+" << std::hex << static_cast<uint32_t>(c);
    // U+3297, alone, is not in the table, so that all of this goes through ICU.
    ASSERT_EQ(fold(letter + "㊗"), folded + fold("㊗"))
        << "U+" << std::hex << static_cast<uint32_t>(c);
  }
}

}  // namespace
}  // namespace quotary
