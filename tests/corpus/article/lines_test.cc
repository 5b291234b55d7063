#include "corpus/article/lines.h"

#include <gtest/gtest.h>

namespace quotary {
namespace {

std::string split(std::string_view text) {
  std::string result;
  for (Line line : split_lines(text)) {
    result += line.after_blank ? "[" : "(";
    result += line.span.of(text);
    result += line.after_blank ? "]" : ")";
  }
  return result;
}

TEST(Lines, AreTrimmedAndEmptyOnesLeftOut) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""},
      {"\n\n \n", ""},
      {"one", "[one]"},
      {"one\ntwo", "[one](two)"},
      {"one\n\ntwo\n", "[one][two]"},
      {"one\r\n\r\ntwo\r\n", "[one][two]"},
      {"one\rtwo\r\rthree", "[one](two)[three]"},
      {" date one \n\t two\u00A0\n", "[date one](two)"},
      {"\uFEFF date one\n", "[date one]"},
      {"one\n \u3000 \ntwo", "[one][two]"},
      {"a\u200B\n\u200Bb", "[a](b)"},
  };
  for (auto [text, expected] : cases) EXPECT_EQ(split(text), expected) << text;
}

TEST(Lines, ThatBreakParagraphsAreJoined) {
  std::string broken =
      "date 2024-10-23 A title of some length that stands by itself\n"
      "\n"
      "The council met on Tuesday for the first time since the summer, and\n"
      "agreed that the price of grain should be looked at once a month, as the\n"
      "minister had proposed.\n"
      "\n"
      "Nothing else was settled, and the members went home before it grew too\n"
      "dark to see the road.\n";
  auto lines = split_lines(broken);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[1].span.of(broken).substr(0, 11), "The council");
  EXPECT_TRUE(lines[1].span.of(broken).ends_with("proposed."));
  EXPECT_TRUE(lines[2].span.of(broken).ends_with("the road."));
}

TEST(Lines, ThatAreParagraphsAreNotJoined) {
  std::string whole =
      "date 2024-10-23 A title\n"
      "The council met on Tuesday for the first time since the summer, and agreed.\n"
      "Nothing else was settled, and the members went home before it grew dark.\n"
      "bread was not talked about by anyone who came to the hall on that evening.\n";
  EXPECT_EQ(split_lines(whole).size(), 4u);
  std::string table =
      "Title\n\nWheat and rye from the northern farms 12\nrye 13\nBarley 14\noats 2\n";
  EXPECT_EQ(split_lines(table).size(), 5u);
}

}  // namespace
}  // namespace quotary
