#include "common/text/utf8.h"

#include <gtest/gtest.h>

#include <random>

namespace quotary {
namespace {

TEST(Utf8, RepairsAsUnicodeRecommends) {
  struct Case {
    std::string text, expected;
    size_t repairs;
  };
  const std::string r = "\uFFFD";
  const Case cases[] = {
      {"", "", 0},
      {"plain", "plain", 0},
      {"\xEF\xBB\xBF"
       "BOM stays",
       "\xEF\xBB\xBF"
       "BOM stays",
       0},
      {std::string("a\0b", 3), std::string("a\0b", 3), 0},
      {"Erdo\xC4\x9F"
       "an \xF0\x9F\x98\x80",
       "Erdo\xC4\x9F"
       "an \xF0\x9F\x98\x80",
       0},
      {"caf\xE9 noir", "caf" + r + " noir", 1},  // Latin-1
      {"\x93quoted\x94", r + "quoted" + r, 2},   // Windows-1252
      {"cut \xE2\x80", "cut " + r, 1},           // one for the whole beginning
      {"\xE2\x80"
       "A",
       r + "A", 1},
      {"\xF0\x9F\x98"
       "A",
       r + "A", 1},
      {"\xC0\x80", r + r, 2},                  // overlong
      {"\xE0\x80\x80", r + r + r, 3},          // overlong
      {"\xED\xA0\x80", r + r + r, 3},          // a surrogate
      {"\xF4\x90\x80\x80", r + r + r + r, 4},  // above U+10FFFF
      {"\xF5\xFF", r + r, 2},
      {"\x80\x80", r + r, 2},
      {"\xE2\x28\xA1", r + "(" + r, 2},
      {"\xF1\x80\x80\xE1\x80\xC2"
       "b",
       r + r + r + "b", 3},
  };
  for (const Case& c : cases) {
    std::string text = c.text;
    EXPECT_EQ(repair_utf8(text), c.repairs) << c.text;
    EXPECT_EQ(text, c.expected) << c.text;
    EXPECT_EQ(repair_utf8(text), 0u) << "repaired text is valid";
  }
}

TEST(Utf8, RepairsFarBehindTheBeginning) {
  std::string text = std::string(1000, 'x') + "\xFF" + std::string(1000, 'y');
  EXPECT_EQ(valid_utf8_prefix(text), 1000u);
  EXPECT_EQ(repair_utf8(text), 1u);
  EXPECT_EQ(text, std::string(1000, 'x') + "\uFFFD" + std::string(1000, 'y'));
}

TEST(Utf8, CountsCodePoints) {
  struct Case {
    const char* text;
    size_t expected;
  };
  const Case cases[] = {{"", 0},        {"plain", 5},
                        {"Erdoğan", 7}, {"北京市", 3},
                        {"😀", 1},       {"“Yes,” he said – twice", 22},
                        {"e\u0301", 2}, {"ééééééééééééééééé", 17}};
  for (const Case& c : cases) EXPECT_EQ(count_code_points(c.text), c.expected) << c.text;
}

TEST(Utf8, WalksBothWays) {
  std::string text = "aé北😀";
  size_t at = 0;
  std::u32string forward;
  while (at < text.size()) {
    forward.push_back(next_code_point(text, at));
    EXPECT_EQ(code_point_before(text, at), forward.back());
  }
  EXPECT_EQ(forward, U"aé北😀");
  EXPECT_EQ(code_point_before(text, 0), 0u);
  EXPECT_EQ(code_point_at(text, text.size()), 0u);
}

TEST(Utf8, AppendsOnlyWhatIsACodePoint) {
  std::string out;
  for (char32_t c : {U'a', U'é', U'北', U'😀', char32_t{0xD800}, char32_t{0x110000}})
    append_utf8(out, c);
  EXPECT_EQ(out, "aé北😀\uFFFD\uFFFD");
}

TEST(Utf8, CutsBetweenCodePoints) {
  EXPECT_EQ(utf8_prefix("aé北", 10), "aé北");
  EXPECT_EQ(utf8_prefix("aé北", 5), "aé");
  EXPECT_EQ(utf8_prefix("aé北", 2), "a");
  EXPECT_EQ(utf8_prefix("北", 0), "");
}

// Against counting from the beginning, at every boundary of texts with letters of all lengths.
TEST(CodePointOffsets, AgreeWithCounting) {
  std::mt19937 random(7);
  const char* letters[] = {"a", "é", "北", "😀", " ", "z"};
  for (int length : {0, 1, 255, 256, 257, 2000}) {
    std::string text;
    std::vector<size_t> begins;
    for (int i = 0; i < length; ++i) {
      begins.push_back(text.size());
      text += letters[random() % 6];
    }
    CodePointOffsets offsets(text);
    ASSERT_EQ(offsets.code_points(), begins.size());
    for (uint32_t i = 0; i < begins.size(); ++i) {
      ASSERT_EQ(offsets.code_point(static_cast<uint32_t>(begins[i])), i);
      ASSERT_EQ(offsets.byte(i), begins[i]);
    }
    auto end = static_cast<uint32_t>(text.size());
    EXPECT_EQ(offsets.code_point(end), begins.size());
    EXPECT_EQ(offsets.code_point(end + 5), begins.size());
    EXPECT_EQ(offsets.byte(static_cast<uint32_t>(length) + 5), end);
  }
}

TEST(CodePointOffsets, OfAsciiAreBytes) {
  std::string text(1000, 'a');
  CodePointOffsets offsets(text);
  EXPECT_EQ(offsets.code_point(777), 777u);
  EXPECT_EQ(offsets.byte(777), 777u);
}

}  // namespace
}  // namespace quotary
