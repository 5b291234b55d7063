#include "common/text/words.h"

#include <gtest/gtest.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace quotary {
namespace {

std::string words_of(std::string_view text) {
  std::string all;
  for_each_word(text, [&](std::string_view word, Span) {
    if (!all.empty()) all += ' ';
    all += word;
  });
  return all;
}

TEST(Words, AreTheseAndNoOthers) {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"", ""},
      {" -- ... '&' ,,, ", ""},
      {"Plain words, here.", "plain words here"},
      {"a", "a"},
      {"G20 F-16 1990s 22nd 5G", "g20 f 16 1990s 22nd 5g"},
      {"façade FAÇADE facade", "facade facade facade"},
      {"fac\u0327ade", "facade"},
      {"Erdoğan’s", "erdogan"},
      // apostrophes
      {"O'Brien O’Brien", "obrien obrien"},
      {"don't don’t it's", "dont dont it"},
      {"China's CHINA’S China'S", "china china china"},
      {"the workers' rights", "the workers rights"},
      {"'quoted' ‘quoted’", "quoted quoted"},
      {"the 1990's G20's 'em", "the 1990 g20 em"},
      {"China's'", "china"},
      {"Chinas'end", "chinasend"},
      {"d'Estaing's", "destaing"},
      {"é's x'é", "e xe"},
      // dots
      {"U.S. U.S U.S.-led U.S.'s", "us us us led us"},
      {"U.N.-backed, U.S.S.R.", "un backed ussr"},
      {"J.P. Morgan, J.P.Morgan", "jp morgan jp morgan"},
      {"at 5 p.m. Monday", "at 5 pm monday"},
      {"example.com end.Next", "example com end next"},
      {"No.5 v.2", "no 5 v 2"},
      {"É.U. é.", "eu e"},
      {"George W. Bush.", "george w bush"},
      // ampersands
      {"AT&T R&D Marks & Spencer & Co", "at&t r&d marks spencer co"},
      {"1&2 a&", "1 2 a"},
      // numbers
      {"1,000 1,000,000 12,345.67", "1000 1000000 12345.67"},
      {"3.5 1.5bn $2.50. 7.", "3.5 1.5bn 2.50 7"},
      {"10,12 1,0000 2020,100 Oct. 22,2024", "10 12 1 0000 2020 100 oct 22 2024"},
      {"1,00 1,000a ,100 1,,000", "1 00 1 000a 100 1 000"},
      {"10:30 2024-10-23 9/11", "10 30 2024 10 23 9 11"},
      {"CO₂ m²", "co2 m2"},
      // hyphens and dashes
      {"COVID-19, well-known—and so", "covid 19 well known and so"},
      {"soft\u00ADhyphen", "softhyphen"},
      {"under_score #tag @name", "under score tag name"},
      // width and scripts
      {"ＢＲＩＣＳ　２０２４", "brics 2024"},
      {"Горбачёв Москва", "горбачев москва"},
      {"北京市", "北京 京市"},
      {"北", "北"},
      {"10月23日", "10 月 23 日"},
      {"习近平：“金砖”。", "习近 近平 金砖"},
      {"iPhone手机", "iphone 手机"},
      {"東京タワー", "東京 京タ タワ ワー"},
      {"サン・マリノ", "サン マリ リノ"},
      {"서울에서 김정은", "서울 울에 에서 김정 정은"},
      {"北京's", "北京 s"},
      {"हिन्दी में", "हिन्दी में"},
      {"مُحَمَّد", "محمد"},
      // what is no word
      {"😀 ❤\uFE0F \u0301", ""},
      {"\u3164\u3164\u3164", ""},
      {"“ ” — … ©", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(words_of(c.text), c.expected) << c.text;
}

TEST(Words, SayWhereTheyStand) {
  std::string text = "In the U.S., O’Brien’s 1,000 Ａ's 北京市";
  std::string stood;
  for_each_word(text, [&](std::string_view, Span span) {
    stood += '[';
    stood += span.of(text);
    stood += ']';
  });
  EXPECT_EQ(stood, "[In][the][U.S][O’Brien][1,000][Ａ][北京][京市]");
}

TEST(Words, OfGreatLengthAreCut) {
  EXPECT_EQ(words_of(std::string(1000, 'A')), std::string(64, 'a'));
  std::string accents, cyrillic, hard;
  for (int i = 0; i < 1000; ++i) accents += "é", cyrillic += "ж", hard += "\uFDFA";
  EXPECT_EQ(words_of(accents), std::string(64, 'e'));
  EXPECT_EQ(count_code_points(words_of(cyrillic)), 64u);
  WordScanner words(hard);  // one ligature that folds to 18 letters
  ASSERT_TRUE(words.next());
  EXPECT_LE(words.folded().size(), kMaxWordBytes);
  EXPECT_EQ(valid_utf8_prefix(words.folded()), words.folded().size());
  EXPECT_EQ(words.span().size(), hard.size());
}

TEST(Words, OfHugeTextsNeedNoRecursionAndNoTime) {
  std::string fillers;
  for (int i = 0; i < 300000; ++i) fillers += "\u3164";
  EXPECT_EQ(words_of(fillers), "");
  std::string dots, commas;
  for (int i = 0; i < 300000; ++i) dots += "a.", commas += "1,";
  EXPECT_EQ(words_of(dots), std::string(64, 'a'));
  EXPECT_EQ(words_of(commas).size(), 600000u - 1);
}

// Any bytes at all: spans stay inside and move forward. (What is no UTF-8 is repaired before this,
// but nothing may be read outside of the text.)
TEST(Words, StayInsideOfAnyText) {
  uint32_t state = 1;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525 + 1013904223;
      constexpr std::string_view bytes = "a1S.',&\xE2\x80\x99\xC3\xA9\xE5\x8C\x97 \xF0\xCA\xBC";
      text += bytes[(state >> 16) % bytes.size()];
    }
    repair_utf8(text);
    uint32_t last = 0;
    for_each_word(text, [&](std::string_view word, Span span) {
      ASSERT_FALSE(word.empty()) << text;
      ASSERT_LT(span.begin, span.end) << text;
      ASSERT_LE(span.end, text.size()) << text;
      ASSERT_GE(span.begin, last) << text;
      last = span.begin;
      ASSERT_EQ(fold(word), word) << text;
    });
  }
}

}  // namespace
}  // namespace quotary
