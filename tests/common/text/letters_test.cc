#include "common/text/letters.h"

#include <gtest/gtest.h>

namespace quotary {
namespace {

TEST(Letters, AreOfEveryScript) {
  struct Case {
    char32_t letter;
    const char* expected;  // L letter, U upper, l lower, D digit, S space
  };
  const Case cases[] = {{U'A', "LU"}, {U'z', "Ll"}, {U'Ж', "LU"}, {U'ж', "Ll"}, {U'É', "LU"},
                        {U'北', "L"}, {U'ǅ', "LU"}, {U'5', "D"},  {U'٣', ""},   {U' ', "S"},
                        {U'\n', "S"}, {0xA0, "S"},  {0x3000, "S"}, {0x200B, ""}, {U'_', ""},
                        {U'’', ""},   {0, ""},      {0x10FFFF, ""}};
  for (const Case& c : cases) {
    std::string is;
    if (is_letter(c.letter)) is += 'L';
    if (is_upper(c.letter)) is += 'U';
    if (is_lower(c.letter)) is += 'l';
    if (is_digit(c.letter)) is += 'D';
    if (is_space(c.letter)) is += 'S';
    EXPECT_EQ(is, c.expected) << "U+" << std::hex << static_cast<uint32_t>(c.letter);
  }
}

TEST(Letters, ChangeTheirCase) {
  EXPECT_EQ(to_lower(U'Ğ'), U'ğ');
  EXPECT_EQ(to_upper(U'ж'), U'Ж');
  EXPECT_EQ(to_upper(U'北'), U'北');
  EXPECT_EQ(lower_case("SÃO PAULO, Ж1"), "são paulo, ж1");
}

}  // namespace
}  // namespace quotary
